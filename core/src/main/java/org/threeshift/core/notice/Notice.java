package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Something to tell somebody.
 *
 * @param key    names the event, such as {@code booked:ID}; at most 200 characters, no secret. Of one key, a person is told once
 * @param values one for each of the kind's {@link Kind#places places}
 * @param about  the interview of which it tells. As long as nobody was told, it is looked at once more: what was moved or called
 *               off meanwhile is not told
 * @param link   the path that it opens, from the root
 * @param due    not told before
 * @param until  not told from then on, since it is no news any more
 */
public record Notice(
        String key,
        Kind kind,
        PersonId to,
        Map<String, String> values,
        Optional<InterviewId> about,
        String link,
        Instant due,
        Instant until) {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_LINK = 500;

    /** After that, what was not told is no news for anybody. */
    public static final Duration NEWS = Duration.ofDays(14);

    public Notice {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a notice's key has 1 to 200 characters");
        }
        if (!link.startsWith("/") || link.startsWith("//") || link.length() > LONGEST_LINK) {
            throw new IllegalArgumentException("a notice links to a path of this installation");
        }
        if (!values.keySet().equals(new HashSet<>(kind.places()))) {
            throw new IllegalArgumentException(kind + " needs " + kind.places() + " and got " + values.keySet());
        }
        if (!until.isAfter(due)) {
            throw new IllegalArgumentException("a notice that is over before it is due is none");
        }
        values = Map.copyOf(values);
    }

    /**
     * The key under which people are told that an interview was agreed on. Whoever agrees on one posts it under this key, or the
     * reader of the log tells everybody of it who has a part and did not set it up.
     */
    public static String booked(InterviewId interview) {
        return "booked:" + interview;
    }
}
