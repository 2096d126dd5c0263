package org.threeshift.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.call.CallStore.Kept;
import org.threeshift.core.call.CallStore.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What calls do, wherever they are kept. */
abstract class CallStoreContract {
    static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration TEN = Duration.ofSeconds(10);

    abstract CallStore store();

    /** Somebody whom the store lets into a call. */
    abstract PersonId person();

    /** An interview that the store lets have a call. */
    abstract InterviewId interview();

    /** Lets time go by for everything that the store holds. */
    abstract void pass(Duration span);

    private InterviewId interview = new InterviewId(new UUID(0, 0));
    Seat ada = new Seat(interview, connection(), new PersonId(new UUID(0, 0)));
    Seat ben = ada;

    @BeforeEach
    void two_are_in() {
        interview = interview();
        ada = in();
        ben = in();
    }

    @Test
    void everybody_in_a_call_is_seen_in_the_order_of_their_places() {
        assertThat(callers()).containsExactly(caller(ada), caller(ben));
        assertThat(store().callers(interview())).isEmpty();
    }

    @Test
    void four_fit_and_a_fifth_does_not() {
        in();
        in();
        assertThat(store().enter(seat(person()), Kept.NONE, LEASE)).isFalse();
        assertThat(callers()).hasSize(4);
    }

    @Test
    void two_watchers_and_an_interviewer_are_in_the_candidate_still_comes_in() {
        PersonId lead = person();
        PersonId candidate = person();
        var kept = new Kept(2, Set.of(lead, candidate));
        assertThat(store().enter(seat(person()), kept, LEASE))
                .as("a third of those who wait behind")
                .isFalse();
        assertThat(store().enter(seat(lead), Kept.NONE, LEASE)).isTrue();
        assertThat(store().enter(seat(person()), kept, LEASE)).isFalse();
        assertThat(store().enter(seat(candidate), Kept.NONE, LEASE)).isTrue();
        assertThat(callers()).hasSize(4);
    }

    @Test
    void a_place_is_kept_for_somebody_who_is_not_known_yet() {
        PersonId lead = person();
        var kept = new Kept(2, Set.of(lead));
        assertThat(store().enter(seat(lead), Kept.NONE, LEASE)).isTrue();
        assertThat(store().enter(seat(person()), kept, LEASE)).isFalse();
        assertThat(store().enter(seat(person()), Kept.NONE, LEASE)).isTrue();
    }

    @Test
    void what_is_kept_takes_nothing_from_whoever_holds_a_place() {
        in();
        Seat again = seat(ada.person());
        assertThat(store().enter(again, new Kept(2, Set.of(person())), LEASE)).isTrue();
        assertThat(callers()).contains(caller(again)).hasSize(3);
        assertThat(store().enter(seat(person()), new Kept(2, Set.of(person())), LEASE))
                .isFalse();
        assertThat(callers()).hasSize(3);
    }

    @Test
    void somebody_who_comes_in_again_takes_the_place_of_their_own_earlier_page() {
        in();
        in();
        Seat again = seat(ada.person());
        assertThat(store().enter(again, Kept.NONE, LEASE)).isTrue();
        assertThat(callers())
                .contains(caller(again))
                .doesNotContain(caller(ada))
                .hasSize(4);
    }

    @Test
    void a_page_may_keep_its_name_but_not_take_that_of_another() {
        assertThat(store().enter(ada, Kept.NONE, LEASE)).isTrue();
        assertThat(store().enter(new Seat(interview, ada.connection(), person()), Kept.NONE, LEASE))
                .isFalse();
        assertThat(store().enter(new Seat(interview(), ben.connection(), ben.person()), Kept.NONE, LEASE))
                .isFalse();
        assertThat(callers()).containsExactly(caller(ada), caller(ben));
    }

    @Test
    void whoever_leaves_makes_room() {
        in();
        in();
        assertThat(store().leave(ben)).isTrue();
        assertThat(store().leave(ben)).isFalse();
        assertThat(store().enter(seat(person()), Kept.NONE, LEASE)).isTrue();
    }

    @Test
    void nobody_leaves_for_another() {
        assertThat(store().leave(new Seat(interview, ada.connection(), ben.person())))
                .isFalse();
        assertThat(callers()).contains(caller(ada));
    }

