package org.threeshift.core.opinion;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.Scorecard;

/**
 * What a coach scores from: what was asked, and what was noted of the answers. No level, no judgement, no verdict, no name of whoever
 * noted it, and nothing of what the candidate said of themselves.
 */
public record BlindSheet(InterviewId interview, String roundTitle, Instant startedAt, List<Asked> questions) {
    public BlindSheet {
        questions = List.copyOf(questions);
    }

    /** @param notes of all interviewers, in order of time */
    public record Asked(int number, Question question, List<Noted> notes) {
        public Asked {
            notes = List.copyOf(notes);
        }
    }

    /** @param after since the start of the interview */
    public record Noted(String text, Duration after) {}

    static BlindSheet of(Scorecard scorecard) {
        return new BlindSheet(
                scorecard.interview(),
                scorecard.roundTitle(),
                scorecard.startedAt(),
                scorecard.questions().stream().map(BlindSheet::asked).toList());
    }

    private static Asked asked(QuestionCard card) {
        return new Asked(
                card.number(),
                card.question(),
                card.evidence().stream()
                        .map(note -> new Noted(note.text(), note.after()))
                        .sorted(Comparator.comparing(Noted::after))
                        .toList());
    }
}
