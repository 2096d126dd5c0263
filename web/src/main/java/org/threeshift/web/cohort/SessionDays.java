package org.threeshift.web.cohort;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.following.SessionReport.Days;

/**
 * The days that an address asks for.
 *
 * @param from  as it was typed; the first of the last seven days when nothing was
 * @param until as it was typed; today when nothing was
 * @param error the key of what is wrong; empty when nothing is
 */
public record SessionDays(String from, String until, Optional<Days> days, String error) {
    private static final int USUAL = 7;

    static SessionDays of(Map<String, String> parameters, LocalDate today, ZoneId zone) {
        String from = parameters.getOrDefault("from", "").strip();
        String until = parameters.getOrDefault("until", "").strip();
        Optional<LocalDate> last = until.isEmpty() ? Optional.of(today) : day(until);
        Optional<LocalDate> first = from.isEmpty() ? last.map(day -> day.minusDays(USUAL - 1L)) : day(from);
        if (first.isEmpty() || last.isEmpty()) {
            return new SessionDays(from, until, Optional.empty(), "cohort.session.no-day");
        }
        String typedFrom = first.get().toString();
        String typedUntil = last.get().toString();
        if (last.get().isBefore(first.get())) {
            return new SessionDays(typedFrom, typedUntil, Optional.empty(), "cohort.session.backwards");
        }
        return first.get().plusDays(Days.MOST).isBefore(last.get())
                ? new SessionDays(typedFrom, typedUntil, Optional.empty(), "cohort.session.too-long")
                : new SessionDays(typedFrom, typedUntil, Optional.of(new Days(first.get(), last.get(), zone)), "");
    }

    /** Four digits of year: others are slips. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.matches("[12]\\d{3}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Behind an address. */
    public String parameters() {
        return "?from=" + from + "&until=" + until;
    }
}
