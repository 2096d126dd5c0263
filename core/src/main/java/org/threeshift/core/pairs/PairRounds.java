package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
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
    /** Whoever opens the room earlier than that before the hour has not come for it. */
    static final Duration COMES_BEFORE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(PairRounds.class);

    private final PostgresPairs store;
    private final PairChanges changes;
    private final PairNotices notices;
    private final Sittings sittings;
    private final Draws draws;
    private final WaitingRoom room;
    private final TransactionOperations transactions;
    private final InstantSource time;

    PairRounds(
            PostgresPairs store,
            PairChanges changes,
            PairNotices notices,
            Sittings sittings,
            Draws draws,
            WaitingRoom room,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.changes = changes;
        this.notices = notices;
        this.sittings = sittings;
        this.draws = draws;
        this.room = room;
        this.transactions = transactions;
        this.time = time;
    }

    /** One round of all of it. */
    public void round() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        store.watch(now, now.minus(Decide.WAITED_FOR));
        store.lapsed(now).forEach(id -> each(id, () -> send(id, new PairCommand.LookAtTime(), now)));
        store.astray().forEach(id -> each(id, () -> follow(id, now)));
        store.toJudge(now.minus(Decide.WAITED_FOR)).forEach(id -> each(id, () -> judge(id, now)));
        store.toRemind(now, now.plus(REMINDED_BEFORE))
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
                    boolean confirmed =
                            undecided instanceof HalfConfirmed half && half.by().equals(person);
                    if (!confirmed) {
                        notices.confirm(pair, person, undecided, now);
                    }
                }
            }
        });
    }

    /** Their interview was moved or called off on its own page. */
    private void follow(PairId id, Instant now) {
        Optional<PairRow> row = store.find(id);
        row.map(PairRow::pair).flatMap(sittings::interview).ifPresent(known -> {
            Pair pair = row.orElseThrow().pair();
            PairCommand command = known instanceof Interview.Cancelled
                    ? new PairCommand.CalledOff(known.setup().host())
                    : new PairCommand.Follow(Span.of(
                            known.setup().startsAt(), pair.state().hour().length()));
            send(id, command, now);
        });
    }

    private void judge(PairId id, Instant now) {
        Optional<PairRow> row = store.find(id);
        row.map(PairRow::pair).ifPresent(pair -> {
            Instant start = pair.state().hour().from();
            Set<PersonId> came = store.came(id, start.minus(COMES_BEFORE), start.plus(Decide.WAITED_FOR));
            send(id, new PairCommand.Judge(came, store.watched(id)), now);
        });
    }
}
