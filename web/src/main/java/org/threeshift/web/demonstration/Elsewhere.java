package org.threeshift.web.demonstration;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.busy.OutsideCalendars;
import org.threeshift.core.busy.OutsideCalendars.Added;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.Person;

/** The coach's calendar at work, of which the demonstration tells without asking anybody: nothing leaves this machine. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Elsewhere {
    private static final String COACH = "miriam";
    private static final int WEEKS = 4;
    /** Longer than anybody looks at a demonstration. */
    private static final Duration NOT_FETCHED_FOR = Duration.ofDays(3_650);

    private final OutsideCalendars calendars;
    private final InstantSource time;

    Elsewhere(OutsideCalendars calendars, InstantSource time) {
        this.calendars = calendars;
        this.time = time;
    }

    void tell(Map<String, Person> cast) {
        Optional.ofNullable(cast.get(COACH)).ifPresent(this::tell);
    }

    private void tell(Person coach) {
        if (calendars.add(coach, "Work", "https://calendar.demo.threeshift.example/work.ics")
                instanceof Added.Done(var calendar)) {
            calendars.tell(calendar, busy(coach), NOT_FETCHED_FOR);
        }
    }

    /** A short meeting on each Tuesday, and a long one on each Thursday. */
    private List<Span> busy(Person coach) {
        LocalDate today = time.instant().atZone(coach.zone()).toLocalDate();
        List<Span> busy = new ArrayList<>();
        for (LocalDate day = today.plusDays(1); day.isBefore(today.plusWeeks(WEEKS)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.TUESDAY) {
                busy.add(Span.of(at(day, 9, coach), Duration.ofMinutes(45)));
            } else if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
                busy.add(Span.of(at(day, 13, coach), Duration.ofHours(2)));
            }
        }
        return busy;
    }

    private static Instant at(LocalDate day, int hour, Person person) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(person.zone()).toInstant();
    }
}
