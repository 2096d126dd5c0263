package org.threeshift.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class CallsTest {
    private final InterviewFixtures core = new InterviewFixtures();
    private final CallStore store = new InMemoryCallStore(core.time);
    private final Calls calls = new Calls(store, core.states, core.bell, core.ids, core.time);
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private final Person eve = core.member("Eve");
    private final InterviewId interview = core.host(ada, new Candidate.Member(maya.id()), "warm-up", ben);

    @Test
    void the_candidate_and_the_interviewers_come_in_and_nobody_else() {
        in(ada);
        in(ben);
        in(maya);
        assertThat(calls.enter(interview, eve.id(), Optional.empty())).isEqualTo(new Entering.NotThere());
        assertThat(calls.watch(interview, eve.id())).isEqualTo(new Sight.Out(Gone.NOT_THERE));
        assertThat(calls.enter(new InterviewId(new UUID(1, 2)), ada.id(), Optional.empty()))
                .isEqualTo(new Entering.NotThere());
    }

    @Test
    void the_call_lasts_through_the_interview_and_some_hours_after_publication() {
        in(maya);
        core.send(interview, ada, new Command.Start());
        in(maya);
        publish();
        core.pass(Calls.AFTER_PUBLICATION.minusSeconds(1));
        in(maya);
        core.pass(Duration.ofSeconds(1));
        assertThat(calls.enter(interview, maya.id(), Optional.empty())).isEqualTo(new Entering.Closed());
    }

    @Test
    void a_cancelled_interview_ends_its_call() {
        ConnectionId page = in(maya);
        core.send(interview, ada, new Command.Cancel("A train stands still."));
        assertThat(calls.enter(interview, maya.id(), Optional.empty())).isEqualTo(new Entering.Closed());
        assertThat(calls.look(interview, maya.id(), page, 0)).isEqualTo(new Sight.Out(Gone.CLOSED));
        assertThat(calls.send(interview, maya.id(), page, List.of())).isEqualTo(new Sending.Out(Gone.CLOSED));
    }

    @Test
    void shadows_and_observers_come_in_too() {
        assertThat(calls.enter(interview, eve.id(), Optional.empty())).isEqualTo(new Entering.NotThere());
        core.send(interview, ada, new Command.GiveSeat(eve.id(), Seat.OBSERVER));
        in(eve);
        core.send(interview, ada, new Command.GiveSeat(eve.id(), Seat.SHADOW));
        in(eve);
        core.send(interview, ada, new Command.WithdrawSeat(eve.id()));
        assertThat(calls.enter(interview, eve.id(), Optional.empty())).isEqualTo(new Entering.NotThere());
    }

    @Test
    void whoever_is_taken_off_is_in_nobodys_callers_any_more_and_everybody_in_the_call_is_woken() {
        core.send(interview, ada, new Command.GiveSeat(eve.id(), Seat.OBSERVER));
        ConnectionId adas = in(ada);
        ConnectionId eves = in(eve);
        AtomicInteger woken = new AtomicInteger();
        try (var _ = calls.listen(interview, Optional.of(adas), woken::incrementAndGet)) {
            core.send(interview, ada, new Command.WithdrawSeat(eve.id()));
        }
        assertThat(woken.get()).isPositive();
        assertThat(store.callers(interview)).contains(caller(eves, eve));
        assertThat(calls.look(interview, ada.id(), adas, 0))
                .isEqualTo(
                        new Sight.Here(List.of(caller(adas, ada)), Set.of(ada.id(), ben.id(), maya.id()), List.of()));
        assertThat(store.callers(interview)).containsExactly(caller(adas, ada));
        assertThat(calls.look(interview, eve.id(), eves, 0)).isEqualTo(new Sight.Out(Gone.NOT_THERE));
        assertThat(calls.send(interview, eve.id(), eves, List.of())).isEqualTo(new Sending.Out(Gone.NOT_THERE));
    }

    @Test
    void when_the_call_is_over_or_elsewhere_the_first_look_of_anybody_empties_it() {
        in(ada);
        in(maya);
        core.send(interview, ada, new Command.SetMeetingLink(Optional.of(URI.create("https://meet.example.org/x"))));
        calls.watch(interview, ada.id());
        assertThat(store.callers(interview)).isEmpty();
        core.send(interview, ada, new Command.SetMeetingLink(Optional.empty()));
        in(maya);
        core.send(interview, ada, new Command.Cancel("A train stands still."));
        calls.watch(interview, ada.id());
        assertThat(store.callers(interview)).isEmpty();
    }

    @Test
    void however_many_watch_the_candidate_and_the_lead_come_in() {
        Person finn = core.member("Finn");
        core.send(interview, ada, new Command.GiveSeat(eve.id(), Seat.OBSERVER));
        core.send(interview, ada, new Command.GiveSeat(finn.id(), Seat.SHADOW));
        in(eve);
        in(finn);
        assertThat(calls.enter(interview, ben.id(), Optional.empty())).isEqualTo(new Entering.Full());
        in(eve);
        in(maya);
        assertThat(calls.enter(interview, ben.id(), Optional.empty())).isEqualTo(new Entering.Full());
        in(ada);
        assertThat(store.callers(interview)).hasSize(4);
    }

    @Test
    void a_link_of_the_hosts_own_takes_the_place_of_the_call_until_it_is_taken_away() {
        ConnectionId page = in(maya);
        core.send(interview, ada, new Command.SetMeetingLink(Optional.of(URI.create("https://meet.example.org/x"))));
        assertThat(calls.look(interview, maya.id(), page, 0)).isEqualTo(new Sight.Out(Gone.MOVED));
        assertThat(calls.enter(interview, maya.id(), Optional.empty())).isEqualTo(new Entering.Moved());
        core.send(interview, ada, new Command.SetMeetingLink(Optional.empty()));
        in(maya);
    }

    @Test
    void a_signal_wakes_its_receiver_and_nobody_else() {
        ConnectionId from = in(ada);
        ConnectionId to = in(maya);
        ConnectionId other = in(ben);
        AtomicInteger receiver = new AtomicInteger();
        AtomicInteger bystander = new AtomicInteger();
        try (var _ = calls.listen(interview, Optional.of(to), receiver::incrementAndGet);
                var _ = calls.listen(interview, Optional.of(other), bystander::incrementAndGet)) {
            assertThat(calls.send(interview, ada.id(), from, List.of(new Letter(to, "hello"))))
                    .isEqualTo(new Sending.Sent());
        }
        assertThat(receiver).hasValue(1);
        assertThat(bystander).hasValue(0);
        assertThat(calls.look(interview, maya.id(), to, 0))
                .isEqualTo(new Sight.Here(
                        List.of(caller(from, ada), caller(to, maya), caller(other, ben)),
                        Set.of(ada.id(), maya.id(), ben.id()),
                        List.of(new Signal(1, from, "hello"))));
    }

    @Test
    void coming_and_going_wakes_everybody_who_watches() {
        AtomicInteger woken = new AtomicInteger();
        try (var _ = calls.listen(interview, Optional.empty(), woken::incrementAndGet)) {
            ConnectionId page = in(maya);
            assertThat(woken).hasValue(1);
            calls.leave(interview, maya.id(), page);
            assertThat(woken).hasValue(2);
            in(maya);
            core.pass(Calls.LEASE.plusSeconds(1));
            calls.sweep();
            assertThat(woken).hasValue(4);
            calls.sweep();
            assertThat(woken).hasValue(4);
        }
    }

    @Test
    void what_happens_in_a_call_wakes_nobody_who_follows_the_interview() {
        AtomicInteger woken = new AtomicInteger();
        try (var _ = core.bell.listen(interview.value(), woken::incrementAndGet)) {
            in(maya);
        }
        assertThat(woken).hasValue(0);
    }

    @Test
    void a_page_that_was_overtaken_by_another_of_the_same_person_is_told_so_and_a_silent_one_may_come_again() {
        ConnectionId first = in(maya);
        ConnectionId second = in(maya);
        assertThat(calls.look(interview, maya.id(), first, 0)).isEqualTo(new Sight.Out(Gone.ELSEWHERE));
        assertThat(calls.send(interview, maya.id(), first, List.of())).isEqualTo(new Sending.Out(Gone.ELSEWHERE));
        core.pass(Calls.LEASE.plusSeconds(1));
        assertThat(calls.look(interview, maya.id(), second, 0)).isEqualTo(new Sight.Out(Gone.LAPSED));
    }

    @Test
    void whoever_says_so_often_enough_stays() {
        ConnectionId page = in(maya);
        for (int time = 0; time < 10; time++) {
            core.pass(Calls.LEASE.minusSeconds(1));
            assertThat(calls.send(interview, maya.id(), page, List.of())).isEqualTo(new Sending.Sent());
        }
        assertThat(calls.look(interview, maya.id(), page, 0)).isInstanceOf(Sight.Here.class);
    }

    @Test
    void a_page_that_was_forgotten_comes_in_under_its_name_unless_another_has_it() {
        ConnectionId page = in(maya);
        core.pass(Calls.LEASE.plusSeconds(1));
        calls.sweep();
        assertThat(calls.enter(interview, maya.id(), Optional.of(page))).isEqualTo(new Entering.In(page));
        assertThat(calls.enter(interview, ada.id(), Optional.of(page)))
                .isInstanceOfSatisfying(
                        Entering.In.class, in -> assertThat(in.connection()).isNotEqualTo(page));
        assertThat(calls.look(interview, maya.id(), page, 0)).isInstanceOf(Sight.Here.class);
    }

    @Test
    void nobody_speaks_or_hears_for_another() {
        ConnectionId mayas = in(maya);
        ConnectionId bens = in(ben);
        assertThat(calls.send(interview, ada.id(), mayas, List.of(new Letter(bens, "I am Maya"))))
                .isEqualTo(new Sending.Out(Gone.LAPSED));
        assertThat(calls.look(interview, ada.id(), mayas, 0)).isEqualTo(new Sight.Out(Gone.LAPSED));
        calls.leave(interview, ada.id(), mayas);
        assertThat(calls.look(interview, maya.id(), mayas, 0)).isInstanceOf(Sight.Here.class);
    }

    @Test
    void a_signal_to_somebody_who_has_left_is_dropped() {
        ConnectionId page = in(maya);
        ConnectionId gone = in(ben);
        calls.leave(interview, ben.id(), gone);
        assertThat(calls.send(interview, maya.id(), page, List.of(new Letter(gone, "?"))))
                .isEqualTo(new Sending.Sent());
    }

    @Test
    void signals_are_limited_in_size_and_in_number() {
        ConnectionId page = in(maya);
        ConnectionId other = in(ben);
        assertThat(calls.send(interview, maya.id(), page, List.of(new Letter(other, ""))))
                .isEqualTo(new Sending.TooLong());
        assertThat(calls.send(
                        interview, maya.id(), page, List.of(new Letter(other, "ü" + "x".repeat(Signal.BYTES - 1)))))
                .isEqualTo(new Sending.TooLong());
        for (int time = 0; time < Calls.SIGNALS; time++) {
            assertThat(calls.send(interview, maya.id(), page, List.of(new Letter(other, "x"))))
                    .isEqualTo(new Sending.Sent());
        }
        assertThat(calls.send(interview, maya.id(), page, List.of(new Letter(other, "x"))))
                .isEqualTo(new Sending.TooMany());
        core.pass(Calls.COUNTED_OVER.plusMillis(1));
        assertThat(calls.send(interview, maya.id(), page, List.of(new Letter(other, "x"))))
                .isEqualTo(new Sending.Sent());
    }

    @Test
    void a_receiver_that_takes_in_nothing_is_not_flooded() {
        ConnectionId page = in(maya);
        ConnectionId other = in(ben);
        Letter letter = new Letter(other, "x");
        for (int sent = 0; sent < CallStore.WAITING; sent++) {
            core.pass(Duration.ofMillis(50));
            assertThat(calls.send(interview, maya.id(), page, List.of(letter))).isEqualTo(new Sending.Sent());
            calls.send(interview, ben.id(), other, List.of());
        }
        assertThat(calls.send(interview, maya.id(), page, List.of(letter))).isEqualTo(new Sending.TooMany());
        core.pass(Calls.WAITS.plusSeconds(1));
        calls.sweep();
        in(ben);
        ConnectionId again = in(maya);
        assertThat(calls.send(interview, maya.id(), again, List.of(letter))).isEqualTo(new Sending.Sent());
    }

    private ConnectionId in(Person person) {
        if (calls.enter(interview, person.id(), Optional.empty()) instanceof Entering.In(var connection)) {
            return connection;
        }
        throw new AssertionError(person.name() + " does not get in");
    }

    private static Caller caller(ConnectionId connection, Person person) {
        return new Caller(connection, person.id());
    }

    private void publish() {
        var item = core.views
                .forInterviewer(interview, ada.id())
                .orElseThrow()
                .setup()
                .agenda()
                .items()
                .getFirst();
        core.send(interview, ada, new Command.Pose(item.questionId()));
        for (Person interviewer : List.of(ada, ben)) {
            item.shifts()
                    .forEach(shift ->
                            core.send(interview, interviewer, new Command.Rate(item.questionId(), shift, Level.THREE)));
            item.traps()
                    .forEach(trap -> core.send(
                            interview,
                            interviewer,
                            new Command.JudgeTrap(item.questionId(), trap.id(), TrapJudgement.AVOIDED)));
        }
        core.send(interview, ada, new Command.Finish());
        core.send(interview, ada, new Command.LockSheet(Verdict.YES, "Fine."));
        core.send(interview, ben, new Command.LockSheet(Verdict.YES, "Fine."));
        core.send(interview, ada, new Command.Publish(true));
    }
}
