/** Home: what is next for each person and what to do about it; and the list of all their interviews. */
@NullMarked
package org.threeshift.web.home;

import org.jspecify.annotations.NullMarked;
