package org.threeshift.core.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.hours.Span;

/**
 * The value {@code hours} of a notice: from when until when something is, and was before.
 *
 * @param now    as it is
 * @param before as it was
 */
public record Hours(Span now, Span before) {
    /** As it is kept. */
    public static String of(Span now, Span before) {
        return String.join(
                ",",
                List.of(now.from(), now.until(), before.from(), before.until()).stream()
                        .map(Instant::toString)
                        .toList());
    }

    /** Absent where nothing is kept, as in what an earlier version of the program posted. */
    public static Optional<Hours> parse(String kept) {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        var at = Arrays.stream(kept.split(",", -1)).map(Instant::parse).toList();
        return Optional.of(new Hours(new Span(at.get(0), at.get(1)), new Span(at.get(2), at.get(3))));
    }

    /** The end of the key of the sentence that says it: {@code moved}, {@code ends} where only the end is another one, or {@code same}. */
    public String change() {
        return !now.from().equals(before.from()) ? "moved" : now.equals(before) ? "same" : "ends";
    }
}
