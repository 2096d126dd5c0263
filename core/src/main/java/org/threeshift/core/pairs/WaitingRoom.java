package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.appointment.Diaries;
import org.threeshift.core.appointment.Diaries.Entry;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.Matcher.Match;
import org.threeshift.core.pairs.PostgresWaiting.Waiter;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.practice.Entrant;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.practice.Wish;
import org.threeshift.core.reliability.Commitments;

/**
 * Puts together whoever waits now. Whose page was closed for {@link #LEAVES_AFTER} has left; a page that is loaded again keeps its
 * place. Whoever has something else here before an exchange would be over is kept out of it, and told what. Each look at the line by
 * anybody in it may put people together, on whichever node; the database lets one do so at a time.
 */
@Service
public class WaitingRoom {
    /** So long after their page was last heard of somebody has left the line. */
    public static final Duration LEAVES_AFTER = Duration.ofSeconds(30);

    /** So long one hears of the pair that one was just in. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(5);
    /** Whoever is back after their page was closed is told so for that long. */
    private static final Duration CLOSED_TOLD_FOR = Duration.ofHours(1);

    /** Nobody meets somebody again at once who turned them down. */
    private static final Duration APART_FOR = Duration.ofHours(1);
    /** Whoever let the minute pass has left the line: once they have come in again they are here. */
    private static final Set<Why> APART_AFTER = Set.of(Why.DECLINED, Why.APART, Why.NO_ROUND);
    /** Whoever was let down comes first, for that long. */
    private static final Duration IN_FRONT_FOR = Duration.ofDays(1);

    private static final Duration REMEMBERED = Duration.ofDays(56);

