/** Who practises with whom in a draw, and why: pairs as a matching of greatest weight. Pure; docs/matching.md states the weights. */
@NullMarked
package org.threeshift.core.pairing;

import org.jspecify.annotations.NullMarked;
