package org.threeshift.core.hours;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A time as somebody enters it, by the clock on their wall. The clock shows it once as a rule, never where it is put forward over it,
 * and twice where it is put back. Which of two is meant only that person knows, so they are asked.
 */
public record WallTime(LocalDateTime shown, ZoneId zone) {
    /** How a form names the two of a time that comes twice. */
    public static final String FIRST = "first";

    public static final String SECOND = "second";

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.hours.clock", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** The moment that is meant, or why there is none; the sentences say what to do. */
    public sealed interface Reading {
        record At(Instant moment) implements Reading {}

        record Never(String sentence) implements Reading {}

        /** Nobody has said which. */
        record Twice(String sentence) implements Reading {}
    }

    /**
     * One of two times that look the same.
     *
     * @param name  {@link #FIRST} or {@link #SECOND}
     * @param words what tells it from the other, with how far the clock is from UTC
     */
    public record Pass(String name, String words) {}

    /**
     * As browsers send a moment, such as {@code 2026-11-25T14:30}.
     *
     * @return absent for anything else
     */
    public static Optional<WallTime> parse(String typed, ZoneId zone) {
        try {
            return Optional.of(new WallTime(LocalDateTime.parse(typed.strip()), zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** What the clock shows then, to the minute, as browsers take it. */
    public static String typed(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Which of two equal times a moment is; empty where the clock shows that time once. */
    public static String pass(Instant moment, ZoneId zone) {
        List<ZoneOffset> offsets = new WallTime(LocalDateTime.ofInstant(moment, zone), zone).offsets();
        if (offsets.size() < 2) {
            return "";
        }
        return offsets.getFirst().equals(zone.getRules().getOffset(moment)) ? FIRST : SECOND;
    }

    /** As in "UTC+01:00". */
    public static String utc(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
    }

    /** @param pass which is meant where it comes twice, as in {@link Pass}; whatever else says nothing, and elsewhere it does not matter */
    public Reading read(String pass) {
        List<ZoneOffset> offsets = offsets();
        if (offsets.isEmpty()) {
            ZoneOffsetTransition jump = zone.getRules().getTransition(shown);
            return new Reading.Never(
                    words("never", clock(shown), clock(jump.getDateTimeBefore()), clock(jump.getDateTimeAfter())));
        }
        if (offsets.size() == 1 || pass.equals(FIRST)) {
            return new Reading.At(shown.toInstant(offsets.getFirst()));
        }
        return pass.equals(SECOND)
                ? new Reading.At(shown.toInstant(offsets.getLast()))
                : new Reading.Twice(words("twice", clock(shown)));
    }

    /** The two to choose from where it comes twice, in their order; otherwise none. */
    public List<Pass> passes() {
        List<ZoneOffset> offsets = offsets();
        return offsets.size() < 2
                ? List.of()
                : List.of(
                        new Pass(FIRST, words("first", utc(offsets.getFirst()))),
                        new Pass(SECOND, words("second", utc(offsets.getLast()))));
    }

    /** From the first time that the clock shows it to the last; none where it never does. */
    private List<ZoneOffset> offsets() {
        return zone.getRules().getValidOffsets(shown);
    }

    private static String clock(LocalDateTime time) {
        return CLOCK.format(time);
    }

    private static String words(String key, Object... places) {
        return new MessageFormat(SENTENCES.getString(key), Locale.ENGLISH).format(places);
    }
}
