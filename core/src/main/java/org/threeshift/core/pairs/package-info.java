/** Puts members together in pairs, weekly in a draw or at once in the waiting room, and sees a pair through until both came. */
@NullMarked
package org.threeshift.core.pairs;

import org.jspecify.annotations.NullMarked;
