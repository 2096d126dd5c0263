package org.threeshift.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.QuestionCard.Given;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.web.page.Csv;

/**
 * The levels of a scorecard for spreadsheets and statistics: a row for each question, shift that it probes and person who could
 * give a level. What is not observed is told apart from what was never given; neither has a number.
 */
public final class LevelsTable {
    private static final List<String> HEAD = List.of(
            "interview",
            "question_number",
            "question_id",
            "question",
            "skill",
            "shift",
            "rater_role",
            "rater_id",
            "rater",
            "state",
            "level");

    private LevelsTable() {}

    /** What became of one judgement. */
    private enum State {
        OBSERVED("observed"),
        NOT_OBSERVED("not_observed"),
        MISSING("missing");

        private final String code;

        State(String code) {
            this.code = code;
        }

        static State of(Optional<Level> level) {
            return level.map(given -> given.value().isPresent() ? OBSERVED : NOT_OBSERVED)
                    .orElse(MISSING);
        }
    }

    /** @param names of those who have one */
    public static String csv(Scorecard card, Map<PersonId, String> names) {
        var csv = new Csv().row(HEAD);
        for (QuestionCard question : card.questions()) {
            for (ShiftLevels levels : question.shifts()) {
                for (PersonId interviewer : card.interviewers()) {
                    csv.row(row(card, question, levels, "interviewer", interviewer, names, given(levels, interviewer)));
                }
                if (!card.selfScoreWaived()) {
                    card.candidate()
                            .ifPresent(candidate ->
                                    csv.row(row(card, question, levels, "candidate", candidate, names, levels.self())));
                }
            }
        }
        return csv.toString();
    }

    private static Optional<Level> given(ShiftLevels levels, PersonId interviewer) {
        return levels.given().stream()
                .filter(one -> one.interviewer().equals(interviewer))
                .map(Given::level)
                .findFirst();
    }

    private static List<String> row(
            Scorecard card,
            QuestionCard question,
            ShiftLevels levels,
            String role,
            PersonId rater,
            Map<PersonId, String> names,
            Optional<Level> level) {
        var row = new ArrayList<String>();
        row.add(card.interview().toString());
        row.add(Integer.toString(question.number()));
        row.add(question.question().id());
        row.add(question.question().title());
        row.add(question.question().skill().name());
        row.add(levels.shift().name());
        row.add(role);
        row.add(rater.toString());
        row.add(names.getOrDefault(rater, ""));
        row.add(State.of(level).code);
        row.add(level.map(Level::value)
                .filter(value -> value.isPresent())
                .map(value -> Integer.toString(value.getAsInt()))
                .orElse(""));
        return row;
    }
}
