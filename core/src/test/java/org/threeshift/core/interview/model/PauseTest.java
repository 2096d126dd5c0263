package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.interview.model.Rehearsal.HOST;
import static org.threeshift.core.interview.model.Rehearsal.START;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.threeshift.core.rubric.Shift;

class PauseTest {
    @Test
    void both_clocks_stand_still_in_a_pause_and_go_on_after_it() {
        Rehearsal posed = paused();
        Instant inThePause = minute(10);
        assertThat(course(posed).clock().at(inThePause)).isEqualTo(Duration.ofMinutes(3));
        assertThat(budget(posed).spentUntil(inThePause)).isEqualTo(Duration.ofMinutes(3));

        posed.later(Duration.ofMinutes(7)).does(HOST, new Command.Resume());
        assertThat(course(posed).clock().at(minute(12))).isEqualTo(Duration.ofMinutes(5));
        assertThat(budget(posed).spentUntil(minute(12))).isEqualTo(Duration.ofMinutes(5));
        assertThat(course(posed).paused()).isEmpty();
    }

    @Test
    void pauses_add_up() {
        Rehearsal posed = paused();
        posed.later(Duration.ofMinutes(7)).does(HOST, new Command.Resume());
        posed.later(Duration.ofMinutes(1)).does(HOST, new Command.Pause());
        posed.later(Duration.ofMinutes(2)).does(HOST, new Command.Resume());
        assertThat(course(posed).pausedFor()).isEqualTo(Duration.ofMinutes(9));
        assertThat(course(posed).clock().at(minute(14))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void pausing_twice_and_resuming_twice_change_nothing() {
        assertThat(paused().ask(HOST, new Command.Pause())).isEqualTo(Decision.already());
        assertThat(Rehearsal.posed().ask(HOST, new Command.Resume())).isEqualTo(Decision.already());
    }

    @Test
    void the_next_question_ends_a_pause() {
        Rehearsal posed = paused();
        posed.later(Duration.ofMinutes(7)).does(HOST, new Command.Pose("hire"));
        assertThat(course(posed).paused()).isEmpty();
        assertThat(budget(posed).spent()).isEqualTo(Duration.ofMinutes(3));
        assertThat(course(posed).posed("hire").orElseThrow().since()).contains(minute(10));
    }

    @Test
    void posing_the_question_on_the_table_ends_a_pause_too() {
        Rehearsal posed = paused();
        assertThat(posed.play(HOST, new Command.Pose("budget")))
                .isEqualTo(Decision.happened(new InterviewEvent.Resumed()));
        assertThat(budget(posed).since()).isPresent();
    }

    @Test
    void a_question_that_is_closed_in_a_pause_stays_off_the_table_after_it() {
        Rehearsal posed = paused().does(HOST, new Command.CloseQuestion("budget"), new Command.Resume());
        assertThat(course(posed).open()).isEmpty();
        assertThat(budget(posed).since()).isEmpty();
    }

    @Test
    void the_time_to_a_height_leaves_a_pause_out() {
        Rehearsal posed = paused();
        posed.later(Duration.ofMinutes(7)).does(HOST, new Command.Resume());
        posed.later(Duration.ofMinutes(1)).does(HOST, new Command.MarkHeight("budget", Shift.TEAM));
        assertThat(budget(posed).heights()).containsExactly(new Course.Height(Shift.TEAM, Duration.ofMinutes(4), HOST));
    }

    @Test
    void an_interview_that_ends_in_a_pause_counts_no_second_of_it() {
        Rehearsal posed = paused();
        posed.later(Duration.ofMinutes(7)).does(HOST, new Command.Finish());
        assertThat(budget(posed).spent()).isEqualTo(Duration.ofMinutes(3));
        assertThat(course(posed).paused()).isEmpty();
        assertThat(posed.held().clock().at(minute(99))).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void the_clock_of_the_round_stands_once_the_questions_are_over() {
        Rehearsal over = Rehearsal.posed().later(Duration.ofMinutes(8)).does(HOST, new Command.Finish());
        assertThat(over.held().clock()).isEqualTo(new Stopwatch(Duration.ofMinutes(8), java.util.Optional.empty()));
    }

    @Test
    void a_clock_that_runs_ahead_on_another_node_turns_nothing_back() {
        Rehearsal posed = paused();
        posed.later(Duration.ofSeconds(-2)).does(HOST, new Command.Resume());
        assertThat(course(posed).pausedFor()).isZero();
        assertThat(course(posed).clock().at(START.minusSeconds(5))).isZero();
    }

    /** Three minutes after the budget was posed. */
    private static Rehearsal paused() {
        return Rehearsal.posed().later(Duration.ofMinutes(3)).does(HOST, new Command.Pause());
    }

    private static Course course(Rehearsal rehearsal) {
        return rehearsal.held().course();
    }

    private static Course.Posed budget(Rehearsal rehearsal) {
        return course(rehearsal).posed("budget").orElseThrow();
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
