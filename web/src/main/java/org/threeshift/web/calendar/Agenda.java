package org.threeshift.web.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.Appointment;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.busy.OutsideCalendars;
import org.threeshift.core.evening.EveningDates;
import org.threeshift.core.evening.EveningDates.EveningDate;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.InterviewDate;
import org.threeshift.core.interview.InterviewDates;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.calendar.Week.Day;
import org.threeshift.web.calendar.Week.Item;
import org.threeshift.web.calendar.Week.Kind;
import org.threeshift.web.page.Texts;

/** What somebody has before them, day by day on their own wall clock. */
@Component
final class Agenda {
    static final int WEEKS = 4;
    private static final int MOST = 400;
    private static final int DAYS = 7;

    private final InterviewDates dates;
    private final Appointments appointments;
    private final OutsideCalendars outside;
    private final Pairs pairs;
    private final EveningDates evenings;
    private final People people;
    private final Texts texts;
    private final InstantSource time;

    Agenda(
            InterviewDates dates,
            Appointments appointments,
            OutsideCalendars outside,
            Pairs pairs,
            EveningDates evenings,
            People people,
            Texts texts,
            InstantSource time) {
        this.dates = dates;
        this.appointments = appointments;
        this.outside = outside;
        this.pairs = pairs;
        this.evenings = evenings;
        this.people = people;
        this.texts = texts;
        this.time = time;
    }

