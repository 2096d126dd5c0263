package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A note of what was said, tied to a question.
 *
 * @param at        when it was first noted
 * @param revisedAt when its words were last changed
 * @param promise   whether it holds a commitment of the candidate's, to be asked about another time
 */
public record Evidence(
        EvidenceId id, String questionId, String text, Instant at, Optional<Instant> revisedAt, boolean promise) {

    /** One that holds no promise. */
    public Evidence(EvidenceId id, String questionId, String text, Instant at, Optional<Instant> revisedAt) {
        this(id, questionId, text, at, revisedAt, false);
    }

    Evidence withoutWords() {
        return new Evidence(id, questionId, ErasedWords.gone(text), at, revisedAt, promise);
    }

    Evidence revised(String newText, Instant when) {
        return new Evidence(id, questionId, newText, at, Optional.of(when), promise);
    }

    Evidence marked(boolean asPromise) {
        return new Evidence(id, questionId, text, at, revisedAt, asPromise);
    }
}
