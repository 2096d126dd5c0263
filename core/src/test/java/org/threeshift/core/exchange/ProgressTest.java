package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.Progress.FirstHalfOnly;
import org.threeshift.core.exchange.Progress.Offered;
import org.threeshift.core.exchange.Progress.Why;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class ProgressTest {
    /** A Monday afternoon in Auckland; the evening before in UTC. */
    private static final Instant START = Instant.parse("2026-03-01T23:00:00Z");

    private static final Instant ENDED = START.plus(Duration.ofMinutes(40));
    private static final Instant OFFER_ENDS = Instant.parse("2026-03-03T11:00:00Z");

    private Exchange exchange = Exchange.agreedOn(
            new ExchangeId(UUID.randomUUID()),
            new InterviewId(UUID.randomUUID()),
            new InterviewId(UUID.randomUUID()),
            90);

    @Test
    void nothing_is_offered_before_the_first_half_is_over_or_its_time_is_up() {
        assertThat(progress(half(Phase.SCHEDULED, 0), START)).isEqualTo(new Progress.Ahead());
        assertThat(progress(half(Phase.LIVE, 44), START)).isEqualTo(new Progress.FirstHalf());
        assertThat(progress(half(Phase.LIVE, 45), START)).isEqualTo(new Offered(Set.of(), Optional.empty()));
        assertThat(progress(half(Phase.DEBRIEFING, 40), ENDED))
                .isEqualTo(new Offered(Set.of(), Optional.of(OFFER_ENDS)));
    }

    @Test
    void an_offer_stands_until_the_end_of_the_next_day_where_it_was_agreed_on_also_once_the_scorecard_is_out() {
        Half over = half(Phase.PUBLISHED, 40);
        assertThat(progress(over, OFFER_ENDS.minusMillis(1))).isEqualTo(new Offered(Set.of(), Optional.of(OFFER_ENDS)));
        assertThat(progress(over, OFFER_ENDS)).isEqualTo(new FirstHalfOnly(Why.EXPIRED));
    }

    @Test
    void where_something_else_comes_the_offer_ends_before_it_also_while_the_first_half_runs_over() {
        Optional<Instant> next = Optional.of(START.plus(Duration.ofMinutes(90)));
        Instant before = START.plus(Duration.ofMinutes(89));
        for (Half over : List.of(half(Phase.LIVE, 45), half(Phase.DEBRIEFING, 45))) {
            assertThat(Progress.of(exchange, over, Optional.empty(), next, before))
                    .isEqualTo(new Offered(Set.of(), next));
        }
        for (Half late : List.of(half(Phase.LIVE, 30), half(Phase.LIVE, 45), half(Phase.DEBRIEFING, 45))) {
            assertThat(Progress.of(exchange, late, Optional.empty(), next, next.get()))
                    .as("%s after %s", late.phase(), late.spent())
                    .isEqualTo(new FirstHalfOnly(Why.EXPIRED));
        }
        declined(Chair.CANDIDATE);
        assertThat(Progress.of(exchange, half(Phase.LIVE, 45), Optional.empty(), next, next.get()))
                .as("a no is still a no")
                .isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
    }

    @Test
    void two_who_agreed_before_something_else_came_swap_even_so() {
        Optional<Instant> next = Optional.of(START.plus(Duration.ofMinutes(90)));
        ready(Chair.CANDIDATE, Chair.INTERVIEWER);
        for (Half late : List.of(half(Phase.LIVE, 45), half(Phase.DEBRIEFING, 45))) {
            assertThat(Progress.of(exchange, late, Optional.empty(), next, next.get()))
                    .isEqualTo(new Offered(Set.of(Chair.CANDIDATE, Chair.INTERVIEWER), next));
        }
    }

    @Test
    void two_who_agreed_in_time_are_never_too_late() {
        ready(Chair.CANDIDATE);
        assertThat(progress(half(Phase.DEBRIEFING, 40), OFFER_ENDS)).isEqualTo(new FirstHalfOnly(Why.EXPIRED));
        ready(Chair.CANDIDATE, Chair.INTERVIEWER);
        assertThat(progress(half(Phase.DEBRIEFING, 40), OFFER_ENDS)).isInstanceOf(Offered.class);
    }

    @Test
    void who_declines_leaves_the_first_half_alone() {
        declined(Chair.CANDIDATE);
        assertThat(progress(half(Phase.DEBRIEFING, 40), ENDED)).isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
        assertThat(progress(half(Phase.LIVE, 50), ENDED)).isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
        assertThat(progress(half(Phase.DEBRIEFING, 40), OFFER_ENDS))
                .isEqualTo(new FirstHalfOnly(Why.CANDIDATE_DECLINED));
        declined(Chair.INTERVIEWER);
        assertThat(progress(half(Phase.PUBLISHED, 40), ENDED)).isEqualTo(new FirstHalfOnly(Why.INTERVIEWER_DECLINED));
    }

    @Test
    void without_a_first_half_there_is_no_exchange() {
        assertThat(progress(half(Phase.CANCELLED, 0), START)).isEqualTo(new Progress.CalledOff());
    }

    @Test
    void the_second_half_says_how_far_it_is() {
        ready(Chair.CANDIDATE, Chair.INTERVIEWER);
        assertThat(withSecond(Phase.SCHEDULED)).isEqualTo(new Progress.SecondHalf());
        assertThat(withSecond(Phase.LIVE)).isEqualTo(new Progress.SecondHalf());
        assertThat(withSecond(Phase.DEBRIEFING)).isEqualTo(new Progress.Complete());
        assertThat(withSecond(Phase.PUBLISHED)).isEqualTo(new Progress.Complete());
        assertThat(withSecond(Phase.CANCELLED)).isEqualTo(new FirstHalfOnly(Why.SECOND_CALLED_OFF));
    }

    private Progress progress(Half first, Instant now) {
        return Progress.of(exchange, first, Optional.empty(), Optional.empty(), now);
    }

    private Progress withSecond(Phase phase) {
        return Progress.of(exchange, half(Phase.DEBRIEFING, 40), Optional.of(half(phase, 0)), Optional.empty(), ENDED);
    }

    private void ready(Chair... chairs) {
        Map<Chair, Instant> ready =
                Set.of(chairs).stream().collect(java.util.stream.Collectors.toMap(chair -> chair, _ -> ENDED));
        exchange = new Exchange(
                exchange.id(), exchange.first(), exchange.second(), 90, ready, Optional.empty(), Optional.empty());
    }

    private void declined(Chair by) {
        exchange = new Exchange(
                exchange.id(),
                exchange.first(),
                exchange.second(),
                90,
                Map.of(),
                Optional.of(new Exchange.Declined(by, ENDED)),
                Optional.empty());
    }

    private static Half half(Phase phase, int minutesSpent) {
        return new Half(
                new InterviewId(UUID.randomUUID()),
                phase,
                new PersonId(UUID.randomUUID()),
                Optional.of(new PersonId(UUID.randomUUID())),
                "Ben",
                "The seven",
                7,
                45,
                START,
                ZoneId.of("Pacific/Auckland"),
                Duration.ofMinutes(minutesSpent),
                phase == Phase.DEBRIEFING || phase == Phase.PUBLISHED ? Optional.of(ENDED) : Optional.empty());
    }
}
