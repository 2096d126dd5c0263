package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.exchange.SecondRound;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.pairs.model.PairRefusal;
import org.threeshift.core.people.PersonId;

/** Which round each of two asks. */
class PairRoundsIT extends PairNodes {
    @Test
    void whoever_interviews_first_takes_another_round_until_it_begins_and_nobody_else_does() {
        PairView pair = confirmed(member("role"), member("role"));
        PersonId host = interview(pair).setup().host();
        PersonId candidate = pair.pair().partnerOf(host);
        assertThat(asked(pair, host).first()).isTrue();
        assertThat(keys(pair, host))
                .as("those that fit half an hour, without the one that it is on")
                .containsExactly("marketing-manager/warm-up");
        assertThat(asked(pair, host).minutes()).isEqualTo(30);
        assertThat(asked(pair, host).tooLong())
                .extracting(AskedRounds.Offer::roundId)
                .as("said of those that a half has no room for, and they are not taken")
                .containsExactly("director-panel", "the-seven");
        assertThat(choose(pair, host, "marketing-manager/director-panel")).contains(PairRefusal.ROUND_NOT_THERE);
        assertThat(choose(pair, candidate, "marketing-manager/hiring-manager-screen"))
                .as("they are to be asked it themselves")
                .contains(PairRefusal.ROUND_NOT_THERE);
        assertThat(choose(pair, host, "marketing-manager/warm-up")).isEmpty();
        Interview.Known changed = interview(pair);
        assertThat(changed.setup().agenda().roundId()).isEqualTo("warm-up");
        assertThat(changed.setup().agenda().minutes()).isEqualTo(30);
        assertThat(keys(pair, candidate))
                .as("of the round that was put away the first interviewer has read the guide")
                .isEmpty();
        assertThat(one.getBean(HeldRounds.class)
                        .of(view(pair, candidate))
                        .orElseThrow()
                        .title())
                .isEqualTo(changed.setup().agenda().title());
        now = pair.hour().from();
        enter(pair, person(host));
        enter(pair, person(candidate));
        send(pair, host, new Command.Start());
        assertThat(choose(pair, host, "marketing-manager/hiring-manager-screen"))
                .contains(PairRefusal.BEGUN);
        assertThat(one.getBean(RoundOffers.class).of(view(pair, host))).isEmpty();
        assertThat(one.getBean(RoundOffers.class)
                        .choose(pair.id(), member("role").id(), "a/b"))
                .isInstanceOf(PairAnswer.NotThere.class);
    }

    @Test
    void the_second_half_is_held_on_what_its_interviewer_chose_and_the_first_leaves_it_alone() {
        PairView pair = confirmed(member("role"), member("role"));
        PersonId host = interview(pair).setup().host();
        PersonId candidate = pair.pair().partnerOf(host);
        assertThat(asked(pair, candidate).first()).isFalse();
        assertThat(asked(pair, candidate).second()).isEmpty();
        assertThat(choose(pair, candidate, "marketing-manager/warm-up")).isEmpty();
        assertThat(asked(pair, host).second())
                .hasValueSatisfying(second -> assertThat(second.roundId()).isEqualTo("warm-up"));
        assertThat(keys(pair, host))
                .as("its guide stays closed to who is asked")
                .isEmpty();
        assertThat(choose(pair, host, "marketing-manager/warm-up")).contains(PairRefusal.ROUND_NOT_THERE);

        now = pair.hour().from();
        enter(pair, person(host));
        enter(pair, person(candidate));
        send(pair, host, new Command.Start());
        send(
                pair,
                host,
                new Command.Pose(
                        interview(pair).setup().agenda().items().getFirst().questionId()));
        send(pair, host, new Command.Finish());
        Exchanges exchanges = one.getBean(Exchanges.class);
        var exchange = exchanges.of(pair.first(), host).orElseThrow();
        assertThat(exchange.next().orElseThrow().source()).isEqualTo(SecondRound.Source.CHOSEN);
        exchanges.agree(exchange.id(), host);
        exchanges.agree(exchange.id(), candidate);
        assertThat(exchanges.of(pair.first(), host).orElseThrow().second()).isPresent();
        assertThat(one.getBean(InterviewStates.class)
                        .find(exchanges
                                .of(pair.first(), host)
                                .orElseThrow()
                                .second()
                                .orElseThrow()
                                .id())
                        .orElseThrow()
                        .setup()
                        .agenda()
                        .roundId())
                .isEqualTo("warm-up");
    }

    private static AskedRounds asked(PairView pair, PersonId reader) {
        return one.getBean(RoundOffers.class).of(view(pair, reader)).orElseThrow();
    }

    private static List<String> keys(PairView pair, PersonId reader) {
        return asked(pair, reader).others().stream().map(AskedRounds.Offer::key).toList();
    }

    private static PairView view(PairView pair, PersonId reader) {
        return one.getBean(Pairs.class).find(pair.id(), reader).orElseThrow();
    }

    /** Why not; absent when it was. */
    private static Optional<PairRefusal> choose(PairView pair, PersonId by, String key) {
        return one.getBean(RoundOffers.class).choose(pair.id(), by, key)
                        instanceof PairAnswer.Refused(var why, var _, var _)
                ? Optional.of(why)
                : Optional.empty();
    }
}
