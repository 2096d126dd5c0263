package org.threeshift.interviewer.console;

import java.time.Instant;

/**
 * A sentence for the person, beside the place where they did something.
 *
 * @param at when: the same sentence may have to be said again
 */
record Said(Place place, String sentence, Instant at) {}
