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
import org.threeshift.core.pairs.Matcher.Matched;
import org.threeshift.core.pairs.PostgresDraws.Place;
import org.threeshift.core.pairs.PostgresDraws.Rematch;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Why;
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

    private static final Set<Why> APART_AFTER = Set.of(Why.DECLINED, Why.LAPSED, Why.APART, Why.NO_ROUND);

    /** A second click is no second wish. */
    private static final Duration ASKED_ONCE = Duration.ofMinutes(1);

    private static final int LISTED = 12;

    private final PostgresDraws store;
    private final PostgresPairs pairs;
    private final PostgresEngagements engagements;
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
            PostgresEngagements engagements,
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
        this.engagements = engagements;
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
        return planned().plan();
    }

    private PostgresDraws.Planned planned() {
        return store.plan()
                .orElseGet(() -> new PostgresDraws.Planned(
                        new DrawPlan(DayOfWeek.SUNDAY, LocalTime.of(18, 0), ZoneId.systemDefault()), Optional.empty()));
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

    /** Until when somebody is put together with whoever else is left; absent when they are not. */
    public Optional<Looking> looking(PersonId person) {
        return store.looking(person, time.instant().plus(DrawPlan.AHEAD), DrawPlan.AHEAD);
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
            if (store.plan().isEmpty() || !before.equals(wanted)) {
                store.plan(wanted, now());
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

    /** An admin wants one now. @return false for whoever is no admin; asking again while one waits, or within the same minute, changes nothing */
    public boolean ask(Person admin) {
        if (admin.role() != Role.ADMIN) {
            return false;
        }
        Instant now = now();
        boolean justAsked = store.last(1).stream()
                .anyMatch(draw -> draw.askedBy().isPresent() && draw.dueAt().isAfter(now.minus(ASKED_ONCE)));
        if (justAsked) {
            return true;
        }
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
        PostgresDraws.Planned planned = planned();
        planned.plan()
                .due(now, planned.since().orElse(Instant.EPOCH), HELD_WITHIN)
                .ifPresent(due -> store.add(new Draw(
                        new DrawId(ids.next()), due, Optional.empty(), DrawPlan.week(now), Optional.empty(), 0, 0)));
        store.waiting().forEach(draw -> hold(draw, now));
        store.toRematch(now.plus(DrawPlan.AHEAD)).forEach(rematch -> rematch(rematch, now));
        store.toClose(now.plus(DrawPlan.AHEAD)).forEach(draw -> close(draw, now));
    }

    /** Nobody is put together any more: whoever is still left hears of it, unless they did when it was held, or are in a later draw. */
    private void close(DrawId draw, Instant now) {
        transactions.executeWithoutResult(_ -> {
            if (store.close(draw, now)) {
                notices.leftOver(draw, store.stillLeft(draw), _ -> Ground.leftInTime(), plan().next(now), now);
            }
        });
    }

    private void hold(Draw draw, Instant now) {
        Practice.Wishes in = practice.wishes(store.lastHeld());
        Set<PersonId> engaged = engagements.engaged(persons(in.entrants()), draw.week());
        List<Entrant> free = in.entrants().stream()
                .filter(entrant -> !engaged.contains(entrant.person()))
                .toList();
        Matched matched = solved(free, draw.week(), now);
        List<PairRow> made = rows(matched.matches(), draw, now);
        transactions.executeWithoutResult(status -> {
            if (!store.hold(draw.id(), now, free.size(), made.size())) {
                // Another node was quicker.
                return;
            }
            store.place(draw.id(), persons(free), Place.LEFT, now);
            tell(draw, persons(free), keep(draw, made, now), matched, now);
            practice.drawn(persons(free), in.said(), now);
        });
    }

    private void rematch(Rematch rematch, Instant now) {
        Draw draw = rematch.draw();
        Instant earliest = now.plus(DrawPlan.AHEAD);
        Span rest = new Span(
                earliest.isAfter(draw.week().from()) ? earliest : draw.week().from(),
                draw.week().until());
        Set<PersonId> left = store.left(draw.id());
        Set<PersonId> engaged = engagements.engaged(left, draw.week());
        List<Entrant> free = practice.entrants(left).stream()
                .filter(entrant -> !engaged.contains(entrant.person()))
                .toList();
        Matched matched = solved(free, rest, now);
        List<PairRow> made = rows(matched.matches(), draw, now);
        transactions.executeWithoutResult(_ -> {
            Set<PersonId> paired = keep(draw, made, now);
            notices.found(draw.id(), paired);
            // Whoever asked for another partner knows that they are looked for, and hears at the end when there was
            // none.
            Set<PersonId> told = new HashSet<>(persons(free));
            told.removeAll(store.askedForAnother(draw.id()));
            tell(draw, told, paired, matched, now);
            store.rematched(rematch);
        });
    }

    /** Whose pair was not kept, for somebody was in another one by then, had somebody too. */
    private void tell(Draw draw, Set<PersonId> free, Set<PersonId> paired, Matched matched, Instant now) {
        Set<PersonId> had = new HashSet<>(matched.odd());
        matched.matches().forEach(match -> had.addAll(List.of(match.one(), match.other())));
        Instant next = plan().next(now);
        notices.leftOver(
                draw.id(),
                free.stream().filter(person -> !paired.contains(person)).toList(),
                person -> Ground.left(had.contains(person)),
                next,
                now);
    }

    /** @return who is in one of the pairs that are kept */
    private Set<PersonId> keep(Draw draw, List<PairRow> made, Instant now) {
        Set<PairId> kept = pairs.add(made);
        List<PairRow> there =
                made.stream().filter(row -> kept.contains(row.pair().id())).toList();
        Set<PersonId> paired =
                there.stream().flatMap(row -> row.pair().both().stream()).collect(Collectors.toSet());
        store.place(draw.id(), paired, Place.PAIRED, now);
        notices.matched(there, now);
        return paired;
    }

    private Matched solved(List<Entrant> free, Span week, Instant now) {
        Set<PersonId> who = persons(free);
        return free.size() < 2
                ? Matched.NONE
                : matcher.match(
                        free,
                        store.leftInARow(who, now.minus(LEFT_COUNTS)),
                        engagements.partedSince(who, now.minus(APART_FOR), APART_AFTER),
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
                        match.languages(),
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
