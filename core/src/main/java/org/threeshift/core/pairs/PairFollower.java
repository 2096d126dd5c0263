package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.PersonId;

/** What became of a pair's interview behind the pair's back: it was called off, or moved, where it is held. */
@Component
class PairFollower {
    private final PostgresPairs store;
    private final PostgresPairWatch watch;
    private final Sittings sittings;
    private final PairChanges changes;
    private final TransactionOperations transactions;

    PairFollower(
            PostgresPairs store,
            PostgresPairWatch watch,
            Sittings sittings,
            PairChanges changes,
            TransactionOperations transactions) {
        this.store = store;
        this.watch = watch;
        this.sittings = sittings;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** In the caller's transaction. */
    void follow(PairId id, Instant now) {
        Optional<PairRow> row = store.find(id);
        row.map(PairRow::pair).flatMap(sittings::interview).ifPresent(known -> {
            Pair pair = row.orElseThrow().pair();
            PairCommand command = known instanceof Interview.Cancelled(var _, var _, var _, var by, var _)
                    ? new PairCommand.CalledOff(by)
                    : new PairCommand.Follow(Span.of(
                            known.setup().startsAt(), pair.state().hour().length()));
            changes.send(id, command, "", now);
        });
    }

    /** Those that somebody is in: whoever looks does not wait for the background job. */
    void followThoseOf(PersonId person, Instant now) {
        watch.astray(person).forEach(id -> transactions.executeWithoutResult(_ -> follow(id, now)));
    }

    /** The words of whoever called it off, for both of the two; absent when nobody did, or the words were erased. */
    Optional<String> reason(Pair pair) {
        return sittings.interview(pair)
                .flatMap(known ->
                        known instanceof Interview.Cancelled off ? Optional.of(off.reason()) : Optional.empty())
                .filter(words -> !words.isBlank());
    }
}
