package org.threeshift.core.notes;

import java.time.Instant;
import java.util.UUID;

/**
 * A note of evidence in the making.
 *
 * @param note     the id that the note will have once it is handed in
 * @param text     as typed, spaces and all; not empty
 * @param revision counts the changes where it is typed: a later one takes the place of an earlier one, whatever comes first
 * @param at       when it was saved
 */
public record NoteDraft(UUID note, String questionId, String text, long revision, Instant at) {}
