package org.threeshift.web.booking;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.threeshift.core.booking.BookingPages;
import org.threeshift.core.booking.BookingPages.Offer;
import org.threeshift.core.booking.SessionKind;
import org.threeshift.core.booking.SessionKind.Question;

/**
 * A kind of session as a coach typed it.
 *
 * @param round     bank and round, with a slash between
 * @param questions as many as can be asked, blank ones among them
 */
public record KindForm(
        String name, String round, String minutes, String price, String description, List<Question> questions) {
    public KindForm {
        questions = List.copyOf(questions);
    }

    static KindForm blank(String round, int minutes) {
        return new KindForm("", round, Integer.toString(minutes), "", "", padded(List.of()));
    }

    static KindForm of(SessionKind kind) {
        return new KindForm(
                kind.name(),
                kind.bankId() + "/" + kind.roundId(),
                Integer.toString(kind.minutes()),
                kind.price(),
                kind.description(),
                padded(kind.questions()));
    }

    /** A box that is ticked comes as the number of its question, from 0. */
    static KindForm typed(MultiValueMap<String, String> sent) {
        List<String> texts = sent.getOrDefault("question", List.of());
        List<String> required = sent.getOrDefault("required", List.of());
        List<Question> questions = new ArrayList<>();
        for (int number = 0; number < Math.min(texts.size(), 2 * BookingPages.MOST_QUESTIONS); number++) {
            questions.add(new Question(texts.get(number), required.contains(Integer.toString(number))));
        }
        return new KindForm(
                first(sent, "name"),
                first(sent, "round"),
                first(sent, "minutes"),
                first(sent, "price"),
                first(sent, "description"),
                padded(questions));
    }

    Offer offer() {
        String[] parts = round.split("/", 2);
        return new Offer(
                name,
                parts[0],
                parts.length > 1 ? parts[1] : "",
                Asking.number(minutes),
                price,
                description,
                questions);
    }

    private static List<Question> padded(List<Question> questions) {
        List<Question> padded = new ArrayList<>(questions);
        while (padded.size() < BookingPages.MOST_QUESTIONS) {
            padded.add(new Question("", false));
        }
        return padded;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
