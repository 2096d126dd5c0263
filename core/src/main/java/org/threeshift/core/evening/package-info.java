/** A cohort's practice evening: a coach asks people to come, and they meet by a plan in which everybody sits in both chairs. */
@NullMarked
package org.threeshift.core.evening;

import org.jspecify.annotations.NullMarked;
