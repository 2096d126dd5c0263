package org.threeshift.core.bank;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * A versioned set of questions and rounds for a role. A published version never changes.
 *
 * @param id      lower-case words joined by hyphens
 * @param version counts from 1
 */
public record Bank(
        String id,
        int version,
        String title,
        String role,
        String summary,
        List<Question> questions,
        List<Round> rounds) {
    public Bank {
        questions = List.copyOf(questions);
        rounds = List.copyOf(rounds);
    }

    public Optional<Question> question(String questionId) {
        return questions.stream()
                .filter(question -> question.id().equals(questionId))
                .findFirst();
    }

    public Optional<Round> round(String roundId) {
        return rounds.stream().filter(round -> round.id().equals(roundId)).findFirst();
    }

    /** How many questions of a round probe a shift: as many levels as one interviewer can give on it. */
    public long probing(Round round, Shift shift) {
        return round.questions().stream()
                .flatMap(id -> question(id).stream())
                .filter(question -> question.shifts().contains(shift))
                .count();
    }
}
