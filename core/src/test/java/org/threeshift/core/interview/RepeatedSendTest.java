package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Command.By;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** A sender whose answer got lost sends again: that must be harmless, and be answered as the first time. */
class RepeatedSendTest {
    private final PersonId host = new PersonId(UUID.randomUUID());
    private final InterviewId id = new InterviewId(UUID.randomUUID());
    private final InterviewLog log = new InMemoryInterviewLog();
    private final LocalBell bell = new LocalBell();
    private final Interviews here = new Interviews(log, bell);
    private final Interviews there = new Interviews(log, bell);

    @BeforeEach
    void begin() {
        done(here.sendAll(
                id,
                List.of(
                        sent(new Command.Schedule(
                                Kind.PEER,
                                Set.of(host),
                                Optional.empty(),
                                "Ada",
                                Scene.AGENDA,
                                Scene.NOW,
                                ZoneId.of("UTC"))),
                        sent(new Command.Start()),
                        sent(new Command.Pose("budget")))));
    }

    @Test
    void a_note_sent_twice_is_one_note() {
        Sent note = sent(note());
        assertThat(done(here.send(id, note)).seq()).isEqualTo(4);
        assertThat(done(here.send(id, note)).seq()).isEqualTo(4);
        assertThat(log.read(id, 0)).hasSize(4);
    }

    @Test
    void a_note_sent_again_to_another_node_is_one_note() {
        done(there.send(id, sent(rated(Level.ONE))));
        Sent note = sent(note());
        Outcome first = here.send(id, note);
        assertThat(there.send(id, note)).isEqualTo(first);
        assertThat(log.read(id, 0)).hasSize(5);
    }

    @Test
    void a_note_with_another_command_id_is_refused_so_it_was_the_id_that_made_it_harmless() {
        Command note = note();
        done(here.send(id, sent(note)));
        assertThat(here.send(id, sent(note)))
                .isEqualTo(new Outcome.Refused(new Refusal(Refusal.Code.EVIDENCE_EXISTS, List.of(), List.of())));
    }

    @Test
    void a_rating_that_came_late_again_does_not_undo_the_one_after_it() {
        Sent first = sent(rated(Level.ONE));
        done(here.send(id, first));
        done(there.send(id, sent(rated(Level.FIVE))));
        assertThat(done(here.send(id, first)).seq()).isEqualTo(5);
        assertThat(log.read(id, 0)).hasSize(5);
    }

    @Test
    void a_command_twice_in_one_go_happens_once() {
        Sent note = sent(note());
        assertThat(done(here.sendAll(id, List.of(note, note))).seq()).isEqualTo(4);
    }

    @Test
    void another_person_gets_nothing_by_a_command_id_that_they_know() {
        Sent note = sent(note());
        done(here.send(id, note));
        var stranger = new By(new PersonId(UUID.randomUUID()), note.by().at());
        var again = new Sent(note.commandId(), stranger, note.command());
        Outcome nothing = new Outcome.Refused(Refusal.of(Refusal.Code.NOT_FOUND));
        assertThat(here.send(id, again)).isEqualTo(nothing);
        assertThat(there.send(id, again)).isEqualTo(nothing);
    }

    @Test
    void a_repeated_send_rings_no_bell() {
        AtomicInteger rung = new AtomicInteger();
        Sent note = sent(note());
        try (var _ = bell.listen(id.value(), rung::incrementAndGet)) {
            here.send(id, note);
            here.send(id, note);
        }
        assertThat(rung).hasValue(1);
    }

    @Test
    void eight_who_send_the_same_at_once_on_two_nodes_make_one_note() throws Exception {
        Sent note = sent(note());
        var sends = new ArrayList<Callable<Outcome>>();
        for (int sender = 0; sender < 8; sender++) {
            Interviews node = sender % 2 == 0 ? here : there;
            sends.add(() -> node.send(id, note));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome> answer : threads.invokeAll(sends)) {
                assertThat(done(answer.get()).seq()).isEqualTo(4);
            }
        }
        assertThat(log.read(id, 0)).hasSize(4);
    }

    @Test
    void a_command_id_of_another_interview_changes_nothing() {
        Sent note = sent(note());
        done(here.send(id, note));
        InterviewId other = new InterviewId(UUID.randomUUID());
        Sent schedule = new Sent(
                note.commandId(),
                note.by(),
                new Command.Schedule(
                        Kind.PEER, Set.of(host), Optional.empty(), "Ada", Scene.AGENDA, Scene.NOW, ZoneId.of("UTC")));
        assertThat(here.send(other, schedule)).isInstanceOf(Outcome.Refused.class);
        assertThat(log.read(other, 0)).isEmpty();
    }

    @Test
    void a_node_that_knows_too_little_looks_again_before_it_refuses() {
        done(there.send(id, sent(new Command.Pose("hire"))));
        Command rate = new Command.Rate("hire", Shift.ACCOUNTABILITY, Level.TWO);
        assertThat(done(here.send(id, sent(rate))).seq()).isEqualTo(5);
    }

    private static Command note() {
        return new Command.NoteEvidence(new EvidenceId(UUID.randomUUID()), "budget", "Named the cost.");
    }

    private static Command rated(Level level) {
        return new Command.Rate("budget", Shift.STRATEGY, level);
    }

    private Sent sent(Command command) {
        return new Sent(UUID.randomUUID(), new By(host, Scene.NOW), command);
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }
}
