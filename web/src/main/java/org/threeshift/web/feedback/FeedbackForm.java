package org.threeshift.web.feedback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.feedback.FeedbackCard;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.feedback.FeedbackCards.Due;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * The cards of one interview, as entered so far, and what is wrong with them. A card that nothing was entered on is left out.
 *
 * @param dues   one an interviewer; fields count them, so that no page tells an id
 * @param entered the key of a level, 1 to 5 or 0 for not observed, and the sentence, by field
 * @param errors which of the sentences {@code feedback.error.…} fits, by field; empty before the first try
 */
public record FeedbackForm(List<Due> dues, Map<String, String> entered, Map<String, String> errors) {
    private static final List<Shift> SHIFTS = List.of(Shift.values());

    public FeedbackForm {
        dues = List.copyOf(dues);
        entered = Map.copyOf(entered);
        errors = Map.copyOf(errors);
    }

    /** @param card the index of the card */
    public static String field(int card, Shift shift) {
        return "level-" + (card + 1) + "-" + shift.name().toLowerCase(Locale.ROOT);
    }

    public static String sentenceField(int card) {
        return "sentence-" + (card + 1);
    }

    /** As it was entered; empty where nothing was. */
    public String value(String field) {
        return entered.getOrDefault(field, "");
    }

    /** Empty when nothing is wrong. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public int limit() {
        return FeedbackCards.CHARACTERS;
    }

    /** What was given before. */
    static FeedbackForm saved(List<Due> dues) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (int index = 0; index < dues.size(); index++) {
            int card = index;
            dues.get(index).card().ifPresent(given -> enter(entered, card, given));
        }
        return new FeedbackForm(dues, entered, Map.of());
    }

    private static void enter(Map<String, String> entered, int card, FeedbackCard given) {
        SHIFTS.forEach(shift -> entered.put(
                field(card, shift), Integer.toString(given.level(shift).key())));
        entered.put(sentenceField(card), given.sentence());
    }

    /** What a request brings; what it brings for cards that stand is left alone. */
    static FeedbackForm typed(List<Due> dues, Map<String, String> parameters) {
        Map<String, String> entered = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (int card = 0; card < dues.size(); card++) {
            int index = card;
            if (dues.get(card).stands()) {
                dues.get(card).card().ifPresent(given -> enter(entered, index, given));
            } else if (touched(card, parameters)) {
                type(card, parameters, entered, errors);
            }
        }
        return new FeedbackForm(dues, entered, errors);
    }

    private static boolean touched(int card, Map<String, String> parameters) {
        return !parameters.getOrDefault(sentenceField(card), "").isBlank()
                || SHIFTS.stream()
                        .anyMatch(shift ->
                                !parameters.getOrDefault(field(card, shift), "").isBlank());
    }

    private static void type(
            int card, Map<String, String> parameters, Map<String, String> entered, Map<String, String> errors) {
        for (Shift shift : SHIFTS) {
            String typed = parameters.getOrDefault(field(card, shift), "").strip();
            if (level(typed).isPresent()) {
                entered.put(field(card, shift), typed);
            } else {
                errors.put(field(card, shift), typed.isEmpty() ? "missing" : "unknown");
            }
        }
        String sentence = parameters.getOrDefault(sentenceField(card), "").replace("\r\n", "\n");
        entered.put(sentenceField(card), sentence);
        if (sentence.strip().codePointCount(0, sentence.strip().length()) > FeedbackCards.CHARACTERS) {
            errors.put(sentenceField(card), "too-long");
        }
    }

    /** Whether there is anything to save. */
    boolean empty() {
        return given().isEmpty();
    }

    /** The cards that were entered and do not stand yet, by their index. */
    List<Integer> given() {
        List<Integer> given = new ArrayList<>();
        for (int card = 0; card < dues.size(); card++) {
            if (!dues.get(card).stands() && !value(field(card, Shift.STRATEGY)).isEmpty()) {
                given.add(card);
            }
        }
        return given;
    }

    /** All three levels of a card without errors. */
    Map<Shift, Level> levels(int card) {
        Map<Shift, Level> levels = new EnumMap<>(Shift.class);
        SHIFTS.forEach(shift -> level(value(field(card, shift))).ifPresent(level -> levels.put(shift, level)));
        return levels;
    }

    private static Optional<Level> level(String typed) {
        return typed.matches("[0-5]") ? Optional.of(Level.ofKey(Integer.parseInt(typed))) : Optional.empty();
    }
}
