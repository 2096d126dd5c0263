package org.threeshift.core.pairs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.threeshift.core.hours.Span;

/**
 * When the weekly draw is held, by the wall clock of a zone. A time that clocks jump over comes as much later as they jump; of one
 * that comes twice, the first counts.
 */
public record DrawPlan(DayOfWeek day, LocalTime at, ZoneId zone) {
    /** Nobody is asked about an hour that comes sooner after a draw than that: half a day to confirm, and a day to know. */
    public static final Duration AHEAD = Duration.ofHours(36);

    private static final Duration WEEK = Duration.ofDays(7);

    /** The last moment at which one was due, now at the latest. */
    public Instant last(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        Instant thisWeek = on(local);
        return thisWeek.isAfter(now) ? on(local.minusWeeks(1)) : thisWeek;
    }

    /**
     * The draw that is to be held by now and may not have been yet.
     *
     * @param since  when the plan was decided: what it would have asked for before is not held afterwards, or a draw that is moved to an
     *               hour that has just passed would be held twice
     * @param within how late one is still held
     */
    Optional<Instant> due(Instant now, Instant since, Duration within) {
        return Optional.of(last(now)).filter(due -> due.isAfter(now.minus(within)) && due.isAfter(since));
    }

    /** The first moment after now at which one will be due. */
    public Instant next(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        Instant thisWeek = on(local);
        return thisWeek.isAfter(now) ? thisWeek : on(local.plusWeeks(1));
    }

    /** For which time a draw puts people together: the seven days that begin {@link #AHEAD} after it. */
    public static Span week(Instant drawnAt) {
        return Span.of(drawnAt.plus(AHEAD), WEEK);
    }

    private Instant on(ZonedDateTime week) {
        return week.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(day))
                .atTime(at)
                .atZone(zone)
                .withEarlierOffsetAtOverlap()
                .toInstant();
    }
}
