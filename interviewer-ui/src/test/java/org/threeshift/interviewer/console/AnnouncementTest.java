package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Person;

/** What a screen reader hears: everything that changes, once. */
class AnnouncementTest {
    private static final String SECOND = "channels-on-a-small-budget";
    private static final String THIRD = "a-campaign-that-failed";

    private final InterviewFixtures core = new InterviewFixtures();
    private final Person ada = core.coach("Ada");
    private final Person ben = core.member("Ben");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    @BeforeEach
    void panel_of_two() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
    }

    private ConsolePresenter console(Person person) {
        return ConsolePresenter.open(ConsolePresenterTest.services(core), person, interview)
                .orElseThrow();
    }

    private ConsolePresenter live() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        return presenter;
    }

    /** What is heard of one key, a moment later. */
    private String press(ConsolePresenter presenter, String key) {
        core.pass(Duration.ofSeconds(1));
        Screen before = presenter.screen();
        return Announcement.of(before, new Keys(presenter).press(key));
    }

    @Test
    void of_two_traps_it_is_heard_which_one() {
        ConsolePresenter presenter = live();
        press(presenter, "]");
        assertThat(press(presenter, "v")).isEqualTo("Trap “A little of everything”: Avoided.");
        assertThat(press(presenter, "t")).isEqualTo("Trap: The favourite platform.");
        assertThat(press(presenter, "f")).isEqualTo("Trap “The favourite platform”: Fell.");
        assertThat(press(presenter, Keys.UNDO)).isEqualTo("Taken back: Trap “The favourite platform”: Fell.");
    }

    @Test
    void a_key_is_heard_as_what_it_did() {
        ConsolePresenter presenter = live();
        assertThat(press(presenter, "4")).isEqualTo("Strategy: 4.");
        assertThat(press(presenter, "f")).isEqualTo("Trap: Fell.");
        assertThat(press(presenter, Keys.UNDO)).isEqualTo("Taken back: Trap: Fell.");
        assertThat(press(presenter, "q")).isEqualTo("Paused. All clocks stand still.");
        assertThat(press(presenter, "q")).isEqualTo("The clocks run on.");
        assertThat(press(presenter, "]")).isEqualTo("On the table: Channels on a small budget.");
        assertThat(press(presenter, "[")).isEqualTo("Shown: Goals from the business.");
        assertThat(press(presenter, "x")).contains("No question is on the table.");
    }

    @Test
    void the_same_refusal_is_heard_each_time_and_once() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        String heard = press(presenter, "4");
        assertThat(heard).contains("was not posed").containsOnlyOnce("was not posed");
        assertThat(press(presenter, "4")).isEqualTo(heard);
    }

    @Test
    void a_screen_that_is_only_drawn_again_says_nothing() {
        ConsolePresenter presenter = live();
        press(presenter, "4");
        assertThat(Announcement.of(presenter.screen(), ConsolePresenterTest.refreshed(presenter)))
                .isEmpty();
    }

    @Test
    void what_the_lead_does_is_heard_by_the_others() {
        ConsolePresenter adas = live();
        ConsolePresenter bens = console(ben);
        adas.course().move(THIRD, -1);
        assertThat(refreshed(bens)).isEqualTo("A campaign that failed is now 2 of 7.");
        adas.course().skip(SECOND);
        assertThat(refreshed(bens)).isEqualTo("Skipped: Channels on a small budget.");
        adas.course().add(core.views.questionsToAdd(interview, ada.id()).getFirst());
        assertThat(refreshed(bens)).startsWith("Added to the agenda: ");
        adas.course().pauseOrResume();
        assertThat(refreshed(bens)).startsWith("Paused.");
        bens.course().takeLead();
        Screen before = adas.screen();
        assertThat(Announcement.of(before, ConsolePresenterTest.refreshed(adas)))
                .isEqualTo("Ben leads");
    }

    private static String refreshed(ConsolePresenter presenter) {
        Screen before = presenter.screen();
        return Announcement.of(before, ConsolePresenterTest.refreshed(presenter));
    }

    @Test
    void whoever_moves_a_question_hears_it_once() {
        ConsolePresenter presenter = live();
        presenter.choose(THIRD);
        assertThat(press(presenter, "u")).isEqualTo("A campaign that failed is now 2 of 7.");
    }

    @Test
    void another_interviewers_scoring_is_not_heard() {
        ConsolePresenter adas = live();
        ConsolePresenter bens = console(ben);
        new Keys(adas).press("4");
        assertThat(refreshed(bens)).isEmpty();
    }

    @Test
    void an_entry_is_heard_when_it_is_entered_and_an_outage_once_and_its_end_too() {
        Screen screen = live().screen();
        Screen entered = with(screen, new SavedState.Saving("Strategy: 4."));
        Screen waiting = with(screen, new SavedState.Waiting("Strategy: 4.", 1));
        Screen more = with(screen, new SavedState.Waiting("Trap: Fell.", 2));
        Screen saved = with(screen, new SavedState.At(core.time.instant(), "Strategy: 4."));
        assertThat(Announcement.of(screen, entered)).isEqualTo("Strategy: 4.");
        assertThat(Announcement.of(entered, saved)).isEmpty();
        assertThat(Announcement.of(entered, waiting)).startsWith("The database does not answer.");
        assertThat(Announcement.of(waiting, more)).isEqualTo("Trap: Fell.");
        assertThat(Announcement.of(more, waiting)).isEmpty();
        assertThat(Announcement.of(more, saved)).isEqualTo("Everything that was kept is saved now.");
    }

    private static Screen with(Screen screen, SavedState saved) {
        return new Screen(
                screen.view(),
                screen.log(),
                screen.person(),
                screen.names(),
                screen.exchange(),
                screen.agreed(),
                screen.position(),
                saved,
                screen.unsaved(),
                screen.refused(),
                screen.offered(),
                screen.begun(),
                screen.unsettled(),
                screen.carried(),
                screen.said(),
                screen.now());
    }
}
