/** The one form in which people say when they can: members for practice, coaches for sessions. */
@NullMarked
package org.threeshift.web.hours;

import org.jspecify.annotations.NullMarked;
