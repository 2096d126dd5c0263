package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
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
import org.threeshift.core.reliability.Commitments;

/**
 * Puts together whoever waits now. Whose page was closed for {@link #LEAVES_AFTER} has left; a page that is loaded again keeps its
 * place. Each look at the line by anybody in it may put people together, on whichever node; the database lets one do so at a time.
 */
@Service
public class WaitingRoom {
    /** So long after their page was last heard of somebody has left the line. */
    public static final Duration LEAVES_AFTER = Duration.ofSeconds(30);

    /** So long one hears of the pair that one was just in. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(5);
    /** Nobody meets somebody again at once who let the tap pass or turned them down. */
    private static final Duration APART_FOR = Duration.ofHours(1);
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
         * @param ended     how what was just offered to them ended; absent when nothing was
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

    /** How a pair ended that nobody began. */
    public enum Ended {
        /** The reader did not answer within the time. */
        UNANSWERED,
        /** It was not the reader's doing. */
        NOT_THEIRS
    }

    /** What keeps somebody out of the line. */
    public enum Hindrance {
        /** They have not said yet what they practise for. */
        NOTHING_SAID,
        /** Two no-shows in a row, or an admin. */
        PAUSED,
        /** They have an appointment within the time that it would take. */
        BUSY
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
        return new Standing.Outside(hindrance(person), pair.flatMap(WaitingRoom::ended));
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
            return Optional.of(Hindrance.NOTHING_SAID);
        }
        List<Entrant> entrants = practice.entrants(Set.of(person));
        if (entrants.isEmpty()) {
            return Optional.of(commitments.of(person).paused() ? Hindrance.PAUSED : Hindrance.NOTHING_SAID);
        }
        return store.busy(person, hour(entrants.getFirst(), time.instant()))
                ? Optional.of(Hindrance.BUSY)
                : Optional.empty();
    }

    private static Span hour(Entrant entrant, Instant now) {
        return Span.of(now, Duration.ofMinutes(entrant.wish().minutes()));
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
                store.dropUnseen();
                List<Waiter> line = Look.at(store.line(), new Random(time.millis()));
                if (line.size() > 1) {
                    putTogether(line);
                }
            }
        });
    }

    private void putTogether(List<Waiter> line) {
        Instant now = now();
        Set<PersonId> waiting = line.stream().map(Waiter::person).collect(Collectors.toSet());
        Map<PersonId, Entrant> known =
                practice.entrants(waiting).stream().collect(Collectors.toMap(Entrant::person, Function.identity()));
        List<Entrant> inOrder = line.stream()
                .map(waiter -> known.get(waiter.person()))
                .filter(Objects::nonNull)
                .toList();
        int minutes = inOrder.stream()
                .mapToInt(entrant -> entrant.wish().minutes())
                .min()
                .orElse(0);
        if (inOrder.size() > 1) {
            List<Match> matches = matcher.now(
                    inOrder,
                    engagements.partedSince(waiting, now.minus(APART_FOR)),
                    Span.of(now, Duration.ofMinutes(minutes)));
            pairs.add(matches.stream().map(match -> row(match, now)).toList());
            if (!matches.isEmpty()) {
                events.publishEvent(new LineMoved());
            }
        }
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
