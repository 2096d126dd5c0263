package org.threeshift.core.pairs;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.Matcher.Match;
import org.threeshift.core.pairs.PostgresDraws.Place;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Entrant;
import org.threeshift.core.practice.Practice;

/**
 * Draws: once a week at a stated time, and when an admin asks, everybody who is in it is put together for the coming week. Whoever is
 * released from a pair is put together anew with whoever else is left, at once.
 */
@Service
public class Draws {
    /** A weekly draw that no node could hold in time is held late, but not later than that. */
    static final Duration HELD_WITHIN = Duration.ofHours(24);
    /** So long counts that somebody was left without a partner. */
    static final Duration LEFT_COUNTS = Duration.ofDays(35);
    /** So long nobody is put together again with whom nothing came of a pair. */
    static final Duration APART_FOR = Duration.ofDays(30);

    private static final int LISTED = 12;

    private final PostgresDraws store;
    private final PostgresPairs pairs;
    private final Matcher matcher;
    private final Practice practice;
    private final PairNotices notices;
    private final People people;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource time;

    Draws(
            PostgresDraws store,
            PostgresPairs pairs,
            Matcher matcher,
            Practice practice,
            PairNotices notices,
            People people,
            Trail trail,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.pairs = pairs;
        this.matcher = matcher;
        this.practice = practice;
        this.notices = notices;
        this.people = people;
        this.trail = trail;
        this.transactions = transactions;
        this.events = events;
        this.ids = ids;
        this.time = time;
    }

    /**
     * A draw as an admin reads of it.
     *
     * @param askedBy absent for the weekly one
     * @param ranAt   absent while it is yet to be held
     * @param members how many could be put together
     * @param pairs   how many pairs came of it at once
     */
    public record Held(
            Instant dueAt, Optional<Person> askedBy, Span week, Optional<Instant> ranAt, int members, int pairs) {}

    /** When the weekly draw is held; on Sunday at 18:00 of the server's zone unless an admin has said otherwise. */
    public DrawPlan plan() {
        return store.plan()
                .orElseGet(() -> new DrawPlan(DayOfWeek.SUNDAY, LocalTime.of(18, 0), ZoneId.systemDefault()));
    }

    /** When the next weekly draw will be held. */
    public Instant next() {
        return plan().next(time.instant());
    }

    /** When the last draw was held; absent before the first. */
    public Optional<Instant> last() {
        return store.lastHeld();
    }

    /** Whether somebody waits for a partner since the last draw in which they took part: then they come first in the next one. */
    public boolean isLeft(PersonId person) {
        return store.isLeft(person, time.instant().minus(LEFT_COUNTS));
    }