    private final PostgresWaiting store;
    private final PostgresPairs pairs;
    private final PostgresEngagements engagements;
    private final PairChanges changes;
    private final PairJudge judge;
    private final PairFollower follower;
    private final PairViews views;
    private final Matcher matcher;
    private final Practice practice;
    private final Commitments commitments;
    private final Diaries diaries;
    private final InterviewStates states;
    private final Draws draws;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    WaitingRoom(
            PostgresWaiting store,
            PostgresPairs pairs,
            PostgresEngagements engagements,
            PairChanges changes,
            PairJudge judge,
            PairFollower follower,
            PairViews views,
            Matcher matcher,
            Practice practice,
            Commitments commitments,
            Diaries diaries,
            InterviewStates states,
            Draws draws,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.pairs = pairs;
        this.engagements = engagements;
        this.changes = changes;
        this.judge = judge;
        this.follower = follower;
        this.views = views;
        this.matcher = matcher;
        this.practice = practice;
        this.commitments = commitments;
        this.diaries = diaries;
        this.states = states;
        this.draws = draws;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** How somebody stands in the waiting room. */
    public sealed interface Standing {
        /**
         * Not in the line.
         *
         * @param hindrance what keeps them out of it; absent when they may come in
         * @param ended     how what was just offered to them ended, or their waiting; absent when neither was
         */
        record Outside(Optional<Hindrance> hindrance, Optional<Ended> ended) implements Standing {}

        /**
         * @param others how many wait besides
         * @param ended  as above
         */
        record Waiting(Instant since, int others, Optional<Ended> ended) implements Standing {}

        /** Somebody is there: it waits for a tap of one or both. */
        record Found(PairView pair) implements Standing {}

        /** Both have tapped. */
        record Together(PairView pair) implements Standing {}
    }

    /** How a pair ended that nobody began, or the reader's waiting. */
    public enum Ended {
        /** The reader did not answer within the time. */
        UNANSWERED,
        /** It was not the reader's doing. */
        NOT_THEIRS,
        /** The reader's page was closed for {@link #LEAVES_AFTER}. */
        PAGE_CLOSED
    }

    /** What keeps somebody out of the line. */
    public sealed interface Hindrance {
        /** They have not said yet what they practise for. */
        record NothingSaid() implements Hindrance {}

        /** Two no-shows in a row, or an admin. */
        record Paused() implements Hindrance {}

        /** They have something else before an exchange would be over. */
        record Busy(Ahead ahead) implements Hindrance {}
    }

    /**
     * What an exchange would run into that began now.
     *
     * @param what    the name of its round; absent for an appointment without one
     * @param begun   whether it is under way
     * @param minutes that an exchange of theirs takes
     */
    public record Ahead(Optional<String> what, Span span, boolean begun, int minutes) {}

    /** What somebody watches before an exchange would be over. That keeps them out of no line: whoever only watches can leave. */
    public Optional<Ahead> watches(PersonId person) {
        Instant now = time.instant();
        return practice.find(person)
                .map(wish -> hour(wish, now))
                .flatMap(hour -> diaries.watched(person, hour).map(entry -> ahead(entry, hour)));
    }

    private Ahead ahead(Entry entry, Span hour) {
        return new Ahead(
                entry.interview()
                        .flatMap(states::find)
                        .map(known -> known.setup().agenda().title()),
                entry.span(),
                !entry.span().from().isAfter(hour.from()),
                (int) hour.length().toMinutes());
    }

    /** Comes into the line, if they may. Coming again changes nothing. */
    public Standing join(Person person) {
        Instant now = now();
        follower.followThoseOf(person.id(), now);
        transactions.executeWithoutResult(_ -> judge.judgeThoseOf(person.id(), now));
        Optional<Hindrance> hindrance = hindrance(person.id());
        if (hindrance.isPresent()) {
            return new Standing.Outside(hindrance, Optional.empty());
        }
        if (now(person.id()).filter(view -> view.state() instanceof Undecided).isEmpty()) {
            store.join(person.id(), comesFirst(person.id()));
            events.publishEvent(new LineMoved());
        }
        putTogether();
        return standing(person.id());
    }

    private boolean comesFirst(PersonId person) {
        return waitedInVain(person) || draws.isLeft(person);
    }

    /** Whether somebody comes first because they came to practise within a day, and the other one did not. */
    public boolean waitedInVain(PersonId person) {
        return engagements.letDown(person, time.instant().minus(IN_FRONT_FOR));
    }

    public void leave(Person person) {
        if (store.leave(person.id(), false)) {
            events.publishEvent(new LineMoved());
        }
    }

    /** Their page asks: it is open. */
    public Standing look(Person person) {
        Optional<Instant> since = store.seen(person.id());
        settle(person.id());
        if (since.isPresent()) {
            putTogether();
        }
        return standing(person.id());
    }

    /** What waiting at this hour of the week led to in the last eight weeks; absent when too few waited to tell. */
    public Optional<Estimate> estimate() {
        Instant now = time.instant();
        return Estimate.of(store.past(now, now.minus(REMEMBERED)));
    }

    private Standing standing(PersonId person) {
        Optional<PairView> pair = now(person);
        if (pair.isPresent() && pair.get().state() instanceof Undecided) {
            return new Standing.Found(pair.get());
        }
        Optional<Instant> since = store.seen(person);
        if (since.isPresent()) {
            return new Standing.Waiting(since.get(), Math.max(0, store.count() - 1), pair.flatMap(WaitingRoom::ended));
        }
        if (pair.isPresent() && pair.get().state() instanceof Confirmed) {
            return new Standing.Together(pair.get());
        }
        Optional<Ended> ended =
                store.closed(person) ? Optional.of(Ended.PAGE_CLOSED) : pair.flatMap(WaitingRoom::ended);
        return new Standing.Outside(hindrance(person), ended);
    }

    /** What somebody turned down by themselves they need not be told. */
    private static Optional<Ended> ended(PairView pair) {
        if (!(pair.state() instanceof Released released)) {
            return Optional.empty();
        }
        if (!pair.hadPart()) {
            return Optional.of(Ended.NOT_THEIRS);
        }
        return released.why() == Why.LAPSED ? Optional.of(Ended.UNANSWERED) : Optional.empty();
    }

    private Optional<PairView> now(PersonId person) {
        return pairs.now(person, time.instant().minus(TOLD_FOR)).map(row -> views.of(row, person));
    }

    private Optional<Hindrance> hindrance(PersonId person) {
        if (practice.find(person).isEmpty()) {
            return Optional.of(new Hindrance.NothingSaid());
        }
        List<Entrant> entrants = practice.entrants(Set.of(person));
        if (entrants.isEmpty()) {
            return Optional.of(commitments.of(person).paused() ? new Hindrance.Paused() : new Hindrance.NothingSaid());
        }
        Span hour = hour(entrants.getFirst().wish(), time.instant());
        return Optional.ofNullable(diaries.taken(Set.of(person), hour).get(person))
                .map(entry -> new Hindrance.Busy(ahead(entry, hour)));
    }

    private static Span hour(Wish wish, Instant now) {
        return Span.of(now, Duration.ofMinutes(wish.minutes()));
    }

    /** The minute to tap may have run out, or the exchange be called off: nobody waits for the background job. */
    private void settle(PersonId person) {
        Instant now = now();
        follower.followThoseOf(person, now);
        pairs.now(person, now.minus(TOLD_FOR))
                .filter(row -> row.pair().state() instanceof Undecided undecided
                        && undecided.confirmBy().isBefore(now))
                .ifPresent(row -> transactions.executeWithoutResult(
                        _ -> changes.send(row.pair().id(), new PairCommand.LookAtTime(), "", now)));
    }

    /** Puts together whoever waits, unless somebody is just at it. */
    void putTogether() {
        transactions.executeWithoutResult(_ -> {
            if (store.mayPutTogether()) {
                store.dropUnseen(CLOSED_TOLD_FOR);
                putTogether(Look.at(store.line(), new Random(time.millis())));
            }
        });
    }

    private void putTogether(List<Waiter> line) {
        Instant now = now();
        List<Entrant> inOrder = free(line, now);
        if (inOrder.size() > 1) {
            int minutes = inOrder.stream()
                    .mapToInt(entrant -> entrant.wish().minutes())
                    .min()
                    .orElseThrow();
            List<Match> matches = matcher.now(
                    inOrder,
                    engagements.partedSince(persons(inOrder), now.minus(APART_FOR), APART_AFTER),
                    Span.of(now, Duration.ofMinutes(minutes)));
            pairs.add(matches.stream().map(match -> row(match, now)).toList());
            if (!matches.isEmpty()) {
                events.publishEvent(new LineMoved());
            }
        }
    }

    /** Whoever may be put together now; whoever has something by now that an exchange would run into leaves the line. */
    private List<Entrant> free(List<Waiter> line, Instant now) {
        if (line.isEmpty()) {
            return List.of();
        }
        Set<PersonId> waiting = line.stream().map(Waiter::person).collect(Collectors.toSet());
        Map<PersonId, Entrant> known =
                practice.entrants(waiting).stream().collect(Collectors.toMap(Entrant::person, Function.identity()));
        Map<PersonId, Entry> ahead =
                diaries.taken(waiting, Span.of(now, Duration.ofMinutes(Collections.max(Wish.LENGTHS))));
        Map<Boolean, List<Entrant>> busy = line.stream()
                .map(waiter -> known.get(waiter.person()))
                .filter(Objects::nonNull)
                .collect(Collectors.partitioningBy(entrant -> Optional.ofNullable(ahead.get(entrant.person()))
                        .filter(entry -> entry.span().overlaps(hour(entrant.wish(), now)))
                        .isPresent()));
        for (Entrant entrant : Objects.requireNonNull(busy.get(true))) {
            store.leave(entrant.person(), false);
            events.publishEvent(new LineMoved());
        }
        return Objects.requireNonNull(busy.get(false));
    }

    private static Set<PersonId> persons(List<Entrant> entrants) {
        return entrants.stream().map(Entrant::person).collect(Collectors.toSet());
    }

    private PairRow row(Match match, Instant now) {
        return new PairRow(
                new Pair(
                        new PairId(ids.next()),
                        Origin.NOW,
                        match.one(),
                        match.other(),
                        now,
                        new InterviewId(ids.next()),
                        new Proposed(
                                match.hour(),
                                Origin.NOW.confirmBy(now, match.hour().from()))),
                Optional.empty(),
                match.why(),
                match.languages(),
                now);
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
