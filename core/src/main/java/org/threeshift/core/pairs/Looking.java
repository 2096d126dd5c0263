package org.threeshift.core.pairs;

import java.time.Instant;

/**
 * Somebody is looked for a partner, in the draw in which they have none.
 *
 * @param until when that draw ends; whoever is without one then is told
 * @param first whether they come first, since it was not by their doing
 */
public record Looking(Instant until, boolean first) {}
