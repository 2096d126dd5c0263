package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** Ctrl+Z: what was done last is taken back, said, and shown where it was. */
class UndoTest {
    private static final String FIRST = "goals-from-the-business";
    private static final String SECOND = "channels-on-a-small-budget";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void hosted() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven");
    }

    private ConsolePresenter live() {
        ConsolePresenter presenter = ConsolePresenter.open(ConsolePresenterTest.services(core), ada, interview)
                .orElseThrow();
        presenter.lobby().start();
        presenter.course().next();
        return presenter;
    }

    private static Screen press(ConsolePresenter presenter, String keys) {
        var hand = new Keys(presenter);
        keys.chars().forEach(key -> hand.press(Character.toString(key)));
        return presenter.screen();
    }

    private static Screen undo(ConsolePresenter presenter) {
        return new Keys(presenter).press(Keys.UNDO);
    }

    private void assertTakenBack(Screen screen, String words) {
        assertThat(screen.saved()).isEqualTo(new SavedState.At(core.time.instant(), "Taken back: " + words));
    }

    @Test
    void a_level_gives_way_to_the_one_before_and_the_mark_goes_back_to_its_shift() {
        ConsolePresenter presenter = live();
        press(presenter, "42");
        presenter.look(Shift.STRATEGY);
        press(presenter, "5");
        Screen screen = undo(presenter);
        assertTakenBack(screen, "Strategy: 5.");
        assertThat(screen.level(Shift.STRATEGY)).contains(Level.FOUR);
        assertThat(screen.currentShift()).contains(Shift.STRATEGY);
        screen = undo(presenter);
        assertTakenBack(screen, "Accountability: 2.");
        assertThat(screen.level(Shift.ACCOUNTABILITY)).isEmpty();
        assertThat(screen.currentShift()).contains(Shift.ACCOUNTABILITY);
    }

    @Test
    void a_judgement_of_a_trap_a_probe_its_judgement_and_a_height_are_taken_back_one_by_one() {
        ConsolePresenter presenter = live();
        press(presenter, "fpjs");
        assertTakenBack(undo(presenter), "Strategy reached.");
        assertThat(presenter.screen().posed().orElseThrow().heights()).isEmpty();
        assertTakenBack(undo(presenter), "Not held at Specialist height");
        assertThat(presenter.screen().probe(Rung.SPECIALIST).orElseThrow().held())
                .isEmpty();
        assertTakenBack(undo(presenter), "Specialist probe asked.");
        assertThat(presenter.screen().nextRung()).contains(Rung.SPECIALIST);
        assertTakenBack(undo(presenter), "Trap: Fell.");
        assertThat(presenter.screen().judgement("vanity-metrics")).isEmpty();
    }

    @Test
    void the_question_that_it_was_about_is_shown() {
        ConsolePresenter presenter = live();
        press(presenter, "4]");
        Screen screen = undo(presenter);
        assertThat(screen.shown().map(AgendaItem::questionId)).contains(FIRST);
        assertThat(screen.level(Shift.STRATEGY)).isEmpty();
        assertThat(screen.onTable(SECOND)).isTrue();
    }

    @Test
    void the_other_trap_of_a_question_is_marked_when_its_judgement_is_taken_back() {
        ConsolePresenter presenter = live();
        press(presenter, "]vtft");
        Screen screen = undo(presenter);
        assertThat(screen.currentTrap().map(AgendaItem.Trap::id)).contains("favourite-platform");
        assertThat(screen.judgement("favourite-platform")).isEmpty();
        assertThat(screen.judgement("test-everything")).isPresent();
    }

    @Test
    void when_there_is_nothing_to_take_back_that_is_said() {
        ConsolePresenter presenter = live();
        assertThat(undo(presenter).said(Place.SCALE)).contains("There is nothing of yours to take back.");
        presenter.toggleSheet();
        assertThat(undo(presenter).said(Place.SHEET)).isPresent();
    }

    @Test
    void a_locked_sheet_takes_nothing_back() {
        ConsolePresenter presenter = live();
        press(presenter, "43v");
        presenter.notes().note(UUID.randomUUID(), FIRST, "Starts from the money");
        presenter.course().finish();
        presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        Screen screen = undo(presenter);
        assertThat(screen.said()).isPresent();
        assertThat(screen.view().sheet().level(FIRST, Shift.STRATEGY)).contains(Level.FOUR);
    }

    @Test
    void after_the_end_a_level_of_the_open_sheet_is_still_taken_back() {
        ConsolePresenter presenter = live();
        press(presenter, "4");
        presenter.course().finish();
        Screen screen = undo(presenter);
        assertThat(screen.shown().map(AgendaItem::questionId)).contains(FIRST);
        assertThat(screen.level(Shift.STRATEGY)).isEmpty();
    }
}
