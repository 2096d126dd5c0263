package org.threeshift.web.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.people.Person;
import org.threeshift.core.practice.Pace;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.reliability.Commitments;

/** Lets the cast say when they can practise with others and what they think of whom they met, and counts who came. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Practising {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final List<Said> SAID = List.of(
            new Said("nadia", Pace.EACH_DRAW, workdays(18, 21), Optional.of(9)),
            new Said("tomasz", Pace.EACH_DRAW, workdays(17, 21), Optional.empty()),
            new Said("kofi", Pace.EACH_DRAW, workdays(7, 9), Optional.empty()),
            new Said("ingrid", Pace.EVERY_SECOND_DRAW, weekends(10, 14), Optional.of(23)),
            new Said("lian", Pace.EACH_DRAW, workdays(18, 22), Optional.empty()),
            new Said("rosa", Pace.WHEN_I_SAY, weekends(16, 20), Optional.empty()),
            new Said("arjun", Pace.EACH_DRAW, workdays(20, 23), Optional.empty()),
            new Said("elodie", Pace.EACH_DRAW, workdays(19, 21), Optional.empty()));

    private final Practice practice;
    private final OpenHours hours;
    private final Relations relations;
    private final MemberReports reports;
    private final Commitments commitments;
    private final InstantSource time;

    Practising(
            Practice practice,
            OpenHours hours,
            Relations relations,
            MemberReports reports,
            Commitments commitments,
            InstantSource time) {
        this.practice = practice;
        this.hours = hours;
        this.relations = relations;
        this.reports = reports;
        this.commitments = commitments;
        this.time = time;
    }

    /** @param away in so many days they cannot */
    private record Said(String key, Pace pace, List<Window> week, Optional<Integer> away) {}

    /** @param cast by their keys in the files; after their interviews were held */
    void tell(Map<String, Person> cast) {
        SAID.forEach(said -> of(cast, said.key()).ifPresent(person -> say(person, said)));
        commitments.settle(Instant.EPOCH);
        of(cast, "elodie").ifPresent(this::missedTwice);
        of(cast, "tomasz").ifPresent(tomasz -> {
            for (String key : List.of("nadia", "kofi")) {
                of(cast, key).ifPresent(person -> relations.favour(person, tomasz.id()));
            }
            of(cast, "nadia").ifPresent(nadia -> relations.favour(tomasz, nadia.id()));
            of(cast, "chidi").ifPresent(chidi -> {
                relations.block(chidi, tomasz.id());
                reports.report(
                        chidi,
                        tomasz.id(),
                        "RUDENESS",
                        "He came late, kept looking at his phone and laughed when I lost the thread.");
            });
            of(cast, "ingrid").ifPresent(ingrid -> complained(ingrid, tomasz, of(cast, "sabine")));
        });
    }

    private void say(Person person, Said said) {
        var wish = new Practice.Said(
                person.profile().targetRole().orElse("Marketing manager"),
                person.profile().seniority().map(Enum::name).orElse("MANAGER"),
                Stream.concat(person.profile().languages().stream(), Stream.of("en"))
                        .distinct()
                        .toList(),
                "60",
                said.pace().name(),
                true);
        practice.change(person, wish);
        LocalDate today = LocalDate.ofInstant(time.instant(), person.zone());
        hours.put(
                person,
                Purpose.PRACTICE,
                new WeeklyHours(
                        person.zone(),
                        said.week(),
                        said.away().stream()
                                .map(days -> DatedWindow.closed(today.plusDays(days)))
                                .toList()));
    }

    /** So that a coach finds somebody whose matching is paused. */
    private void missedTwice(Person person) {
        for (int days : List.of(5, 3)) {
            Instant at = time.instant().minus(Duration.ofDays(days));
            UUID id = UUID.nameUUIDFromBytes(
                    "%s missed %d".formatted(person.email(), days).getBytes(StandardCharsets.UTF_8));
            commitments.noShow(person.id(), id, at);
        }
    }

    private void complained(Person reporter, Person about, Optional<Person> admin) {
        if (reports.report(reporter, about.id(), "NOT_PRACTISING", "He asked whether my company buys training.")
                instanceof MemberReports.Outcome.Done(var report, var _)) {
            admin.ifPresent(one -> reports.handle(
                    one,
                    report,
                    new MemberReports.Decision("SPOKEN", "", "Told him that nobody sells anything here. He agreed.")));
        }
    }

    private static Optional<Person> of(Map<String, Person> cast, String key) {
        return Optional.ofNullable(cast.get(key));
    }

    private static List<Window> workdays(int from, int until) {
        return on(WORKDAYS, from, until);
    }

    private static List<Window> weekends(int from, int until) {
        return on(WEEKEND, from, until);
    }

    private static List<Window> on(Set<DayOfWeek> days, int from, int until) {
        return days.stream()
                .map(day -> new Window(day, LocalTime.of(from, 0), LocalTime.of(until, 0)))
                .toList();
    }
}
