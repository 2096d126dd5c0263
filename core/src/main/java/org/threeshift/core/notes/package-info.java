/** What people write down for themselves during an interview, before anybody else reads it, or instead. */
@NullMarked
package org.threeshift.core.notes;

import org.jspecify.annotations.NullMarked;
