package org.threeshift.core.pairs;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.threeshift.core.pairs.model.Decide;
import org.threeshift.core.pairs.model.PairCommand;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Arrivals;

/** Says who came, once the time to come is over. By the clock and the log, at nobody's word. In the caller's transaction. */
@Component
class PairJudge {
    private final PostgresPairs store;
    private final PostgresPairWatch watch;
    private final Arrivals arrivals;
    private final PairChanges changes;

    PairJudge(PostgresPairs store, PostgresPairWatch watch, Arrivals arrivals, PairChanges changes) {
        this.store = store;
        this.watch = watch;
        this.arrivals = arrivals;
        this.changes = changes;
    }

    void judge(PairId id, Instant now) {
        store.find(id)
                .map(PairRow::pair)
                .ifPresent(pair -> changes.send(
                        id, new PairCommand.Judge(arrivals.came(pair.first()), watch.watched(id)), "", now));
    }

    /** The same of whatever somebody is in: who presses a button does not wait for the background job. */
    void judgeThoseOf(PersonId person, Instant now) {
        watch.toJudge(person, now.minus(Decide.WAITED_FOR)).forEach(id -> judge(id, now));
    }
}
