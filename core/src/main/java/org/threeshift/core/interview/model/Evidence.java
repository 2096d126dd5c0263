package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A note of what was said, tied to a question.
 *
 * @param at        when it was first noted
 * @param revisedAt when its words were last changed
 */
public record Evidence(EvidenceId id, String questionId, String text, Instant at, Optional<Instant> revisedAt) {
    Evidence withoutWords() {
        return new Evidence(id, questionId, ErasedWords.gone(text), at, revisedAt);
    }

    Evidence revised(String newText, Instant when) {
        return new Evidence(id, questionId, newText, at, Optional.of(when));
    }
}
