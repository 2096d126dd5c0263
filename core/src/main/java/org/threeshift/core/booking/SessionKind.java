package org.threeshift.core.booking;

import java.time.Duration;
import java.util.List;

/**
 * What can be booked on a page.
 *
 * @param minutes   of the coach's and the candidate's time, talk before and after the round included; no shorter than the round
 * @param price     as the coach words it; nothing is paid here. May be empty
 * @param questions to be answered by whoever books
 */
public record SessionKind(
        SessionKindId id,
        String name,
        String bankId,
        String roundId,
        int minutes,
        String price,
        String description,
        List<Question> questions) {
    public SessionKind {
        questions = List.copyOf(questions);
    }

    /** @param required whether nobody books without an answer */
    public record Question(String text, boolean required) {}

    public Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
