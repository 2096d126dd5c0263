/** Who meets whom on a practice evening, in which room and slot, and who sits out. Pure: the same wish and seed are the same plan. */
@NullMarked
package org.threeshift.core.evening.plan;

import org.jspecify.annotations.NullMarked;
