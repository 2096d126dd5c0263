package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threeshift.core.interview.model.Rehearsal.CANDIDATE;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.HOSTS_NOTE;
import static org.threeshift.core.interview.model.Rehearsal.SECOND;
import static org.threeshift.core.interview.model.Rehearsal.STRANGER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class DecideTest {
    @Test
    void the_first_who_comes_by_the_link_takes_the_chair() {
        Rehearsal invited = Rehearsal.invited().does(STRANGER, new Command.Join(Seat.CANDIDATE));
        assertThat(((Interview.Scheduled) invited.state()).setup().candidate()).contains(STRANGER);
        assertThat(((Interview.Scheduled) invited.state()).candidateHere()).isTrue();
    }

    @Test
    void a_candidate_may_come_late() {
        Rehearsal live =
                Rehearsal.invited().does(HOST, new Command.Start()).does(STRANGER, new Command.Join(Seat.CANDIDATE));
        assertThat(live.held().setup().isCandidate(STRANGER)).isTrue();
    }

    @Test
    void whoever_opens_an_invitation_days_before_has_taken_the_chair_but_not_come() {
        Rehearsal early = Rehearsal.unscheduled()
                .does(
                        HOST,
                        new Command.Schedule(
                                Kind.PANEL,
                                Set.of(HOST, SECOND),
                                Optional.empty(),
                                "Ada",
                                Rehearsal.AGENDA,
                                Rehearsal.START.plus(Duration.ofDays(2)),
                                Rehearsal.BERLIN))
                .does(CANDIDATE, new Command.Join(Seat.CANDIDATE));
        var taken = (Interview.Scheduled) early.state();
        assertThat(taken.setup().isCandidate(CANDIDATE)).isTrue();
        assertThat(taken.candidateHere()).isFalse();
        early.later(Duration.ofDays(2).minus(Limits.JOINING_OPENS_BEFORE))
                .does(CANDIDATE, new Command.Join(Seat.CANDIDATE));
        assertThat(((Interview.Scheduled) early.state()).candidateHere()).isTrue();
    }

    @Test
    void whoever_waited_before_the_time_was_moved_does_not_count_as_here_at_the_new_one() {
        Rehearsal moved = Rehearsal.scheduled()
                .does(CANDIDATE, new Command.Join(Seat.CANDIDATE))
                .does(HOST, new Command.Reschedule(Rehearsal.START.plus(Duration.ofDays(1)), Rehearsal.BERLIN, "Ill."))
                .later(Duration.ofDays(1).plus(Limits.NO_SHOW_AFTER))
                .does(HOST, new Command.ReportNoShow(Absent.CANDIDATE));
        assertThat(((Interview.Cancelled) moved.state()).noShow()).contains(Absent.CANDIDATE);
    }

    @Test
    void where_a_rule_lets_them_the_candidate_moves_it_and_calls_it_off_themselves() {
        Rehearsal moved = Rehearsal.scheduled()
                .does(
                        CANDIDATE,
                        new Command.MoveAsAgreed(Rehearsal.START.plus(Duration.ofDays(1)), Rehearsal.BERLIN, "Train."));
        assertThat(((Interview.Scheduled) moved.state()).setup().startsAt())
                .isEqualTo(Rehearsal.START.plus(Duration.ofDays(1)));
        moved.does(CANDIDATE, new Command.CallOffAsAgreed("Ill."));
        assertThat(((Interview.Cancelled) moved.state()).reason()).isEqualTo("Ill.");
    }

    @Test
    void an_interview_that_asked_nothing_yet_can_be_called_off() {
        Rehearsal off = Rehearsal.started().does(HOST, new Command.Cancel(" The line is dead. "));
        assertThat(((Interview.Cancelled) off.state()).reason()).isEqualTo("The line is dead.");
    }

    @Test
    void asking_for_what_is_so_already_makes_nothing_happen() {
        Rehearsal over = Rehearsal.posed()
                .does(
                        HOST,
                        new Command.AskProbe("budget", Rung.MANAGER),
                        new Command.JudgeProbe("budget", Rung.MANAGER, true))
                .does(
                        HOST,
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        new Command.MarkHeight("budget", Shift.TEAM))
                .does(HOST, new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL));
        assertThat(List.of(
                        new Command.Start(),
                        new Command.Join(Seat.INTERVIEWER),
                        new Command.Pose("budget"),
                        new Command.AskProbe("budget", Rung.MANAGER),
                        new Command.JudgeProbe("budget", Rung.MANAGER, true),
                        new Command.Rate("budget", Shift.TEAM, Level.TWO),
                        new Command.MarkHeight("budget", Shift.TEAM),
                        new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL),
                        new Command.CloseQuestion("hire")))
                .allSatisfy(command -> assertThat(over.ask(HOST, command)).isEqualTo(Decision.already()));
        assertThat(Rehearsal.published().ask(HOST, new Command.Publish(false))).isEqualTo(Decision.already());
    }

    @Test
    void posing_another_question_takes_the_first_off_the_table() {
        Course course = Rehearsal.posed()
                .later(Duration.ofMinutes(3))
                .does(HOST, new Command.Pose("hire"))
                .held()
                .course();
        assertThat(course.open()).contains("hire");
        assertThat(course.posed("budget").orElseThrow().since()).isEmpty();
        assertThat(course.posed("budget").orElseThrow().spent()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_question_posed_again_goes_on_with_its_time() {
        Course.Posed budget = Rehearsal.posed()
                .later(Duration.ofMinutes(3))
                .does(HOST, new Command.CloseQuestion("budget"))
                .later(Duration.ofMinutes(5))
                .does(HOST, new Command.Pose("budget"))
                .later(Duration.ofMinutes(2))
                .does(HOST, new Command.Finish())
                .held()
                .course()
                .posed("budget")
                .orElseThrow();
        assertThat(budget.spent()).isEqualTo(Duration.ofMinutes(5));
        assertThat(budget.at()).isEqualTo(Rehearsal.START);
    }

    @Test
    void the_time_to_a_height_counts_from_the_first_posing_and_the_first_mark_stays() {
        Course.Posed budget = Rehearsal.posed()
                .later(Duration.ofSeconds(90))
                .does(HOST, new Command.MarkHeight("budget", Shift.STRATEGY))
                .later(Duration.ofSeconds(30))
                .does(HOST, new Command.MarkHeight("budget", Shift.STRATEGY))
                .does(SECOND, new Command.MarkHeight("budget", Shift.STRATEGY))
                .held()
                .course()
                .posed("budget")
                .orElseThrow();
        assertThat(budget.heights())
                .containsExactly(
                        new Course.Height(Shift.STRATEGY, Duration.ofSeconds(90), HOST),
                        new Course.Height(Shift.STRATEGY, Duration.ofSeconds(120), SECOND));
    }

    @Test
    void levels_and_evidence_may_still_be_completed_when_the_questions_are_over() {
        Rehearsal over = Rehearsal.over().does(SECOND, new Command.Rate("budget", Shift.TEAM, Level.THREE));
        assertThat(over.held().sheet(SECOND).level("budget", Shift.TEAM)).contains(Level.THREE);
    }

    @Test
    void a_sheet_is_told_everything_it_lacks_in_one_list() {
        Rehearsal over = Rehearsal.over().does(SECOND, new Command.Rate("budget", Shift.TEAM, Level.ONE));
        assertThat(over.ask(SECOND, new Command.LockSheet(Verdict.NO, "")))
                .isEqualTo(new Decision.Refused(new Refusal(
                        Refusal.Code.SHEET_INCOMPLETE,
                        List.of("3"),
                        List.of(
                                new Missing.OfLevel("budget", Shift.STRATEGY),
                                new Missing.OfEvidence("budget", Shift.TEAM, Level.ONE),
                                new Missing.OfTrap("budget", "freeze", "Freezing everything")))));
    }

    @Test
    void one_note_is_asked_for_however_many_levels_of_a_question_need_it() {
        Rehearsal over = Rehearsal.over()
                .does(
                        SECOND,
                        new Command.Rate("budget", Shift.STRATEGY, Level.FIVE),
                        new Command.Rate("budget", Shift.TEAM, Level.ONE),
                        new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL));
        assertThat(Missing.on(
                        over.held().sheet(SECOND), Rehearsal.AGENDA, over.held().course()))
                .containsExactly(new Missing.OfEvidence("budget", Shift.STRATEGY, Level.FIVE));
    }

    @Test
    void the_middle_level_and_not_observed_lock_without_evidence() {
        for (Level level : Level.values()) {
            Rehearsal over = Rehearsal.posed()
                    .does(HOST, new Command.Finish(), new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL))
                    .does(
                            HOST,
                            new Command.Rate("budget", Shift.STRATEGY, level),
                            new Command.Rate("budget", Shift.TEAM, Level.THREE));
            boolean locks = over.ask(HOST, new Command.LockSheet(Verdict.NO, "Fine.")) instanceof Decision.Accepted;
            assertThat(locks).as("%s", level).isEqualTo(level == Level.THREE || level == Level.NOT_OBSERVED);
        }
    }

    @Test
    void withdrawing_the_only_note_asks_for_evidence_again() {
        Rehearsal over = Rehearsal.over().does(HOST, new Command.WithdrawEvidence(HOSTS_NOTE));
        assertThat(Missing.on(
                        over.held().sheet(HOST), Rehearsal.AGENDA, over.held().course()))
                .containsExactly(new Missing.OfEvidence("budget", Shift.STRATEGY, Level.FOUR));
    }

    @Test
    void a_note_is_marked_as_a_promise_by_its_author_until_the_sheet_is_locked_and_can_be_unmarked() {
        Rehearsal marked = Rehearsal.over().does(HOST, new Command.MarkPromise(HOSTS_NOTE, true));
        assertThat(marked.held().sheet(HOST).evidence())
                .extracting(Evidence::promise)
                .containsExactly(true);
        assertThat(marked.ask(HOST, new Command.MarkPromise(HOSTS_NOTE, true))).isEqualTo(Decision.already());
        assertThat(marked.does(HOST, new Command.MarkPromise(HOSTS_NOTE, false))
                        .held()
                        .sheet(HOST)
                        .evidence())
                .extracting(Evidence::promise)
                .containsExactly(false);
        assertThat(marked.ask(SECOND, new Command.MarkPromise(HOSTS_NOTE, false)))
                .isEqualTo(Decision.refused(Refusal.Code.EVIDENCE_UNKNOWN));
    }

    @Test
    void a_note_keeps_its_first_moment_when_its_words_change() {
        Rehearsal over = Rehearsal.over()
                .later(Duration.ofMinutes(1))
                .does(HOST, new Command.ReviseEvidence(HOSTS_NOTE, " Named three. "));
        assertThat(over.held().sheet(HOST).evidence())
                .containsExactly(new Evidence(
                        HOSTS_NOTE,
                        "budget",
                        "Named three.",
                        Rehearsal.START,
                        Optional.of(Rehearsal.START.plus(Duration.ofMinutes(1)))));
    }

    @Test
    void an_amendment_changes_the_one_thing_and_leaves_its_reason() {
        Rehearsal published = Rehearsal.published()
                .does(HOST, amend(new Amendment.OfLevel("budget", Shift.STRATEGY, Level.FIVE)))
                .does(HOST, amend(new Amendment.OfTrap("budget", "freeze", TrapJudgement.RECOVERED)))
                .does(HOST, amend(new Amendment.OfVerdict(Verdict.STRONG_YES)))
                .does(HOST, amend(new Amendment.OfSummary(" Better. ")));
        Sheet sheet = published.held().sheet(HOST);
        assertThat(sheet.level("budget", Shift.STRATEGY)).contains(Level.FIVE);
        assertThat(sheet.trap("budget", "freeze")).contains(TrapJudgement.RECOVERED);
        assertThat(sheet.lock()).contains(new Sheet.Lock(Verdict.STRONG_YES, "Better.", Rehearsal.START));
        assertThat(sheet.amendments())
                .hasSize(4)
                .allMatch(amended -> amended.reason().equals("On reflection."));
        assertThat(published.held().sheet(SECOND))
                .isEqualTo(Rehearsal.published().held().sheet(SECOND));
    }

    @Test
    void the_last_self_score_before_publication_counts() {
        SelfRating second = new SelfRating("budget", Shift.STRATEGY, Level.TWO);
        Rehearsal locked = Rehearsal.locked()
                .does(CANDIDATE, Rehearsal.selfScore())
                .does(
                        CANDIDATE,
                        new Command.SelfScore(List.of(second, new SelfRating("budget", Shift.TEAM, Level.ONE))));
        assertThat(locked.held().selfScore().orElseThrow().ratings()).contains(second);
    }

    @Test
    void a_self_score_does_not_count_one_level_twice() {
        SelfRating rating = new SelfRating("budget", Shift.STRATEGY, Level.TWO);
        assertThat(Rehearsal.over().ask(CANDIDATE, new Command.SelfScore(List.of(rating, rating))))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void publishing_without_a_self_score_says_so_and_with_one_it_waives_nothing() {
        assertThat(Rehearsal.locked().ask(HOST, new Command.Publish(true)))
                .isEqualTo(Decision.happened(new InterviewEvent.Published(true)));
        assertThat(Rehearsal.locked().does(CANDIDATE, Rehearsal.selfScore()).ask(HOST, new Command.Publish(true)))
                .isEqualTo(Decision.happened(new InterviewEvent.Published(false)));
    }

    @Test
    void characters_that_the_log_cannot_hold_are_replaced() {
        Rehearsal posed = Rehearsal.posed()
                .does(HOST, new Command.NoteEvidence(HOSTS_NOTE, "budget", " nul \0, half \ud83d. 🙂 "));
        assertThat(posed.held().sheet(HOST).evidence().getFirst().text()).isEqualTo("nul \ufffd, half \ufffd. 🙂");
    }

    @Test
    void an_event_that_its_state_cannot_have_seen_is_a_bug_and_says_which() {
        PersonId somebody = new PersonId(UUID.randomUUID());
        var finished = new Recorded(
                new InterviewId(new UUID(0, 1)),
                17,
                UUID.randomUUID(),
                somebody,
                Rehearsal.START,
                new InterviewEvent.Finished());
        assertThatThrownBy(() -> Evolve.evolve(Rehearsal.scheduled().state(), finished))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Event 17 of interview 00000000-0000-0000-0000-000000000001 (Finished) cannot follow state Scheduled");
    }

    private static Command amend(Amendment amendment) {
        return new Command.Amend(amendment, "On reflection.");
    }

    @Test
    void where_nobody_in_particular_acts_the_installation_calls_off_and_says_who_did_not_come_and_nothing_else() {
        Rehearsal off = Rehearsal.scheduled().does(CANDIDATE, new Command.CallOffAsAgreed("My train does not run."));
        assertThat(((Interview.Cancelled) off.state()).by()).isEqualTo(CANDIDATE);
        Rehearsal parted =
                Rehearsal.scheduled().does(Command.By.INSTALLATION, new Command.CallOffAsAgreed("It is off."));
        assertThat(((Interview.Cancelled) parted.state()).by()).isEqualTo(Command.By.INSTALLATION);
        Rehearsal missed = Rehearsal.scheduled()
                .later(Duration.ofDays(1))
                .does(Command.By.INSTALLATION, new Command.ReportNoShow(Absent.INTERVIEWER));
        assertThat(((Interview.Cancelled) missed.state()).noShow()).contains(Absent.INTERVIEWER);
        for (Command command :
                List.of(new Command.Cancel("It is off."), new Command.Start(), new Command.Join(Seat.INTERVIEWER))) {
            assertThat(Rehearsal.scheduled().ask(Command.By.INSTALLATION, command))
                    .as("%s", command)
                    .isInstanceOf(Decision.Refused.class);
        }
    }
}
