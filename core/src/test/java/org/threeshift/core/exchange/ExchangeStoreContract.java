package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.exchange.SecondRound.Source;
import org.threeshift.core.interview.model.InterviewId;

/** What every store of exchanges does. */
abstract class ExchangeStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    abstract ExchangeStore store();

    /** An interview that can be a first half. */
    abstract InterviewId interview();

    @Test
    void what_was_agreed_on_is_found_by_its_id_and_by_either_half() {
        Exchange exchange = added();
        assertThat(store().find(exchange.id())).contains(exchange);
        assertThat(store().ofHalves(List.of(exchange.first()))).containsExactly(exchange);
        assertThat(store().ofHalves(List.of(exchange.second()))).containsExactly(exchange);
        assertThat(store().ofHalves(List.of(exchange.first(), exchange.second())))
                .containsExactly(exchange);
        assertThat(store().ofHalves(List.of(new InterviewId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(store().find(new ExchangeId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void the_newest_stands_first() {
        Exchange older = added();
        Exchange newer = store().add(fresh(interview()), NOON.plusSeconds(1));
        assertThat(store().ofHalves(List.of(older.first(), newer.first()))).containsExactly(newer, older);
    }

    @Test
    void a_first_half_belongs_to_one_exchange_only() {
        Exchange exchange = added();
        assertThat(store().add(fresh(exchange.first()), NOON)).isEqualTo(exchange);
        assertThat(store().ofHalves(List.of(exchange.first()))).containsExactly(exchange);
    }

    @Test
    void each_agrees_on_their_own_and_the_first_moment_counts() {
        Exchange exchange = added();
        assertThat(store().agree(exchange.id(), Chair.CANDIDATE, NOON).ready())
                .isEqualTo(Map.of(Chair.CANDIDATE, NOON));
        assertThat(store().agree(exchange.id(), Chair.CANDIDATE, NOON.plusSeconds(9))
                        .ready())
                .isEqualTo(Map.of(Chair.CANDIDATE, NOON));
        Exchange both = store().agree(exchange.id(), Chair.INTERVIEWER, NOON.plusSeconds(10));
        assertThat(both.bothReady()).isTrue();
        assertThat(store().find(exchange.id())).contains(both);
    }

    @Test
    void once_declined_nobody_agrees_any_more() {
        Exchange exchange = added();
        store().agree(exchange.id(), Chair.INTERVIEWER, NOON);
        Exchange declined = store().decline(exchange.id(), Chair.CANDIDATE, NOON.plusSeconds(1));
        assertThat(declined.declined()).contains(new Exchange.Declined(Chair.CANDIDATE, NOON.plusSeconds(1)));
        assertThat(store().agree(exchange.id(), Chair.CANDIDATE, NOON.plusSeconds(2)))
                .isEqualTo(declined);
        assertThat(store().decline(exchange.id(), Chair.INTERVIEWER, NOON.plusSeconds(3)))
                .isEqualTo(declined);
    }

    @Test
    void once_both_agreed_nobody_declines_any_more() {
        Exchange exchange = added();
        store().agree(exchange.id(), Chair.INTERVIEWER, NOON);
        Exchange both = store().agree(exchange.id(), Chair.CANDIDATE, NOON);
        assertThat(store().decline(exchange.id(), Chair.CANDIDATE, NOON)).isEqualTo(both);
        assertThat(both.declined()).isEmpty();
    }

    @Test
    void where_the_questions_come_from_is_said_once_and_after_both_agreed() {
        Exchange exchange = added();
        assertThat(store().settle(exchange.id(), Source.ROUND).source()).isEmpty();
        store().agree(exchange.id(), Chair.INTERVIEWER, NOON);
        store().agree(exchange.id(), Chair.CANDIDATE, NOON);
        assertThat(store().settle(exchange.id(), Source.SEEN_BEFORE).source()).contains(Source.SEEN_BEFORE);
        assertThat(store().settle(exchange.id(), Source.ROUND).source()).contains(Source.SEEN_BEFORE);
    }

    private Exchange added() {
        return store().add(fresh(interview()), NOON);
    }

    private static Exchange fresh(InterviewId first) {
        return new Exchange(
                new ExchangeId(UUID.randomUUID()),
                first,
                new InterviewId(UUID.randomUUID()),
                90,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
