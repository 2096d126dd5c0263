package org.threeshift.core.interview.model;

import java.util.Optional;
import org.threeshift.core.interview.model.Refusal.Code;

/** What is asked of a text that somebody typed. */
final class Texts {
    private static final int REPLACEMENT = 0xfffd;

    private Texts() {}

    /** A text as the log keeps it: without space around, and without the characters that PostgreSQL cannot hold. */
    static String kept(String text) {
        return text.strip()
                .codePoints()
                .map(character -> isStorable(character) ? character : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isStorable(int character) {
        boolean halfOfAPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character != 0 && !halfOfAPair;
    }

    static Optional<Refusal> refusalOfReason(String reason) {
        return refusal(reason, Code.REASON_MISSING, Limits.REASON_CHARACTERS);
    }

    static Optional<Refusal> refusalOfEvidence(String text) {
        return refusal(text, Code.EVIDENCE_EMPTY, Limits.EVIDENCE_CHARACTERS);
    }

    static Optional<Refusal> refusalOfSummary(String summary) {
        return refusal(summary, Code.SUMMARY_MISSING, Limits.SUMMARY_CHARACTERS);
    }

    static Optional<Refusal> refusalOfSentence(String sentence) {
        return refusal(sentence, Code.SENTENCE_MISSING, Limits.SENTENCE_CHARACTERS);
    }

    private static Optional<Refusal> refusal(String text, Code whenBlank, int most) {
        if (text.isBlank()) {
            return Optional.of(Refusal.of(whenBlank));
        }
        return text.length() > most ? Optional.of(Refusal.of(Code.TOO_LONG, Integer.toString(most))) : Optional.empty();
    }
}
