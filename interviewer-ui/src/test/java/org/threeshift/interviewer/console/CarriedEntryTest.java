package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.interviewer.console.CarriedEntry.Meaning;

class CarriedEntryTest {
    private static final String FIRST = "goals-from-the-business";
    private static final String SECOND = "channels-on-a-small-budget";
    private static final String THIRD = "a-campaign-that-failed";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final InterviewId interview = core.host(ada, new Candidate.ByLink("Zoe"), "the-seven");

    static List<Command> carried() {
        return List.of(
                new Command.Rate(FIRST, Shift.TEAM, Level.NOT_OBSERVED),
                new Command.JudgeTrap(FIRST, "vanity-metrics", TrapJudgement.RECOVERED),
                new Command.AskProbe(FIRST, Rung.DIRECTOR),
                new Command.JudgeProbe(FIRST, Rung.MANAGER, false),
                new Command.MarkHeight(FIRST, Shift.STRATEGY),
                new Command.Pose(FIRST),
                new Command.CloseQuestion(FIRST),
                new Command.ReviseEvidence(new EvidenceId(new UUID(5, 6)), "In other words"),
                new Command.WithdrawEvidence(new EvidenceId(new UUID(5, 6))));
    }

    @BeforeEach
    void live() {
        core.send(interview, ada, new Command.Start());
        core.send(interview, ada, new Command.Pose(FIRST));
    }

    private static Sent sent(Command command) {
        return new Sent(new UUID(1, 2), new Command.By(new PersonId(new UUID(3, 4)), NOON), command);
    }

    private InterviewerView log() {
        return core.views.forInterviewer(interview, ada.id()).orElseThrow();
    }

    private CarriedEntry entry(int number, String... what) {
        return new CarriedEntry(
                new UUID(0, number).toString(),
                core.time.instant().toEpochMilli(),
                List.of(what),
                "Number " + number + ".");
    }

    /** A console on another node, which knows nothing but the log. */
    private ConsolePresenter another() {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow();
    }

    /** What lies in the browser after these keys were pressed while the database was away. */
    private List<CarriedEntry> carriedAfter(String... keys) {
        ConsolePresenter here = another();
        core.line.hang();
        var hand = new Keys(here);
        for (String key : keys) {
            hand.press(key);
        }
        List<CarriedEntry> carried = here.screen().carried();
        assertThat(CarriedEntries.read(CarriedEntries.json(carried))).isEqualTo(carried);
        return carried;
    }

    @ParameterizedTest
    @MethodSource("carried")
    void what_a_key_does_comes_back_as_it_was(Command command) {
        CarriedEntry entry = CarriedEntry.of(sent(command), log()).orElseThrow();
        assertThat(entry.meaning()).contains(new Meaning.Send(command));
        assertThat(entry.commandId()).contains(new UUID(1, 2));
        assertThat(entry.name()).isNotEmpty();
    }

