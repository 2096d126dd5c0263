package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An interview that is to come, for one person who has a part in it: when to remind them of it.
 *
 * @param zone   of the person
 * @param agreed when the hour was agreed on
 */
record Ahead(Happening.Setting setting, Instant startsAt, ZoneId zone, Instant agreed) {
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** How long before the start {@link #tomorrow} can be due at most: from nine in the evening, over a night with 25 hours. */
    static final Duration AT_MOST = Duration.ofHours(29);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    /** Whoever agreed on the hour so shortly before needs no reminder. */
    private static final Duration FRESH = Duration.ofHours(2);

    /**
     * At the same time of the day before, by the person's wall clock, and not at night: whatever the clocks do, that it is tomorrow
     * is true then. Absent when the hour was agreed on shortly before, or later.
     */
    Optional<Notice> tomorrow() {
        ZonedDateTime start = startsAt.atZone(zone);
        LocalTime time = start.toLocalTime();
        LocalTime awake = time.isBefore(MORNING) ? MORNING : time.isAfter(EVENING) ? EVENING : time;
        Instant due =
                start.toLocalDate().minusDays(1).atTime(awake).atZone(zone).toInstant();
        Instant midnight = start.toLocalDate().atStartOfDay(zone).toInstant();
        return agreed.plus(FRESH).isAfter(due)
                ? Optional.empty()
                : Optional.of(notice("tomorrow", Kind.TOMORROW, setting.page(), due, midnight));
    }

    /** Absent when the hour was agreed on in the last minutes. */
    Optional<Notice> inTenMinutes() {
        Instant due = startsAt.minus(TEN_MINUTES);
        return agreed.isAfter(due)
                ? Optional.empty()
                : Optional.of(notice("ten-minutes", Kind.IN_TEN_MINUTES, setting.room(), due, startsAt));
    }

    private Notice notice(String what, Kind kind, String link, Instant due, Instant until) {
        return new Notice(
                key(what),
                kind,
                setting.person(),
                setting.values(startsAt),
                Optional.of(setting.interview()),
                link,
                due,
                until);
    }

    /** The same interview at another hour is something else to be reminded of. */
    private String key(String what) {
        return "%s:%s:%d".formatted(what, setting.interview(), startsAt.getEpochSecond());
    }
}
