package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class CarriedEntryTest {
    private static final String FIRST = "goals-from-the-business";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static List<Command> carried() {
        return List.of(
                new Command.Rate(FIRST, Shift.TEAM, Level.NOT_OBSERVED),
                new Command.JudgeTrap(FIRST, "vanity-metrics", TrapJudgement.RECOVERED),
                new Command.AskProbe(FIRST, Rung.DIRECTOR),
                new Command.JudgeProbe(FIRST, Rung.MANAGER, false),
                new Command.MarkHeight(FIRST, Shift.STRATEGY),
                new Command.Pose(FIRST),
                new Command.CloseQuestion(FIRST));
    }

    private static Sent sent(Command command) {
        return new Sent(new UUID(1, 2), new Command.By(new PersonId(new UUID(3, 4)), NOON), command);
    }

    @ParameterizedTest
    @MethodSource("carried")
    void what_a_key_does_comes_back_as_it_was(Command command) {
        CarriedEntry entry = CarriedEntry.of(sent(command)).orElseThrow();
        assertThat(entry.command(NOON.plusSeconds(20))).contains(command);
        assertThat(entry.commandId()).contains(new UUID(1, 2));
    }

    @Test
    void a_step_that_ends_something_is_not_carried() {
        assertThat(CarriedEntry.of(sent(new Command.Finish()))).isEmpty();
        assertThat(CarriedEntry.of(sent(new Command.LockSheet(Verdict.YES, "Good."))))
                .isEmpty();
    }

    @Test
    void what_is_old_or_of_tomorrow_is_left_alone() {
        CarriedEntry entry = CarriedEntry.of(sent(new Command.Pose(FIRST))).orElseThrow();
        assertThat(entry.command(NOON.plus(CarriedEntry.FOR).plusSeconds(1))).isEmpty();
        assertThat(entry.command(NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void what_no_server_ever_wrote_is_nothing() {
        for (List<String> what : List.of(
                List.<String>of(),
                List.of("rate"),
                List.of("rate", FIRST, "STRATEGY", "TEN"),
                List.of("lock", "STRONG_YES"))) {
            assertThat(new CarriedEntry("x", NOON.toEpochMilli(), what).command(NOON))
                    .isEmpty();
        }
        assertThat(new CarriedEntry("x", 0, List.of()).commandId()).isEmpty();
        assertThat(CarriedEntries.read("{\"id\":")).isEmpty();
        assertThat(CarriedEntries.read("null")).isEmpty();
        assertThat(CarriedEntries.read("[{\"id\":\"x\",\"at\":1}]"))
                .allSatisfy(entry -> assertThat(entry.command(NOON)).isEmpty());
    }

    @Test
    void another_node_takes_what_the_dead_one_did_not_save_once_and_in_order() {
        var core = new InterviewFixtures();
        Person ada = core.coach("Ada");
        InterviewId interview = core.host(ada, new Candidate.ByLink("Zoe"), "the-seven");
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(FIRST));
        core.line.cut();
        var entries = List.of(
                new CarriedEntry(
                        new UUID(0, 1).toString(),
                        core.time.instant().toEpochMilli(),
                        List.of("rate", FIRST, "STRATEGY", "FOUR")),
                new CarriedEntry(
                        new UUID(0, 2).toString(),
                        core.time.instant().toEpochMilli(),
                        List.of("rate", FIRST, "STRATEGY", "TWO")));
        core.line.mend();
        ConsolePresenter next = ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow();
        assertThat(next.again(entries).level(Shift.STRATEGY)).contains(Level.TWO);
        long seq = next.screen().log().seq();
        assertThat(next.again(entries).level(Shift.STRATEGY)).contains(Level.TWO);
        assertThat(next.screen().log().seq()).isEqualTo(seq);
    }
}
