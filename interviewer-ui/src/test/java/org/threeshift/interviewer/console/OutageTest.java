package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Evidence;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notes.NoteDraft;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** What a console does while the database is away: it says so, keeps what is entered, and saves it in order, once. */
class OutageTest {
    private static final String FIRST = "goals-from-the-business";
    private static final String SECOND = "channels-on-a-small-budget";

    private final InterviewFixtures core = new InterviewFixtures();
    private final ConsoleServices services = ConsolePresenterTest.services(core);
    private final Person ada = core.coach("Ada");
    private final Person maya = core.member("Maya");
    private InterviewId interview = new InterviewId(new UUID(0, 0));

    /** What a console was told, in order; it is shown by the test, as an open console would on its own thread. */
    private final LinkedBlockingQueue<Optional<Late>> told = new LinkedBlockingQueue<>();

    private record Late(Entry entry, Answer answer) {}

    @BeforeEach
    void hosted() {
        interview = core.host(ada, new Candidate.Member(maya.id()), "the-seven");
    }

    @AfterEach
    void nothing_hangs_on() {
        core.line.mend();
    }

    private ConsolePresenter console() {
        ConsolePresenter presenter =
                ConsolePresenter.open(services, ada, interview).orElseThrow();
        presenter.outbox().add(new Outbox.Listener() {
            @Override
            public void answered(Entry entry, Answer answer) {
                told.add(Optional.of(new Late(entry, answer)));
            }

            @Override
            public void changed() {
                told.add(Optional.empty());
            }

            @Override
            public void drafted() {
                told.add(Optional.empty());
            }
        });
        return presenter;
    }

    private ConsolePresenter live() {
        ConsolePresenter presenter = console();
        presenter.lobby().start();
        presenter.course().next();
        return presenter;
    }

    private static void press(ConsolePresenter presenter, String all) {
        var keys = new Keys(presenter);
        all.chars().forEach(key -> keys.press(Character.toString(key)));
    }