    LocalDate today(Person reader) {
        return time.instant().atZone(reader.zone()).toLocalDate();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** {@link #WEEKS} weeks. */
    List<Week> from(LocalDate monday, Person reader) {
        ZoneId zone = reader.zone();
        var window = new Span(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(WEEKS).atStartOfDay(zone).toInstant());
        Map<LocalDate, List<Item>> byDay = new TreeMap<>();
        items(reader, window).stream()
                .sorted(Comparator.comparing(Item::from).thenComparing(Item::until))
                .forEach(item -> byDay.computeIfAbsent(day(item.from(), zone), day -> new ArrayList<>())
                        .add(item));
        LocalDate today = today(reader);
        return IntStream.range(0, WEEKS)
                .mapToObj(monday::plusWeeks)
                .map(start -> new Week(start, monday(today).equals(start), days(byDay, start, today)))
                .toList();
    }

    private static List<Day> days(Map<LocalDate, List<Item>> byDay, LocalDate monday, LocalDate today) {
        return IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .filter(byDay::containsKey)
                .map(day -> new Day(day, day.equals(today), byDay.getOrDefault(day, List.of())))
                .toList();
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private List<Item> items(Person reader, Span window) {
        List<InterviewDate> interviews = interviews(reader, window);
        List<Appointment> agreed = appointments.of(reader.id(), window);
        Map<PersonId, Person> names = names(interviews, agreed);
        Set<String> shown = new HashSet<>();
        List<Item> items = new ArrayList<>();
        interviews.forEach(date -> {
            shown.add(date.id().toString());
            items.add(interview(date, reader, names));
        });
        agreed.stream()
                .filter(one -> one.interview()
                        .map(Object::toString)
                        .filter(shown::contains)
                        .isEmpty())
                .map(one -> appointment(one, reader, names))
                .forEach(items::add);
        pairs.of(reader.id()).stream()
                .filter(pair -> pair.state() instanceof Undecided && pair.hour().overlaps(window))
                .map(this::proposed)
                .forEach(items::add);
        evenings.of(reader.id(), window).stream().map(this::evening).forEach(items::add);
        outside.busy(List.of(reader.id()), window).getOrDefault(reader.id(), List.of()).stream()
                .flatMap(span -> daily(span, reader.zone()).stream())
                .filter(span -> span.overlaps(window))
                .map(span -> new Item(Kind.BUSY, span.from(), span.until(), "", "", Optional.empty(), "", false))
                .forEach(items::add);
        return items;
    }

    /** Without those that an evening took back, as that stands here itself. */
    private List<InterviewDate> interviews(Person reader, Span window) {
        List<InterviewDate> all = dates.of(reader.id(), window.from(), MOST).stream()
                .filter(date -> window.contains(date.startsAt()))
                .toList();
        Set<InterviewId> takenBack = evenings.takenBack(all.stream()
                .filter(InterviewDate::calledOff)
                .map(InterviewDate::id)
                .toList());
        return all.stream()
                .filter(date -> !date.calledOff() || !takenBack.contains(date.id()))
                .toList();
    }

    /** What lasts for days stands on each of them. */
    private static List<Span> daily(Span span, ZoneId zone) {
        List<Span> days = new ArrayList<>();
        Instant from = span.from();
        while (from.isBefore(span.until())) {
            Instant midnight = day(from, zone).plusDays(1).atStartOfDay(zone).toInstant();
            Instant until = midnight.isBefore(span.until()) ? midnight : span.until();
            days.add(new Span(from, until));
            from = until;
        }
        return days;
    }

    private Item interview(InterviewDate date, Person reader, Map<PersonId, Person> names) {
        Seat seat = Optional.ofNullable(date.seats().get(reader.id())).orElse(Seat.OBSERVER);
        String opposite = seat == Seat.CANDIDATE
                ? name(names, date.host())
                : date.candidate().map(names::get).map(Person::name).orElse(date.invitee());
        return new Item(
                Kind.INTERVIEW,
                date.startsAt(),
                date.endsAt(),
                texts.text("calendar.item." + seat.name().toLowerCase(Locale.ROOT), opposite),
                date.evening()
                        .map(evening -> texts.text("calendar.item.evening", evening))
                        .orElseGet(date::roundTitle),
                Optional.of(date.id().toString()),
                date.page(reader.id()),
                date.calledOff());
    }

    /** What two were put together for and have not agreed on yet: without the name. */
    private Item proposed(PairView pair) {
        return new Item(
                Kind.PROPOSED,
                pair.hour().from(),
                pair.hour().until(),
                texts.text("calendar.proposed"),
                texts.text(pair.asksReader() ? "calendar.proposed.you" : "calendar.proposed.partner", pair.minutes()),
                Optional.empty(),
                "/practice/pairs/" + pair.id(),
                false);
    }

    /** Names of a pair are told where both have agreed, and not here. */
    private Item appointment(Appointment appointment, Person reader, Map<PersonId, Person> names) {
        String kind = Texts.constant(appointment.what().kind());
        boolean told = appointment.what().kind() == org.threeshift.core.appointment.What.Kind.BOOKING;
        String others = appointment.people().stream()
                .filter(person -> told && !person.equals(reader.id()))
                .flatMap(person -> Optional.ofNullable(names.get(person)).stream())
                .sorted(Person.BY_NAME)
                .map(Person::name)
                .collect(Collectors.joining(", "));
        Span span = appointment.agreed().span();
        return new Item(
                Kind.APPOINTMENT,
                span.from(),
                span.until(),
                texts.text("calendar.appointment." + kind),
                others,
                Optional.empty(),
                "",
                false);
    }

    private Item evening(EveningDate date) {
        Span span = date.evening().span();
        return new Item(
                Kind.EVENING,
                span.from(),
                span.until(),
                date.evening().title(),
                texts.text(
                        switch (date.part()) {
                            case LEADS -> "calendar.evening.led";
                            case COMES -> "calendar.evening.joined";
                            case ASKED -> "calendar.evening.asked";
                        }),
                Optional.empty(),
                "/evenings/" + date.evening().id(),
                date.calledOff());
    }

    private static String name(Map<PersonId, Person> names, PersonId person) {
        return Optional.ofNullable(names.get(person)).map(Person::name).orElse("");
    }

    private Map<PersonId, Person> names(List<InterviewDate> interviews, List<Appointment> agreed) {
        Set<PersonId> wanted = new HashSet<>();
        interviews.forEach(date -> {
            wanted.add(date.host());
            date.candidate().ifPresent(wanted::add);
        });
        agreed.forEach(one -> wanted.addAll(one.people()));
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, person -> person));
    }
}
