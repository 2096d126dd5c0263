package org.threeshift.web.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.model.SelfRating;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * A candidate's own levels: as entered so far, and what is wrong with them.
 *
 * @param entered the key of a level, 1 to 5 or 0 for not observed, by field
 * @param errors  by field, which of the sentences {@code room.score.error.…} fits; empty before the first try
 */
public record SelfScoreForm(Map<String, String> entered, Map<String, String> errors) {
    static final SelfScoreForm EMPTY = new SelfScoreForm(Map.of(), Map.of());

    public SelfScoreForm {
        entered = Map.copyOf(entered);
        errors = Map.copyOf(errors);
    }

    /** The form's name for one level. It counts questions, so that no page tells a question's id. */
    public static String field(PosedQuestion question, Shift shift) {
        return "level-" + question.number() + "-" + shift.name().toLowerCase(Locale.ROOT);
    }

    public String value(PosedQuestion question, Shift shift) {
        return entered.getOrDefault(field(question, shift), "");
    }

    /** Empty when nothing is wrong. */
    public String error(PosedQuestion question, Shift shift) {
        return errors.getOrDefault(field(question, shift), "");
    }

    /** What the candidate said before. */
    static SelfScoreForm saved(CandidateView view) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (SelfRating rating : view.selfScore().map(score -> score.ratings()).orElse(List.of())) {
            question(view, rating.questionId())
                    .ifPresent(question -> entered.put(
                            field(question, rating.shift()),
                            Integer.toString(rating.level().key())));
        }
        return new SelfScoreForm(entered, Map.of());
    }

    /** What a request brings; everything in it that this interview does not ask for is left alone. */
    static SelfScoreForm typed(CandidateView view, Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (PosedQuestion question : view.posed()) {
            for (Shift shift : question.shifts()) {
                String field = field(question, shift);
                String typed = parameters.getOrDefault(field, "").strip();
                if (level(typed).isPresent()) {
                    entered.put(field, typed);
                } else {
                    errors.put(field, typed.isEmpty() ? "missing" : "unknown");
                }
            }
        }
        return new SelfScoreForm(entered, errors);
    }

    /** Every level that was entered. */
    List<SelfRating> ratings(CandidateView view) {
        List<SelfRating> ratings = new ArrayList<>();
        for (PosedQuestion question : view.posed()) {
            for (Shift shift : question.shifts()) {
                level(value(question, shift))
                        .ifPresent(level -> ratings.add(new SelfRating(question.questionId(), shift, level)));
            }
        }
        return ratings;
    }

    private static Optional<Level> level(String typed) {
        return typed.matches("[0-5]") ? Optional.of(Level.ofKey(Integer.parseInt(typed))) : Optional.empty();
    }

    private static Optional<PosedQuestion> question(CandidateView view, String id) {
        return view.posed().stream()
                .filter(question -> question.questionId().equals(id))
                .findFirst();
    }
}
