/** Erases people: what identifies them and what they wrote goes from everywhere, what others did with them stays. */
@NullMarked
package org.threeshift.core.erasure;

import org.jspecify.annotations.NullMarked;
