package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.pairs.model.Pair;

/**
 * A pair as it is kept.
 *
 * @param draw in which it was made; absent for one of the waiting room
 * @param why  the codes of why the two were put together
 */
record PairRow(Pair pair, Optional<DrawId> draw, String why, Instant changedAt) {}
