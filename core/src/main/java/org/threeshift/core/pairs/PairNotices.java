package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.hours.Span;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.people.PersonId;

/** Tells the two of a pair what came of it, in the transaction of what it tells. */
@Component
class PairNotices {
    private final Notices notices;

    PairNotices(Notices notices) {
        this.notices = notices;
    }

    /** @param why a sentence */
    void matched(Pair pair, String why, Instant now) {
        if (pair.state() instanceof Undecided undecided) {
            for (PersonId person : pair.both()) {
                notices.post(new Notice(
                        "matched:" + pair.id(),
                        Kind.MATCHED,
                        person,
                        Map.of(
                                "at", undecided.hour().from().toString(),
                                "confirm-by", undecided.confirmBy().toString(),
                                "why", why),
                        Optional.empty(),
                        path(pair.id()),
                        now,
                        undecided.confirmBy()));
            }
        }
    }

    /** The time to confirm is about to end. */
    void confirm(Pair pair, PersonId person, Undecided undecided, Instant now) {
        notices.post(new Notice(
                confirmKey(pair.id()),
                Kind.CONFIRM,
                person,
                Map.of(
                        "at", undecided.hour().from().toString(),
                        "confirm-by", undecided.confirmBy().toString()),
                Optional.empty(),
                path(pair.id()),
                now,
                undecided.confirmBy()));
    }

    void booked(Pair pair, String round, Instant now) {
        notices.withdraw(confirmKey(pair.id()));
        Span hour = pair.state().hour();
        for (PersonId person : pair.both()) {
            notices.post(new Notice(
                    Notice.booked(pair.first()),
                    Kind.BOOKED,
                    person,
                    Map.of(
                            "other", pair.partnerOf(person).toString(),
                            "round", round,
                            "at", hour.from().toString()),
                    Optional.of(pair.first()),
                    path(pair.id()),
                    now,
                    hour.until()));
        }
    }

    /** Who turned it down knows; after a block nobody is told who wanted what. */
    void released(Pair pair, Released released, Instant now) {
        notices.withdraw(confirmKey(pair.id()));
        notices.withdraw("matched:" + pair.id());
        for (PersonId person : pair.both()) {
            if (released.why() != Why.DECLINED || !released.by().contains(person)) {
                notices.post(new Notice(
                        "released:" + pair.id(),
                        Kind.RELEASED,
                        person,
                        Map.of("at", released.hour().from().toString()),
                        Optional.empty(),
                        path(pair.id()),
                        now,
                        now.plus(Notice.NEWS)));
            }
        }
    }

    private static String confirmKey(PairId pair) {
        return "confirm:" + pair;
    }

    static String path(PairId pair) {
        return "/practice/pairs/" + pair;
    }
}