    @Test
    void of_a_step_that_ends_something_only_the_name_is_carried() {
        for (Command command :
                List.of(new Command.Finish(), new Command.Pause(), new Command.LockSheet(Verdict.YES, "Good."))) {
            CarriedEntry entry = CarriedEntry.of(sent(command), log()).orElseThrow();
            assertThat(entry.meaning()).contains(new Meaning.Lost());
        }
        assertThat(another().again(List.of(entry(1, "lost"))).said(Place.COURSE))
                .contains("Was not saved: Number 1. Do again what still matters.");
        assertThat(log().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void a_new_note_is_carried_on_its_own() {
        var note = new Command.NoteEvidence(new EvidenceId(new UUID(5, 6)), FIRST, "Said");
        assertThat(CarriedEntry.of(sent(note), log())).isEmpty();
    }

    @Test
    void what_is_old_or_of_tomorrow_or_from_before_the_start_is_not_taken_and_named() {
        core.pass(Duration.ofMinutes(2));
        ConsolePresenter next = another();
        Instant now = core.time.instant();
        for (Instant at : List.of(
                now.minus(HandingIn.FOR).minusSeconds(1),
                now.plus(HandingIn.CLOCKS_DIFFER).plusSeconds(1),
                now.minus(Duration.ofMinutes(3)),
                Instant.ofEpochMilli(-1))) {
            var entry = new CarriedEntry(
                    new UUID(7, at.toEpochMilli()).toString(),
                    at.toEpochMilli(),
                    List.of("rate", FIRST, "STRATEGY", "FOUR"),
                    "Strategy: 4.");
            assertThat(next.again(List.of(entry)).said(Place.COURSE))
                    .hasValueSatisfying(said -> assertThat(said).contains("Strategy: 4."));
        }
        assertThat(log().sheet().levels()).isEmpty();
    }

    @Test
    void a_clock_that_goes_a_little_before_this_one_dates_nothing_into_the_future() {
        long ahead = core.time.instant().plusSeconds(2).toEpochMilli();
        another()
                .again(List.of(
                        new CarriedEntry(new UUID(0, 1).toString(), ahead, List.of("height", FIRST, "STRATEGY"), "")));
        assertThat(log().course().orElseThrow().posed(FIRST).orElseThrow().heights())
                .singleElement()
                .satisfies(height -> assertThat(height.after()).isEqualTo(Duration.ZERO));
    }

    @Test
    void what_was_entered_and_taken_back_is_neither_saved_nor_missed() {
        List<CarriedEntry> carried = carriedAfter("4", Keys.UNDO);
        assertThat(carried).hasSize(2);
        core.line.cut();
        core.line.mend();
        Screen screen = elsewhere(carried);
        assertThat(screen.said()).isEmpty();
    }

    /** On a node of another installation's clock and log: nothing of what was carried was saved there. */
    private static Screen elsewhere(List<CarriedEntry> carried) {
        var other = new CarriedEntryTest();
        other.live();
        Screen screen = other.another().again(carried);
        assertThat(other.log().sheet().levels()).isEmpty();
        return screen;
    }

    @Test
    void what_was_saved_after_all_and_taken_back_is_taken_back_there() {
        var rate = new Command.Rate(FIRST, Shift.STRATEGY, Level.FOUR);
        var by = new Command.By(ada.id(), core.time.instant());
        core.interviews.send(interview, new Sent(new UUID(0, 1), by, rate));
        Screen screen = another()
                .again(List.of(
                        entry(1, "rate", FIRST, "STRATEGY", "FOUR"), entry(2, "undo", new UUID(0, 1).toString())));
        assertThat(screen.said()).isEmpty();
        assertThat(log().sheet().levels()).isEmpty();
    }

    @Test
    void what_was_saved_before_is_taken_back_only_when_it_is_still_the_last_thing() {
        core.send(interview, ada, new Command.Rate(FIRST, Shift.STRATEGY, Level.FOUR));
        core.send(interview, ada, new Command.Rate(FIRST, Shift.ACCOUNTABILITY, Level.TWO));
        Screen screen = another().again(List.of(entry(1, "back", "rate", FIRST, "STRATEGY")));
        assertThat(screen.said(Place.COURSE)).contains("Was not saved: Number 1. Do again what still matters.");
        assertThat(log().sheet().levels()).hasSize(2);
        screen = another().again(List.of(entry(2, "back", "rate", FIRST, "ACCOUNTABILITY")));
        assertThat(screen.said()).isEmpty();
        assertThat(log().sheet().level(FIRST, Shift.ACCOUNTABILITY)).isEmpty();
    }

    @Test
    void taking_back_names_what_it_takes_back() {
        core.send(interview, ada, new Command.Rate(FIRST, Shift.STRATEGY, Level.FOUR));
        List<CarriedEntry> carried = carriedAfter(Keys.UNDO, "2", Keys.UNDO);
        core.line.mend();
        assertThat(carried).extracting(CarriedEntry::meaning).satisfies(all -> {
            assertThat(all.getFirst().orElseThrow()).isInstanceOf(Meaning.TakeBack.class);
            assertThat(all.get(1).orElseThrow()).isInstanceOf(Meaning.Send.class);
            assertThat(all.getLast())
                    .contains(new Meaning.Undo(carried.get(1).commandId().orElseThrow()));
        });
    }

    @Test
    void a_question_is_moved_only_when_nothing_has_moved_since() {
        CarriedEntry close = entry(1, "close", FIRST);
        CarriedEntry pose = entry(2, "pose", SECOND);
        core.pass(Duration.ofSeconds(30));
        core.send(interview, ada, new Command.Pose(THIRD));
        assertThat(another().again(List.of(close, pose)).said(Place.COURSE))
                .contains("Was not saved: Number 1. Number 2. Do again what still matters.");
        assertThat(log().course().orElseThrow().open()).contains(THIRD);
        assertThat(another().again(List.of(entry(3, "pose", SECOND))).said()).isEmpty();
        assertThat(log().course().orElseThrow().open()).contains(SECOND);
    }

    @Test
    void what_no_server_ever_wrote_is_nothing() {
        for (List<String> what : List.of(
                List.<String>of(),
                List.of("rate"),
                List.of("rate", FIRST, "STRATEGY", "TEN"),
                List.of("undo", "x"),
                List.of("back", "rate", FIRST),
                List.of("lock", "STRONG_YES"))) {
            assertThat(new CarriedEntry("x", NOON.toEpochMilli(), what, "").meaning())
                    .isEmpty();
        }
        assertThat(new CarriedEntry("x", 0, List.of(), "").commandId()).isEmpty();
        assertThat(CarriedEntries.read("{\"id\":")).isEmpty();
        assertThat(CarriedEntries.read("null")).isEmpty();
        assertThat(CarriedEntries.read("[{\"id\":\"x\",\"at\":1}]")).isEmpty();
    }

    @Test
    void another_node_takes_what_the_dead_one_did_not_save_once_and_in_order() {
        var entries = List.of(entry(1, "rate", FIRST, "STRATEGY", "FOUR"), entry(2, "rate", FIRST, "STRATEGY", "TWO"));
        ConsolePresenter next = ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow();
        assertThat(next.again(entries).level(Shift.STRATEGY)).contains(Level.TWO);
        long seq = next.screen().log().seq();
        assertThat(next.again(entries).level(Shift.STRATEGY)).contains(Level.TWO);
        assertThat(next.screen().log().seq()).isEqualTo(seq);
    }
}
