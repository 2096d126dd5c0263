package org.threeshift.core.pairs;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

/** Tells the two of a pair what came of it, in the transaction of what it tells. */
@Component
class PairNotices {
    private final Notices notices;

    PairNotices(Notices notices) {
        this.notices = notices;
    }

    /** Both of each: a draw may make thousands of pairs. */
    void matched(Collection<PairRow> rows, Instant now) {
        notices.postAll(rows.stream().flatMap(row -> matched(row, now)).toList());
    }

    private static Stream<Notice> matched(PairRow row, Instant now) {
        Pair pair = row.pair();
        return pair.state() instanceof Undecided undecided
                ? pair.both().stream()
                        .map(person -> new Notice(
                                "matched:" + pair.id(),
                                Kind.MATCHED,
                                person,
                                Map.of(
                                        "at", undecided.hour().from().toString(),
                                        "confirm-by", undecided.confirmBy().toString(),
                                        "why", Ground.sentence(pair.origin(), row.why(), row.languages())),
                                Optional.empty(),
                                path(pair.id()),
                                now,
                                undecided.confirmBy()))
                : Stream.of();
    }

    /**
     * Whom a draw has found nobody for, or nobody who said yes: each is told once in a draw what they can do.
     *
     * @param why  in a sentence, to each
     * @param next when the next one is held; until then it is news
     */
    void leftOver(DrawId draw, Collection<PersonId> people, Function<PersonId, String> why, Instant next, Instant now) {
        notices.postAll(people.stream()
                .map(person -> new Notice(
                        leftKey(draw, person),
                        Kind.LEFT_OVER,
                        person,
                        Map.of("at", next.toString(), "why", why.apply(person)),
                        Optional.empty(),
                        "/practice/pairs",
                        now,
                        next))
                .toList());
    }

    /** They have a partner after all: who has not been told yet need not be. */
    void found(DrawId draw, Collection<PersonId> people) {
        notices.withdrawAll(people.stream().map(person -> leftKey(draw, person)).toList());
    }

    private static String leftKey(DrawId draw, PersonId person) {
        return "left:" + draw + ":" + person;
    }

    /** To the partner of whoever asks for another hour. */
    void moveAsked(Pair pair, Wish wish, Instant now) {
        Instant stands = pair.state().hour().from();
        Instant until =
                stands.isBefore(wish.hour().from()) ? stands : wish.hour().from();
        if (until.isAfter(now)) {
            notices.post(new Notice(
                    moveKey(pair.id(), now),
                    Kind.MOVE_ASKED,
                    pair.partnerOf(wish.by()),
                    Map.of(
                            "other", wish.by().toString(),
                            "at", wish.hour().from().toString(),
                            "before", stands.toString()),
                    Optional.of(pair.first()),
                    path(pair.id()),
                    now,
                    until));
        }
    }

    /** What was asked for is settled, or not asked for any more. */
    void moveSettled(PairId pair, Instant askedAt) {
        notices.settle(moveKey(pair, askedAt));
    }

    private static String moveKey(PairId pair, Instant askedAt) {
        return "move:" + pair + ":" + askedAt;
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
        notices.withdraw("matched:" + pair.id());
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

    /** To whoever will not meet the other nothing more is said of the pair; the other hears what they would have heard. */
    void parted(Pair pair, PersonId by) {
        notices.withdraw(confirmKey(pair.id()), Set.of(by));
        notices.withdraw("matched:" + pair.id(), Set.of(by));
    }

    /**
     * Who turned it down knows, as does whoever parted, who is not among those to be told; and whoever was not told of the pair yet need
     * not hear that nothing came of it.
     */
    void released(Pair pair, Released released, Set<PersonId> told, Instant now) {
        notices.withdraw(confirmKey(pair.id()));
        notices.withdraw("matched:" + pair.id());
        Set<PersonId> unaware = notices.untold("matched:" + pair.id());
        for (PersonId person : told) {
            if (!unaware.contains(person)
                    && (released.why() != Why.DECLINED || !released.by().contains(person))) {
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
