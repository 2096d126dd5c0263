package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.pairs.model.Pair;

/**
 * A pair as it is kept.
 *
 * @param draw      in which it was made; absent for one of the waiting room
 * @param why       the codes of why the two were put together
 * @param languages that both had then, by their codes; none for pairs from before that was kept
 */
record PairRow(Pair pair, Optional<DrawId> draw, String why, List<String> languages, Instant changedAt) {}
