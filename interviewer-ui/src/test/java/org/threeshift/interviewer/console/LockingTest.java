package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notes.NoteDraft;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Verdict;

/** No sheet locks over a note that was begun and not handed in. */
class LockingTest {
    private static final String FIRST = "goals-from-the-business";

    private final InterviewFixtures core = new InterviewFixtures();
    private final ConsoleServices services = ConsolePresenterTest.services(core);
    private final Person ada = core.coach("Ada");
    private final UUID note = new UUID(4, 2);
    private InterviewId interview = new InterviewId(note);

    @BeforeEach
    void hosted() {
        interview = core.host(ada, new Candidate.ByLink("Zoe"), "the-seven");
    }

    private ConsolePresenter open() {
        return ConsolePresenter.open(services, ada, interview).orElseThrow();
    }

    /** With a sheet that lacks nothing. */
    private ConsolePresenter over() {
        ConsolePresenter presenter = open();
        presenter.lobby().start();
        presenter.course().next();
        "33v".chars().forEach(key -> new Keys(presenter).press(Character.toString(key)));
        presenter.course().finish();
        assertThat(presenter.screen().phase()).isEqualTo(Phase.DEBRIEFING);
        assertThat(presenter.screen().view().missing()).isEmpty();
        return presenter;
    }

    private void begin(ConsolePresenter presenter, String words, long revision) {
        var kept = new CountDownLatch(1);
        presenter.notes().draft(new Words(note, FIRST, words, revision), _ -> kept.countDown());
        try {
            assertThat(kept.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Screen lock(ConsolePresenter presenter) {
        return presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
    }

    private static void assertAsked(Screen screen) {
        assertThat(screen.view().sheet().locked()).isFalse();
        assertThat(screen.said(Place.SHEET))
                .hasValueSatisfying(said -> assertThat(said).contains("begun and not handed in"));
    }

    @Test
    void locking_asks_for_what_is_begun_and_goes_on_once_it_is_handed_in() {
        ConsolePresenter presenter = over();
        begin(presenter, "Starts from the money", 3);
        assertThat(presenter.screen().keepFromLocking())
                .containsExactly(new Words(note, FIRST, "Starts from the money", 3));
        assertAsked(lock(presenter));
        presenter.notes().note(note, FIRST, "Starts from the money");
        assertThat(presenter.screen().keepFromLocking()).isEmpty();
        assertThat(lock(presenter).view().sheet().locked()).isTrue();
    }

    @Test
    void what_is_discarded_is_gone_at_once() {
        ConsolePresenter presenter = over();
        begin(presenter, "Never mind", 1);
        assertThat(presenter.notes().discard(note).keepFromLocking()).isEmpty();
        // The store hears of it a moment later; the lock waits for that moment, and is asked for once.
        lock(presenter);
        Instant end = Instant.now().plusSeconds(10);
        while (!presenter.outbox().unsaved().isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
        assertThat(open().screen().view().sheet().locked()).isTrue();
    }

    @Test
    void what_another_node_has_taken_meanwhile_is_refused_in_words_and_then_shown() {
        ConsolePresenter presenter = over();
        core.drafts.save(interview, ada.id(), note, FIRST, "On the tablet", 1);
        assertThat(presenter.screen().keepFromLocking()).isEmpty();
        Screen screen = lock(presenter);
        assertAsked(screen);
        assertThat(screen.keepFromLocking()).extracting(Words::text).containsExactly("On the tablet");
    }

    @Test
    void what_is_on_its_way_while_the_database_is_away_counts_as_begun() {
        ConsolePresenter presenter = over();
        core.line.cut();
        begin(presenter, "Starts from", 1);
        assertAsked(lock(presenter));
        core.line.mend();
    }

    @Test
    void while_the_questions_run_nothing_is_asked() {
        ConsolePresenter presenter = open();
        presenter.lobby().start();
        presenter.course().next();
        begin(presenter, "Starts from", 1);
        assertThat(presenter.screen().keepFromLocking()).isEmpty();
        assertThat(presenter.screen().leftOver()).isEmpty();
    }

    @Test
    void what_slipped_through_can_be_read_afterwards() {
        ConsolePresenter presenter = over();
        lock(presenter);
        core.drafts.drop(interview, ada.id(), note);
        assertThat(open().screen().leftOver()).isEmpty();
        InterviewId other = core.host(ada, new Candidate.ByLink("Zoe"), "the-seven");
        interview = other;
        ConsolePresenter second = over();
        begin(second, "Left over", 1);
        core.send(other, ada, new org.threeshift.core.interview.model.Command.LockSheet(Verdict.YES, "Good."));
        Screen screen = open().screen();
        assertThat(screen.keepFromLocking()).isEmpty();
        assertThat(screen.leftOver()).extracting(NoteDraft::text).containsExactly("Left over");
    }
}
