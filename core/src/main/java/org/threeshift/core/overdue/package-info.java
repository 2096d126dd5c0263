/** The clock's rule for what neither a pair nor a booking stands behind: meetings of practice evenings, and interviews planned by hand. */
@NullMarked
package org.threeshift.core.overdue;

import org.jspecify.annotations.NullMarked;
