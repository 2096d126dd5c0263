package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.Hosting.Candidate;
import org.threeshift.core.interview.InterviewFixtures;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Arrival;
import org.threeshift.core.interview.model.Course.Probe;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Sheet;
import org.threeshift.core.outage.Outages;
import org.threeshift.core.people.Person;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class ConsolePresenterTest {
    /** Probes strategy and accountability, and sets one trap. */
    private static final String FIRST = "goals-from-the-business";
    /** Sets two traps. */
    private static final String SECOND = "channels-on-a-small-budget";

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
        return ConsolePresenter.open(services(core), person, interview).orElseThrow();
    }

    static ConsoleServices services(InterviewFixtures core) {
        return new ConsoleServices(
                core.views,
                core.interviews,
                core.hosting,
                core.agenda,
                core.exchanges,
                core.people,
                core.drafts,
                core.ids,
                core.time,
                Outages.known());
    }

    /** Looks again, as the follower of an open console does when somebody did something. */
    static Screen refreshed(ConsolePresenter presenter) {
        return presenter.outbox().dispatch().look().map(presenter::refresh).orElseThrow();
    }

    private Keys live() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        return new Keys(presenter);
    }

    private static void press(Keys keys, String all) {
        all.chars().forEach(key -> keys.press(Character.toString(key)));
    }

    @Test
    void only_its_interviewers_have_a_console() {
        assertThat(ConsolePresenter.open(services(core), ada, interview)).isPresent();
        assertThat(ConsolePresenter.open(services(core), maya, interview)).isEmpty();
        assertThat(ConsolePresenter.open(services(core), core.coach("Eve"), interview))
                .isEmpty();
        assertThat(ConsolePresenter.open(services(core), ada, new InterviewId(new UUID(1, 1))))
                .isEmpty();
    }

    @Test
    void the_lobby_knows_when_the_candidate_enters() {
        ConsolePresenter presenter = console(ada);
        assertThat(presenter.lobby().enter().candidateHere()).isFalse();
        core.candidateEnters(interview, maya);
        assertThat(refreshed(presenter).candidateHere()).isTrue();
    }

    @Test
    void a_level_key_sets_the_marked_shift_and_marks_the_next_one() {
        Keys keys = live();
        Screen screen = keys.press("4");
        assertThat(screen.level(Shift.STRATEGY)).contains(Level.FOUR);
        assertThat(screen.currentShift()).contains(Shift.ACCOUNTABILITY);
        screen = keys.press("0");
        assertThat(screen.level(Shift.ACCOUNTABILITY)).contains(Level.NOT_OBSERVED);
    }

    @Test
    void on_the_last_shift_the_mark_stays() {
        Keys keys = live();
        press(keys, "42");
        assertThat(keys.press("3").level(Shift.ACCOUNTABILITY)).contains(Level.THREE);
    }

    @Test
    void saved_is_said_with_the_time_of_the_commit() {
        Keys keys = live();
        core.pass(Duration.ofSeconds(22));
        assertThat(keys.press("4").saved()).isEqualTo(new SavedState.At(core.time.instant(), "Strategy: 4."));
    }

    @Test
    void a_refusal_is_said_where_it_was_done_and_nothing_is_called_saved() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        Screen screen = new Keys(presenter).press("4");
        assertThat(screen.level(Shift.STRATEGY)).isEmpty();
        assertThat(screen.said(Place.SCALE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("was not posed"));
        assertThat(screen.saved()).isInstanceOf(SavedState.Not.class);
        assertThat(screen.currentShift()).contains(Shift.STRATEGY);
    }

    @Test
    void the_next_saved_thing_takes_the_refusal_away() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        Keys keys = new Keys(presenter);
        press(keys, "4]");
        assertThat(keys.press("4").said()).isEmpty();
    }

    @Test
    void questions_are_posed_in_the_order_of_the_round_until_only_the_end_is_left() {
        Keys keys = live();
        assertThat(keys.press("]").shown().orElseThrow().questionId()).isEqualTo(SECOND);
        press(keys, "]]]]]");
        Screen screen = keys.press("]");
        assertThat(screen.said(Place.COURSE))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Every question was posed or skipped"));
    }

    @Test
    void a_question_that_was_passed_over_comes_after_the_last_one() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().pose("the-star-who-has-gone-quiet");
        assertThat(presenter.course().next().shown().orElseThrow().questionId()).isEqualTo(FIRST);
    }

    @Test
    void looking_at_another_question_does_not_pose_it() {
        Keys keys = live();
        ConsolePresenter presenter = console(ada);
        Screen screen = presenter.choose(SECOND);
        assertThat(screen.shown().orElseThrow().questionId()).isEqualTo(SECOND);
        assertThat(screen.onTable(FIRST)).isTrue();
        assertThat(screen.writable()).isFalse();
        assertThat(keys.press("]").onTable(SECOND)).isTrue();
    }

    @Test
    void a_question_that_another_interviewer_poses_takes_the_screen() {
        ConsolePresenter bens = console(ben);
        live();
        refreshed(bens);
        bens.choose("a-budget-from-scratch");
        console(ada).course().next();
        assertThat(refreshed(bens).shown().orElseThrow().questionId()).isEqualTo(SECOND);
    }

    @Test
    void a_key_that_comes_while_another_interviewer_changes_the_question_writes_on_neither() {
        ConsolePresenter bens = console(ben);
        live();
        refreshed(bens);
        core.pass(ConsolePresenter.TOO_SOON);
        console(ada).course().next();
        refreshed(bens);
        Keys keys = new Keys(bens);
        Screen screen = keys.press("4");
        assertThat(screen.view().sheet().levels()).isEmpty();
        assertThat(screen.said(Place.SCALE)).isPresent();
        assertThat(keys.press("]").onTable(SECOND)).isTrue();
        assertThat(keys.press("x").onTable(SECOND)).isTrue();
        core.pass(ConsolePresenter.TOO_SOON);
        assertThat(keys.press("4").level(Shift.STRATEGY)).contains(Level.FOUR);
    }

    @Test
    void a_key_right_after_the_own_next_question_counts() {
        Keys keys = live();
        press(keys, "]5");
        assertThat(console(ada).screen().level(Shift.STRATEGY)).contains(Level.FIVE);
    }

    @Test
    void a_console_opened_anew_stands_where_the_log_is() {
        Keys keys = live();
        press(keys, "]5");
        Screen again = console(ada).screen();
        assertThat(again.shown().orElseThrow().questionId()).isEqualTo(SECOND);
        assertThat(again.level(Shift.STRATEGY)).contains(Level.FIVE);
    }

    @Test
    void a_trap_is_judged_by_one_key_each() {
        Keys keys = live();
        assertThat(keys.press("v").judgement("vanity-metrics")).contains(TrapJudgement.AVOIDED);
        assertThat(keys.press("f").judgement("vanity-metrics")).contains(TrapJudgement.FELL);
        assertThat(keys.press("r").judgement("vanity-metrics")).contains(TrapJudgement.RECOVERED);
    }

    @Test
    void another_trap_of_the_question_is_judged_after_moving_to_it() {
        Keys keys = live();
        press(keys, "]vt");
        Screen screen = keys.press("f");
        assertThat(screen.judgement("test-everything")).contains(TrapJudgement.AVOIDED);
        assertThat(screen.judgement("favourite-platform")).contains(TrapJudgement.FELL);
    }

    @Test
    void probes_are_asked_from_below_and_judged_as_held_or_not_by_one_key_each() {
        Keys keys = live();
        Screen screen = keys.press("h");
        assertThat(screen.said(Place.PROBE)).isPresent();
        press(keys, "php");
        screen = keys.press("j");
        assertThat(screen.posed().orElseThrow().probes())
                .extracting(Probe::rung, Probe::held)
                .containsExactly(tuple(Rung.SPECIALIST, Optional.of(true)), tuple(Rung.MANAGER, Optional.of(false)));
        assertThat(screen.ceiling()).contains(Rung.SPECIALIST);
        assertThat(screen.nextRung()).contains(Rung.DIRECTOR);
        assertThat(keys.press("h").ceiling()).contains(Rung.MANAGER);
    }

    @Test
    void the_key_for_held_means_the_own_last_probe_and_never_another_interviewers() {
        Keys adas = live();
        adas.press("p");
        ConsolePresenter bens = console(ben);
        bens.scoring().askProbe(Rung.MANAGER);
        adas.press("h");
        Screen screen = console(ada).screen();
        assertThat(screen.said()).isEmpty();
        assertThat(screen.posed().orElseThrow().probes())
                .extracting(Probe::rung, Probe::held)
                .containsExactly(tuple(Rung.SPECIALIST, Optional.of(true)), tuple(Rung.MANAGER, Optional.empty()));
    }

    @Test
    void reaching_a_height_keeps_the_time_since_the_question() {
        Keys keys = live();
        core.pass(Duration.ofSeconds(102));
        var heights = keys.press("a").posed().orElseThrow().heights();
        assertThat(heights).singleElement().satisfies(height -> {
            assertThat(height.shift()).isEqualTo(Shift.ACCOUNTABILITY);
            assertThat(height.after()).isEqualTo(Duration.ofSeconds(102));
        });
    }

    @Test
    void a_note_that_is_sent_twice_is_kept_once() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        UUID note = UUID.randomUUID();
        presenter.notes().note(note, FIRST, "Starts from the money");
        Screen screen = presenter.notes().note(note, FIRST, "Starts from the money");
        assertThat(screen.evidence()).hasSize(1);
        assertThat(screen.note(note)).isEqualTo(NoteState.KEPT);
    }

    @Test
    void a_note_stays_with_the_question_that_it_was_begun_on() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        presenter.course().next();
        assertThat(presenter
                        .notes()
                        .note(UUID.randomUUID(), FIRST, "Said on the way")
                        .evidence())
                .isEmpty();
        assertThat(presenter.choose(FIRST).evidence()).hasSize(1);
    }

    @Test
    void an_empty_note_is_not_kept_and_says_so() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        UUID note = UUID.randomUUID();
        Screen screen = presenter.notes().note(note, FIRST, "  ");
        assertThat(screen.note(note)).isEqualTo(NoteState.REFUSED);
        assertThat(screen.said(Place.EVIDENCE)).isPresent();
    }

    @Test
    void whoever_changes_a_refused_note_is_not_told_on_and_on_that_it_was_refused() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        UUID note = UUID.randomUUID();
        String tooLong = "a".repeat(org.threeshift.core.interview.model.Limits.EVIDENCE_CHARACTERS + 1);
        assertThat(presenter.notes().note(note, FIRST, tooLong).saved()).isInstanceOf(SavedState.Not.class);
        Screen screen = presenter.notes().draft(new Words(note, FIRST, "Shorter", 2), _ -> {});
        assertThat(screen.said()).isEmpty();
        assertThat(screen.saved()).isInstanceOf(SavedState.At.class);
    }

    @Test
    void a_sheet_that_lacks_something_does_not_lock() {
        ConsolePresenter presenter = scored();
        presenter.notes().withdraw(presenter.choose(FIRST).evidence().getFirst().id());
        Screen screen = presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        assertThat(screen.said(Place.SHEET)).contains("The sheet cannot lock yet: one thing is missing.");
        assertThat(screen.view().missing()).hasSize(1);
    }

    @Test
    void a_sheet_does_not_lock_without_a_verdict() {
        Screen screen = scored().sheet().lock(Optional.empty(), "Good.");
        assertThat(screen.said(Place.SHEET)).contains("Choose a verdict first: there is no neutral one.");
        assertThat(screen.view().sheet().locked()).isFalse();
    }

    @Test
    void another_sheet_opens_only_once_the_own_one_is_locked() {
        ConsolePresenter presenter = scored();
        ConsolePresenter bens = console(ben);
        lock(bens);
        assertThat(refreshed(presenter).view().others()).isEmpty();
        assertThat(presenter.screen().view().sheetsOpen()).isEmpty();
        Screen screen = presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        assertThat(screen.view().others()).extracting(Sheet::interviewer).containsExactly(ben.id());
    }

    @Test
    void publishing_without_a_self_score_takes_a_choice() {
        ConsolePresenter presenter = scored();
        lock(console(ben));
        presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        assertThat(presenter.sheet().publish(false).said(Place.SHEET)).isPresent();
        assertThat(presenter.sheet().publish(true).phase()).isEqualTo(Phase.PUBLISHED);
    }

    @Test
    void after_the_lock_an_amendment_with_a_reason_changes_a_level() {
        ConsolePresenter presenter = scored();
        presenter.sheet().lock(Optional.of(Verdict.YES), "Good.");
        var lower = new Amendment.OfLevel(FIRST, Shift.STRATEGY, Level.TWO);
        assertThat(presenter.sheet().amend(lower, " ").said(Place.AMENDMENT)).isPresent();
        Screen screen = presenter.sheet().amend(lower, "Heard it again");
        assertThat(screen.view().sheet().level(FIRST, Shift.STRATEGY)).contains(Level.TWO);
        assertThat(screen.view().sheet().amendments()).hasSize(1);
    }

    @Test
    void before_joining_opens_whoever_looks_has_not_come_and_cannot_start() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().enter();
        presenter
                .lobby()
                .reschedule(core.time.instant().plus(Duration.ofHours(1)), ZoneId.of("Europe/Berlin"), "A clash");
        core.pass(Duration.ofMinutes(50).minusMillis(1));
        long before = presenter.lobby().enter().view().seq();
        assertThat(presenter.screen().arrival()).isEqualTo(Arrival.PREPARING);
        assertThat(presenter.lobby().start().said(Place.LOBBY))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("10 minutes before the agreed time"));
        assertThat(refreshed(presenter).view().seq()).isEqualTo(before);
        core.pass(Duration.ofMillis(1));
        presenter.lobby().enter();
        assertThat(refreshed(presenter).view().seq()).isEqualTo(before + 1);
        presenter.lobby().enter();
        assertThat(refreshed(presenter).view().seq()).isEqualTo(before + 1);
        assertThat(presenter.lobby().start().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void two_minutes_after_the_agreed_time_the_console_knows_that_the_candidate_is_late_and_after_ten_reports_it() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().enter();
        core.pass(Duration.ofMinutes(2).minusMillis(1));
        assertThat(presenter.screen().arrival().late()).isFalse();
        core.pass(Duration.ofMillis(1));
        assertThat(presenter.screen().arrival().late()).isTrue();
        core.pass(Duration.ofMinutes(8).minusMillis(1));
        assertThat(presenter.lobby().reportNoShow().said(Place.LOBBY)).isPresent();
        core.pass(Duration.ofMillis(1));
        assertThat(presenter.lobby().reportNoShow().phase()).isEqualTo(Phase.CANCELLED);
    }

    @Test
    void calling_it_off_takes_a_reason_and_shows_it() {
        ConsolePresenter presenter = console(ada);
        assertThat(presenter.lobby().cancel("").said(Place.CALL_OFF)).isPresent();
        Screen screen = presenter.lobby().cancel("Maya is ill");
        assertThat(screen.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(screen.view().cancelled()).contains("Maya is ill");
    }

    @Test
    void an_hour_that_clocks_jump_over_is_no_time_to_meet() {
        ConsolePresenter presenter = console(ada);
        Screen screen = PlansPart.move(presenter, "2026-03-29T02:30", "", "A clash");
        assertThat(screen.said(Place.MOVE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("02:30 does not exist"));
        screen = PlansPart.move(presenter, "2026-03-29T03:30", "", "A clash");
        assertThat(screen.view().setup().startsAt()).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void what_two_people_have_not_sent_yet_lies_apart_in_their_browser() {
        assertThat(console(ada).screen().drafts())
                .isNotEqualTo(console(ben).screen().drafts());
    }

    @Test
    void a_link_for_the_candidate_is_the_hosts_to_give() {
        interview = core.host(ada, new Candidate.ByLink("Zoe"), "warm-up", ben);
        assertThat(console(ada).lobby().invite()).isPresent();
        ConsolePresenter bens = console(ben);
        assertThat(bens.lobby().invite()).isEmpty();
        assertThat(bens.screen().said(Place.LOBBY)).isPresent();
    }

    /** Over, with everything given for the one question that was posed. */
    private ConsolePresenter scored() {
        ConsolePresenter presenter = console(ada);
        presenter.lobby().start();
        presenter.course().next();
        press(new Keys(presenter), "43v");
        presenter.notes().note(UUID.randomUUID(), FIRST, "Starts from the money");
        presenter.course().finish();
        return presenter;
    }

    private void lock(ConsolePresenter presenter) {
        presenter.choose(FIRST);
        press(new Keys(presenter), "33v");
        assertThat(presenter.sheet().lock(Optional.of(Verdict.NO), "Not yet.").said())
                .isEmpty();
    }
}
