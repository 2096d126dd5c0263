/** A peer session of two interviews in which the chairs swap half-way: who has agreed to the swap, what is asked next, and whose time it is. */
@NullMarked
package org.threeshift.core.exchange;

import org.jspecify.annotations.NullMarked;