    @Test
    void a_silent_page_is_out_when_its_lease_is_over_and_a_renewed_one_is_not() {
        pass(TEN);
        assertThat(store().renew(ben, 0, TEN, LEASE)).hasValue(0);
        pass(TEN.plusSeconds(1));
        assertThat(callers()).containsExactly(caller(ben));
        assertThat(store().sweep(TEN)).contains(interview);
        assertThat(store().sweep(TEN)).isEmpty();
        assertThat(store().renew(ada, 0, TEN, LEASE)).isEmpty();
    }

    @Test
    void places_of_silent_pages_are_taken_without_a_sweep() {
        in();
        in();
        pass(LEASE.plusSeconds(1));
        assertThat(store().enter(seat(person()), Kept.NONE, LEASE)).isTrue();
        assertThat(callers()).hasSize(1);
    }

    @Test
    void nobody_renews_the_lease_of_another() {
        assertThat(store().renew(new Seat(interview, ada.connection(), ben.person()), 1, TEN, LEASE))
                .isEmpty();
        assertThat(store().renew(new Seat(interview(), ada.connection(), ada.person()), 1, TEN, LEASE))
                .isEmpty();
    }

    @Test
    void signals_are_counted_until_their_time_is_over() {
        assertThat(store().renew(ada, 3, TEN, LEASE)).hasValue(3);
        pass(Duration.ofSeconds(5));
        assertThat(store().renew(ada, 4, TEN, LEASE)).hasValue(7);
        pass(Duration.ofSeconds(6));
        assertThat(store().renew(ada, 2, TEN, LEASE)).hasValue(2);
        assertThat(store().renew(ben, 1, TEN, LEASE)).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void signals_come_in_the_order_in_which_they_were_sent_and_stay_for_a_second_look() {
        Seat cas = in();
        assertThat(post(ada, cas, "one")).isTrue();
        assertThat(post(ben, cas, "two")).isTrue();
        assertThat(store().signals(cas.connection(), 0))
                .containsExactly(new Signal(1, ada.connection(), "one"), new Signal(2, ben.connection(), "two"));
        assertThat(store().signals(cas.connection(), 1)).containsExactly(new Signal(2, ben.connection(), "two"));
        assertThat(store().signals(ada.connection(), 0)).isEmpty();
    }

    @Test
    void a_signal_reaches_nobody_outside_of_the_call_and_not_its_sender() {
        Seat elsewhere = seat(interview(), ada.person());
        store().enter(elsewhere, Kept.NONE, LEASE);
        assertThat(post(ada, elsewhere, "?")).isFalse();
        assertThat(post(ada, ada, "?")).isFalse();
        assertThat(post(ada, seat(person()), "?")).isFalse();
        assertThat(store().signals(elsewhere.connection(), 0)).isEmpty();
    }

    @Test
    void no_more_than_a_number_of_signals_wait_for_one_page() {
        for (int number = 1; number <= CallStore.WAITING; number++) {
            assertThat(post(ada, ben, "signal " + number)).isTrue();
        }
        assertThat(post(ada, ben, "one more")).isFalse();
        pass(Duration.ofSeconds(2));
        store().sweep(Duration.ofSeconds(1));
        assertThat(store().signals(ben.connection(), 0)).isEmpty();
        assertThat(post(ada, ben, "after the sweep")).isTrue();
        assertThat(store().signals(ben.connection(), 0))
                .extracting(Signal::number)
                .containsExactly(CallStore.WAITING + 1L);
    }

    @Test
    void signals_go_with_the_page_that_they_were_for() {
        post(ada, ben, "hello");
        store().leave(ben);
        assertThat(store().signals(ben.connection(), 0)).isEmpty();
    }

    boolean post(Seat from, Seat to, String body) {
        return store().post(from, new Letter(to.connection(), body));
    }

    Seat in() {
        Seat seat = seat(person());
        assertThat(store().enter(seat, Kept.NONE, LEASE)).isTrue();
        return seat;
    }

    private Seat seat(PersonId person) {
        return seat(interview, person);
    }

    private static Seat seat(InterviewId interview, PersonId person) {
        return new Seat(interview, connection(), person);
    }

    private static ConnectionId connection() {
        return new ConnectionId(UUID.randomUUID());
    }

    private List<Caller> callers() {
        return store().callers(interview);
    }

    private static Caller caller(Seat seat) {
        return new Caller(seat.connection(), seat.person());
    }
}
