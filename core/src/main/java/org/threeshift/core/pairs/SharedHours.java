package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.BusyTimes;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.people.PersonId;

/** Hours that both of a pair have: within what both said, and not taken by anything else, here or in their calendars elsewhere. */
@Component
class SharedHours {
    /** As many as one chooses from at a glance. */
    static final int MOST = 8;
    /** Of one day, so that a free Saturday does not fill the list. */
    static final int MOST_A_DAY = 2;

    static final Duration LOOKED_AHEAD = Duration.ofDays(14);
    private static final Duration STEP = Duration.ofMinutes(30);

    private final OpenHours open;
    private final BusyTimes busy;

    SharedHours(OpenHours open, BusyTimes busy) {
        this.open = open;
        this.busy = busy;
    }

    /** Which hours lie within what somebody said, whatever else they have then. */
    Predicate<Span> said(PersonId person) {
        Optional<WeeklyHours> week = open.find(person, Purpose.PRACTICE);
        return hour -> week.filter(hours -> hours.within(hour).contains(hour)).isPresent();
    }

    List<Span> of(Pair pair, Instant now) {
        Span ahead = Span.of(now.plus(Decide.MOVED_AHEAD), LOOKED_AHEAD);
        Map<?, WeeklyHours> said = open.of(pair.both(), Purpose.PRACTICE);
        Optional<WeeklyHours> one = Optional.ofNullable(said.get(pair.one()));
        Optional<WeeklyHours> other = Optional.ofNullable(said.get(pair.other()));
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        Spans both = one.get().within(ahead).intersection(other.get().within(ahead));
        for (Spans taken :
                busy.of(pair.both(), ahead, Optional.of(pair.first())).values()) {
            both = both.minus(taken);
        }
        return chosen(both, pair.state().hour(), one.get().zone());
    }

    /** At most so many a day, hours that do not overlap each other, and not the one that they have. */
    static List<Span> chosen(Spans free, Span present, ZoneId zone) {
        Duration length = present.length();
        List<Span> chosen = new ArrayList<>();
        Map<LocalDate, Integer> onDay = new HashMap<>();
        for (Instant start : free.starts(length, STEP)) {
            Span hour = Span.of(start, length);
            LocalDate day = LocalDate.ofInstant(start, zone);
            boolean fits = !hour.equals(present)
                    && onDay.getOrDefault(day, 0) < MOST_A_DAY
                    && (chosen.isEmpty() || !chosen.getLast().overlaps(hour));
            if (fits && chosen.size() < MOST) {
                chosen.add(hour);
                onDay.merge(day, 1, Integer::sum);
            }
        }
        return List.copyOf(chosen);
    }
}
