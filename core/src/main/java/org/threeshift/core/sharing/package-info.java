/** Links by which candidates show their scorecards to people without an account, for a while and as far as they choose. */
@NullMarked
package org.threeshift.core.sharing;

import org.jspecify.annotations.NullMarked;
