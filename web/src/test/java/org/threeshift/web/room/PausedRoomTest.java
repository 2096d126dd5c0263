package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.model.Stopwatch;
import org.threeshift.core.rubric.Shift;

class PausedRoomTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final PosedQuestion ASKED_BEFORE = question(1, Optional.empty(), false);
    private static final PosedQuestion STANDING = question(2, Optional.empty(), true);
    private static final PosedQuestion RUNNING = question(2, Optional.of(START.plusSeconds(600)), true);

    private static PosedQuestion question(int number, Optional<Instant> since, boolean onTable) {
        return new PosedQuestion(
                "q" + number, number, "How?", List.of(Shift.TEAM), 8, Duration.ofSeconds(90), since, onTable);
    }

    private static Room paused(Instant now) {
        Views live = Views.live(ASKED_BEFORE, STANDING);
        return Views.room(
                live.clock(new Stopwatch(Duration.ofMinutes(5), Optional.empty()))
                        .view(),
                now);
    }

    @Test
    void in_a_pause_both_clocks_stand_still() {
        for (int minutes : new int[] {10, 40}) {
            Room room = paused(START.plus(Duration.ofMinutes(minutes)));
            assertThat(room.paused()).isTrue();
            assertThat(room.elapsed()).hasMinutes(5);
            assertThat(room.spentOn(STANDING)).hasSeconds(90);
        }
    }

    @Test
    void the_question_on_the_table_stays_there_and_is_no_earlier_one() {
        Room room = paused(START.plusSeconds(900));
        assertThat(room.stage()).isEqualTo(Stage.QUESTION);
        assertThat(room.earlier()).containsExactly(ASKED_BEFORE);
    }

    @Test
    void without_a_pause_they_run_and_leave_earlier_pauses_out() {
        Stopwatch later = new Stopwatch(Duration.ZERO, Optional.of(START.plusSeconds(300)));
        Room room = Views.room(Views.live(ASKED_BEFORE, RUNNING).clock(later).view(), START.plusSeconds(660));
        assertThat(room.paused()).isFalse();
        assertThat(room.elapsed()).hasMinutes(6);
        assertThat(room.spentOn(RUNNING)).hasSeconds(150);
    }

    @Test
    void before_the_start_nothing_is_paused() {
        assertThat(Views.room(Views.scheduled(START).view(), START).paused()).isFalse();
    }

    @Test
    void a_pause_makes_another_version_so_that_the_page_is_told() {
        Instant now = START.plusSeconds(700);
        assertThat(paused(now).version())
                .isNotEqualTo(Views.room(Views.live(ASKED_BEFORE, RUNNING).view(), now)
                        .version());
    }
}
