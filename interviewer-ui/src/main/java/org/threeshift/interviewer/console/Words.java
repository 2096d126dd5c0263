package org.threeshift.interviewer.console;

import java.util.UUID;

/**
 * What is typed of a note so far.
 *
 * @param text     empty when it was given up
 * @param revision see {@link org.threeshift.core.notes.NoteDraft}
 */
record Words(UUID note, String questionId, String text, long revision) {}
