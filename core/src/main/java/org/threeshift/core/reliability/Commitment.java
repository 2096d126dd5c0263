package org.threeshift.core.reliability;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody had agreed to, once it is known what became of it.
 *
 * @param id of what was agreed: an interview's, the first half's for an exchange
 * @param at when it was to begin
 */
public record Commitment(UUID id, Instant at, Keeping keeping) {}