    /** The last draws; nothing for whoever is no admin. */
    public Optional<List<Held>> held(Person admin) {
        if (admin.role() != Role.ADMIN) {
            return Optional.empty();
        }
        List<Draw> last = store.last(LISTED);
        Map<PersonId, Person> names =
                people
                        .namesOf(last.stream()
                                .flatMap(draw -> draw.askedBy().stream())
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Person::id, person -> person));
        return Optional.of(last.stream()
                .map(draw -> new Held(
                        draw.dueAt(),
                        draw.askedBy().flatMap(by -> Optional.ofNullable(names.get(by))),
                        draw.week(),
                        draw.ranAt(),
                        draw.members(),
                        draw.pairs()))
                .toList());
    }

    /** What came of a change of the plan. */
    public sealed interface Planned {
        record Done(DrawPlan plan) implements Planned {}

        /** @param fields which of {@code day}, {@code at} and {@code zone} cannot be read */
        record Refused(Set<String> fields) implements Planned {
            public Refused {
                fields = Set.copyOf(fields);
            }
        }

        record NotThere() implements Planned {}
    }

    /** As typed: the name of a day, a time of day and a zone. */
    public Planned plan(Person admin, String day, String at, String zone) {
        if (admin.role() != Role.ADMIN) {
            return new Planned.NotThere();
        }
        Optional<DayOfWeek> readDay = read(() -> DayOfWeek.valueOf(day));
        Optional<LocalTime> readAt = read(() -> LocalTime.parse(at));
        Optional<ZoneId> readZone = read(() -> ZoneId.of(zone));
        Set<String> wrong = new HashSet<>();
        if (readDay.isEmpty()) {
            wrong.add("day");
        }
        if (readAt.isEmpty()) {
            wrong.add("at");
        }
        if (readZone.isEmpty() || !ZoneId.getAvailableZoneIds().contains(zone)) {
            wrong.add("zone");
        }
        if (readDay.isEmpty() || readAt.isEmpty() || readZone.isEmpty() || !wrong.isEmpty()) {
            return new Planned.Refused(wrong);
        }
        var wanted = new DrawPlan(readDay.get(), readAt.get().truncatedTo(ChronoUnit.MINUTES), readZone.get());
        transactions.executeWithoutResult(_ -> {
            DrawPlan before = plan();
            store.plan(wanted);
            if (!before.equals(wanted)) {
                trail.add(
                        Deed.SETTING_CHANGED,
                        Optional.of(admin.id()),
                        Optional.empty(),
                        Map.of("setting", "draw", "from", text(before), "to", text(wanted)));
            }
        });
        return new Planned.Done(wanted);
    }

    private static String text(DrawPlan plan) {
        return "%s %s %s".formatted(plan.day(), plan.at(), plan.zone());
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> read(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** An admin wants one now. @return false for whoever is no admin; asking again while one waits changes nothing */
    public boolean ask(Person admin) {
        if (admin.role() != Role.ADMIN) {
            return false;
        }
        Instant now = now();
        transactions.executeWithoutResult(_ -> {
            if (store.add(new Draw(
                    new DrawId(ids.next()),
                    now,
                    Optional.of(admin.id()),
                    DrawPlan.week(now),
                    Optional.empty(),
                    0,
                    0))) {
                trail.add(Deed.DRAW_ASKED_FOR, Optional.of(admin.id()), Optional.empty(), Map.of());
                events.publishEvent(new PairsMoved());
            }
        });
        return true;
    }

    /** Holds what is due, and puts together anew who was left since. Any number of nodes may do so at once. */
    void round() {
        Instant now = now();
        Instant due = plan().last(now);
        if (due.isAfter(now.minus(HELD_WITHIN))) {
            store.add(new Draw(
                    new DrawId(ids.next()), due, Optional.empty(), DrawPlan.week(now), Optional.empty(), 0, 0));
        }
        store.waiting().forEach(draw -> hold(draw, now));
        store.toRematch(now.plus(DrawPlan.AHEAD)).forEach(draw -> rematch(draw, now));
    }

    private void hold(Draw draw, Instant now) {
        List<Entrant> in = practice.wishes(store.lastHeld());
        Set<PersonId> engaged = pairs.engaged(persons(in), draw.week());
        List<Entrant> free = in.stream()
                .filter(entrant -> !engaged.contains(entrant.person()))
                .toList();
        List<PairRow> made = rows(solved(free, draw.week(), now), draw, now);
        transactions.executeWithoutResult(status -> {
            if (!store.hold(draw.id(), now, free.size(), made.size())) {
                // Another node was quicker.
                return;
            }
            store.place(draw.id(), persons(free), Place.LEFT, now);
            keep(draw, made, now);
            practice.drawn(persons(free), now);
        });
    }

    private void rematch(Draw draw, Instant now) {
        Instant earliest = now.plus(DrawPlan.AHEAD);
        Span rest = new Span(
                earliest.isAfter(draw.week().from()) ? earliest : draw.week().from(),
                draw.week().until());
        Set<PersonId> left = store.left(draw.id());
        Set<PersonId> engaged = pairs.engaged(left, draw.week());
        List<Entrant> free = practice.entrants(left).stream()
                .filter(entrant -> !engaged.contains(entrant.person()))
                .toList();
        List<PairRow> made = rows(solved(free, rest, now), draw, now);
        transactions.executeWithoutResult(_ -> {
            keep(draw, made, now);
            store.rematched(draw.id(), now);
        });
    }

    private void keep(Draw draw, List<PairRow> made, Instant now) {
        Set<PairId> kept = pairs.add(made);
        List<PairRow> there =
                made.stream().filter(row -> kept.contains(row.pair().id())).toList();
        store.place(
                draw.id(),
                there.stream().flatMap(row -> row.pair().both().stream()).toList(),
                Place.PAIRED,
                now);
        there.forEach(row -> notices.matched(row.pair(), Ground.sentence(row.why()), now));
    }

    private List<Match> solved(List<Entrant> free, Span week, Instant now) {
        Set<PersonId> who = persons(free);
        return free.size() < 2
                ? List.of()
                : matcher.match(
                        free,
                        store.leftInARow(who, now.minus(LEFT_COUNTS)),
                        pairs.partedSince(who, now.minus(APART_FOR)),
                        week);
    }

    private List<PairRow> rows(Collection<Match> matches, Draw draw, Instant now) {
        return matches.stream()
                .map(match -> new PairRow(
                        new Pair(
                                new PairId(ids.next()),
                                Origin.DRAW,
                                match.one(),
                                match.other(),
                                now,
                                new InterviewId(ids.next()),
                                new Proposed(
                                        match.hour(),
                                        Origin.DRAW.confirmBy(now, match.hour().from()))),
                        Optional.of(draw.id()),
                        match.why(),
                        now))
                .toList();
    }

    private static Set<PersonId> persons(Collection<Entrant> entrants) {
        return entrants.stream().map(Entrant::person).collect(Collectors.toSet());
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