    /** After everything that waits. What was sent is off the list a moment before its answer is told, so nothing may be told for some looks. */
    private Screen settled(ConsolePresenter presenter) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        int quiet = 0;
        while (System.nanoTime() < end) {
            Optional<Late> news = next();
            news.ifPresent(late -> presenter.answered(late.entry(), late.answer()));
            Screen screen = presenter.screen();
            boolean still = news.isEmpty()
                    && screen.unsaved().isEmpty()
                    && !presenter.outbox().away();
            quiet = still ? quiet + 1 : 0;
            if (quiet == 5) {
                return screen;
            }
        }
        throw new AssertionError("Still waiting: " + presenter.screen().unsaved());
    }

    private Optional<Late> next() {
        try {
            Optional<Late> news = told.poll(50, TimeUnit.MILLISECONDS);
            return news == null ? Optional.empty() : news;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitAway(ConsolePresenter presenter) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!presenter.outbox().away()) {
            assertThat(System.nanoTime()).isLessThan(end);
            next();
        }
    }

    private InterviewerView log() {
        return core.views.forInterviewer(interview, ada.id()).orElseThrow();
    }

    @Test
    void what_is_entered_stands_at_its_place_as_not_saved_and_later_keys_go_on() {
        ConsolePresenter presenter = live();
        core.line.cut();
        press(presenter, "4");
        Screen screen = presenter.screen();
        assertThat(screen.level(Shift.STRATEGY)).contains(Level.FOUR);
        assertThat(screen.unsaved(Shift.STRATEGY)).isTrue();
        assertThat(screen.unsaved(Shift.ACCOUNTABILITY)).isFalse();
        assertThat(screen.currentShift()).contains(Shift.ACCOUNTABILITY);
        assertThat(screen.saved()).isEqualTo(new SavedState.Waiting("Strategy: 4.", 1));
        press(presenter, "2vps");
        UUID note = UUID.randomUUID();
        screen = presenter.notes().note(note, FIRST, "Starts from the money");
        assertThat(screen.unsaved(Shift.ACCOUNTABILITY)).isTrue();
        assertThat(screen.unsavedTrap("vanity-metrics")).isTrue();
        assertThat(screen.posed().orElseThrow().probes()).allMatch(screen::unsaved);
        assertThat(screen.posed().orElseThrow().heights()).hasSize(1).allMatch(screen::unsaved);
        assertThat(screen.evidence()).hasSize(1).allMatch(screen::unsaved);
        assertThat(screen.note(note)).isEqualTo(NoteState.WAITING);
        assertThat(screen.saved()).isEqualTo(new SavedState.Waiting("Note handed in.", 6));
    }

    @Test
    void all_of_it_is_saved_in_order_and_once_when_the_database_is_back() {
        ConsolePresenter presenter = live();
        core.line.cut();
        press(presenter, "42vfp]5");
        presenter.notes().note(UUID.randomUUID(), FIRST, "Starts from the money");
        core.pass(Duration.ofSeconds(30));
        core.line.mend();
        Screen screen = settled(presenter);
        assertThat(screen.view()).isEqualTo(log());
        assertThat(screen.view()).isEqualTo(screen.log());
        assertThat(screen.onTable(SECOND)).isTrue();
        var sheet = log().sheet();
        assertThat(sheet.level(FIRST, Shift.STRATEGY)).contains(Level.FOUR);
        assertThat(sheet.level(FIRST, Shift.ACCOUNTABILITY)).contains(Level.TWO);
        assertThat(sheet.level(SECOND, Shift.STRATEGY)).contains(Level.FIVE);
        assertThat(sheet.trap(FIRST, "vanity-metrics")).contains(TrapJudgement.FELL);
        assertThat(sheet.evidence()).extracting(Evidence::text).containsExactly("Starts from the money");
        assertThat(log().course().orElseThrow().posed(FIRST).orElseThrow().probes())
                .extracting(probe -> probe.rung())
                .containsExactly(Rung.SPECIALIST);
        assertThat(screen.saved()).isInstanceOf(SavedState.At.class);
    }

    @Test
    void saved_is_said_with_the_time_of_the_commit_and_not_of_the_key() {
        ConsolePresenter presenter = live();
        core.line.cut();
        press(presenter, "4");
        core.pass(Duration.ofSeconds(30));
        core.line.mend();
        assertThat(settled(presenter).saved()).isEqualTo(new SavedState.At(core.time.instant(), "Strategy: 4."));
    }

    @Test
    void a_height_counts_from_the_key_and_not_from_the_commit() {
        ConsolePresenter presenter = live();
        core.pass(Duration.ofSeconds(40));
        core.line.cut();
        press(presenter, "s");
        core.pass(Duration.ofSeconds(30));
        core.line.mend();
        assertThat(settled(presenter).posed().orElseThrow().heights().getFirst().after())
                .isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void an_answer_that_was_lost_after_the_commit_changes_nothing_twice() {
        ConsolePresenter presenter = live();
        core.line.loseAnswer();
        presenter.notes().note(UUID.randomUUID(), FIRST, "Said once");
        press(presenter, "p");
        core.line.mend();
        settled(presenter);
        assertThat(log().sheet().evidence()).hasSize(1);
        assertThat(log().course().orElseThrow().posed(FIRST).orElseThrow().probes())
                .hasSize(1);
    }

    @Test
    void a_screen_does_not_wait_for_a_database_that_hangs() {
        ConsolePresenter presenter = live();
        core.line.hang();
        long start = System.nanoTime();
        press(presenter, "4231");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Outbox.PATIENCE.multipliedBy(3));
        assertThat(presenter.screen().saved()).isInstanceOf(SavedState.Saving.class);
        awaitAway(presenter);
        assertThat(presenter.screen().saved()).isInstanceOf(SavedState.Waiting.class);
        core.line.mend();
        settled(presenter);
        assertThat(log().sheet().levels()).hasSize(2);
    }

    @Test
    void a_question_of_ones_own_that_took_long_is_nobody_elses_surprise() {
        ConsolePresenter presenter = live();
        // Somebody else's event was read before, and is shown only when the own question is saved.
        Look before = presenter.outbox().dispatch().look().orElseThrow();
        core.line.hang();
        press(presenter, "]");
        assertThat(presenter.screen().onTable(SECOND)).isTrue();
        core.line.mend();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!presenter.outbox().unsaved().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(presenter.refresh(before).onTable(SECOND)).isTrue();
        press(presenter, "4");
        assertThat(settled(presenter).said()).isEmpty();
        assertThat(log().sheet().level(SECOND, Shift.STRATEGY)).contains(Level.FOUR);
    }

    @Test
    void a_refusal_that_comes_late_is_said_at_its_place_and_names_what_was_refused() {
        ConsolePresenter presenter = console();
        presenter.lobby().start();
        core.line.cut();
        press(presenter, "4");
        assertThat(presenter.screen().said()).isEmpty();
        core.line.mend();
        Screen screen = settled(presenter);
        assertThat(screen.said(Place.SCALE))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("Strategy: 4. Not taken:")
                        .contains("was not posed"));
        assertThat(screen.saved()).isInstanceOf(SavedState.Not.class);
    }

    @Test
    void a_note_that_is_refused_late_goes_back_to_its_field() {
        ConsolePresenter presenter = live();
        core.line.cut();
        UUID note = UUID.randomUUID();
        presenter.notes().note(note, SECOND, "On a question that nobody posed");
        core.line.mend();
        assertThat(settled(presenter).note(note)).isEqualTo(NoteState.REFUSED);
    }

    @Test
    void what_follows_a_refusal_is_saved_all_the_same() {
        ConsolePresenter presenter = live();
        core.line.cut();
        presenter.notes().note(UUID.randomUUID(), SECOND, "Not posed");
        press(presenter, "3");
        core.line.mend();
        settled(presenter);
        assertThat(log().sheet().level(FIRST, Shift.STRATEGY)).contains(Level.THREE);
    }

    @Test
    void a_mistake_of_ours_is_said_as_such_and_not_tried_for_ever() {
        ConsolePresenter presenter = live();
        core.line.err();
        press(presenter, "4");
        Screen screen = presenter.screen();
        assertThat(screen.saved()).isInstanceOf(SavedState.Not.class);
        assertThat(screen.said(Place.SCALE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("wrong on our side"));
        assertThat(screen.unsaved()).isEmpty();
        assertThat(screen.level(Shift.STRATEGY)).isEmpty();
    }

    @Test
    void a_machine_that_failed_once_holds_nothing_up_that_comes_later() {
        ConsolePresenter presenter = live();
        core.line.breakDown();
        press(presenter, "4");
        Screen screen = presenter.screen();
        assertThat(screen.said(Place.SCALE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("wrong on our side"));
        assertThat(screen.unsaved()).isEmpty();
        UUID note = UUID.randomUUID();
        var tried = new CountDownLatch(1);
        presenter.notes().draft(new Words(note, FIRST, "Starts from", 1), _ -> {});
        core.line.mend();
        press(presenter, "2");
        settled(presenter);
        assertThat(log().sheet().levels().values()).containsExactly(Level.TWO);
        presenter.notes().draft(new Words(note, FIRST, "Starts from the money", 2), _ -> tried.countDown());
        assertThat(awaited(tried)).isTrue();
        assertThat(core.drafts.of(interview, ada.id()))
                .extracting(NoteDraft::text)
                .containsExactly("Starts from the money");
    }

    @Test
    void somebody_who_fails_while_they_are_told_of_a_note_keeps_no_other_waiting() {
        ConsolePresenter presenter = live();
        var tried = new CountDownLatch(1);
        presenter.notes().draft(new Words(UUID.randomUUID(), FIRST, "One", 1), _ -> {
            throw new IllegalStateException("The page has gone");
        });
        presenter.notes().draft(new Words(UUID.randomUUID(), FIRST, "Another", 1), _ -> tried.countDown());
        assertThat(awaited(tried)).isTrue();
        assertThat(core.drafts.of(interview, ada.id())).hasSize(2);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_console_that_is_opened_again_shows_what_waits_and_does_not_overtake_it() {
        ConsolePresenter before = live();
        core.line.hang();
        press(before, "4");
        assertThat(before.screen().unsaved()).hasSize(1);
        // The page is loaded again just when the database comes back, and the person thinks better of it.
        Outbox outbox = services.outboxes().of(services, ada.id(), interview);
        assertThat(outbox).isSameAs(before.outbox());
        var entry = new Entry(
                Place.SCALE,
                new org.threeshift.core.interview.Sent(
                        core.ids.next(),
                        new org.threeshift.core.interview.model.Command.By(ada.id(), core.time.instant()),
                        new org.threeshift.core.interview.model.Command.Rate(FIRST, Shift.STRATEGY, Level.TWO)),
                "");
        assertThat(outbox.send(entry)).isEmpty();
        core.line.mend();
        settled(before);
        assertThat(log().sheet().level(FIRST, Shift.STRATEGY)).contains(Level.TWO);
    }

    @Test
    void an_end_is_asked_for_once_and_nothing_is_opened_before_it_is_saved() {
        ConsolePresenter presenter = live();
        press(presenter, "43v");
        presenter.notes().note(UUID.randomUUID(), FIRST, "Starts from the money");
        core.line.cut();
        presenter.course().finish();
        Screen screen = presenter.course().finish();
        assertThat(screen.unsaved()).hasSize(1);
        assertThat(screen.phase()).isEqualTo(Phase.LIVE);
        core.line.mend();
        assertThat(settled(presenter).phase()).isEqualTo(Phase.DEBRIEFING);
        core.line.cut();
        presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        screen = presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        assertThat(screen.view().sheet().locked()).isFalse();
        core.line.mend();
        assertThat(settled(presenter).view().sheet().locked()).isTrue();
    }

    @Test
    void two_people_do_not_share_what_waits() {
        Person ben = core.member("Ben");
        InterviewId panel = core.host(ada, new Candidate.Member(maya.id()), "the-seven", ben);
        var outboxes = Set.of(
                services.outboxes().of(services, ada.id(), panel),
                services.outboxes().of(services, ben.id(), panel),
                services.outboxes().of(services, ada.id(), interview));
        assertThat(List.copyOf(outboxes)).hasSize(3);
    }
}
