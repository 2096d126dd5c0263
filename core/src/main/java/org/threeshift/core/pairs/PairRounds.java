package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Parted;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.people.PersonId;

/**
 * What the clock does with pairs: reminds, releases, decides who came, follows what became of their interviews, and holds draws. Each
 * pair is a transaction of its own, so that any number of nodes may be at it and one that dies in the middle leaves nothing half done.
 */
@Service
public class PairRounds {
    /** Those who have not confirmed are reminded that long before the end. */
    static final Duration REMINDED_BEFORE = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(PairRounds.class);

    private final PostgresPairs store;
    private final PostgresPairWatch watch;
    private final PairChanges changes;
    private final PairJudge judge;
    private final PairNotices notices;
    private final PairFollower follower;
    private final Draws draws;
    private final WaitingRoom room;
    private final TransactionOperations transactions;
    private final InstantSource time;

    PairRounds(
            PostgresPairs store,
            PostgresPairWatch watch,
            PairChanges changes,
            PairJudge judge,
            PairNotices notices,
            PairFollower follower,
            Draws draws,
            WaitingRoom room,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.watch = watch;
        this.changes = changes;
        this.judge = judge;
        this.notices = notices;
        this.follower = follower;
        this.draws = draws;
        this.room = room;
        this.transactions = transactions;
        this.time = time;
    }

    /** One round of all of it. */
    public void round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        watch.watch(now, now.minus(Decide.WAITED_FOR));
        watch.lapsed(now).forEach(id -> each(id, () -> send(id, new PairCommand.LookAtTime(), now)));
        watch.astray().forEach(id -> each(id, () -> follower.follow(id, now)));
        watch.toJudge(now.minus(Decide.WAITED_FOR)).forEach(id -> each(id, () -> judge.judge(id, now)));
        watch.barred()
                .forEach(barred ->
                        each(barred.pair(), () -> send(barred.pair(), new PairCommand.Separate(barred.person()), now)));
        watch.toRemind(now, now.plus(REMINDED_BEFORE))
                .forEach(row -> each(row.pair().id(), () -> remind(row.pair().id(), now)));
        draws.round();
        room.putTogether();
    }

    /** One that fails must not keep the others waiting. */
    private void each(PairId id, Runnable change) {
        try {
            transactions.executeWithoutResult(_ -> change.run());
        } catch (org.springframework.dao.NonTransientDataAccessException | IllegalStateException e) {
            LOG.error("Pair {} is looked at again in the next round", id, e);
        }
    }

    private void send(PairId id, PairCommand command, Instant now) {
        changes.send(id, command, "", now);
    }

    /** As it stands once nobody changes it: of what was answered meanwhile nobody is reminded. */
    private void remind(PairId id, Instant now) {
        store.lock(id).map(PairRow::pair).ifPresent(pair -> {
            if (pair.state() instanceof Undecided undecided) {
                for (PersonId person : pair.both()) {
                    if (waitsFor(undecided, person)) {
                        notices.confirm(pair, person, undecided, now);
                    }
                }
            }
        });
    }

    private static boolean waitsFor(Undecided state, PersonId person) {
        return switch (state) {
            case Proposed _ -> true;
            case HalfConfirmed half -> !half.by().equals(person);
            case Parted parted -> !parted.by().equals(person) && !parted.answered();
        };
    }
}
