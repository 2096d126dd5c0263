package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.CandidateView;
import org.threeshift.core.interview.CandidateView.PosedQuestion;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.rubric.Shift;

class StageVersionTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final PosedQuestion OPEN = new PosedQuestion(
            "goals", 1, "How?", List.of(Shift.STRATEGY), 8, Duration.ZERO, Optional.of(START.plusSeconds(60)), true);
    private static final PosedQuestion CLOSED = new PosedQuestion(
            "goals", 1, "How?", List.of(Shift.STRATEGY), 8, Duration.ofMinutes(7), Optional.empty(), false);

    @Test
    void what_only_the_log_counts_does_not_show() {
        assertThat(version(Views.live(OPEN).seq(8)))
                .isEqualTo(version(Views.live(OPEN).seq(250)));
        assertThat(version(Views.debriefing(CLOSED).seq(40)))
                .isEqualTo(version(Views.debriefing(CLOSED).seq(41)));
    }

    @Test
    void everything_that_the_candidate_sees_makes_another_version() {
        List<String> versions = Stream.of(
                        Views.scheduled(START),
                        Views.scheduled(START).here(true),
                        Views.scheduled(START).here(true).interviewerHere(true),
                        Views.scheduled(START.plusSeconds(60)),
                        Views.live(),
                        Views.live(OPEN),
                        Views.live(CLOSED),
                        Views.debriefing(CLOSED),
                        Views.debriefing(CLOSED).selfScore(new SelfScore(List.of(), START)),
                        Views.debriefing(CLOSED).selfScore(new SelfScore(List.of(), START.plusSeconds(1))),
                        Views.debriefing(CLOSED).phase(Phase.PUBLISHED),
                        Views.scheduled(START).phase(Phase.CANCELLED).cancelled("Ill."),
                        Views.scheduled(START).phase(Phase.CANCELLED).noShow(Absent.CANDIDATE),
                        Views.scheduled(START).phase(Phase.CANCELLED).noShow(Absent.INTERVIEWER))
                .map(StageVersionTest::version)
                .toList();
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void before_the_start_it_changes_by_the_clock_four_times_and_says_when() {
        CandidateView waiting = Views.scheduled(START).here(true).view();
        List<Instant> changes = new ArrayList<>();
        List<Instant> said = new ArrayList<>();
        String before = "";
        for (Instant now = START.minusSeconds(1_800); now.isBefore(START.plusSeconds(900)); now = now.plusSeconds(1)) {
            String version = StageVersion.of(waiting, false, now);
            if (!before.isEmpty() && !version.equals(before)) {
                changes.add(now);
            }
            before = version;
            Views.room(waiting, now)
                    .changesAt()
                    .filter(next -> !said.contains(next))
                    .ifPresent(said::add);
        }
        assertThat(changes)
                .containsExactly(
                        START.minus(Duration.ofMinutes(10)),
                        START,
                        START.plus(Duration.ofMinutes(2)),
                        START.plus(Duration.ofMinutes(10)))
                .isEqualTo(said);
    }

    @Test
    void ten_minutes_before_preparing_gives_way_to_the_lobby() {
        CandidateView waiting = Views.scheduled(START).view();
        assertThat(Views.room(waiting, START.minus(Duration.ofMinutes(10)).minusMillis(1))
                        .stage())
                .isEqualTo(Stage.PREPARING);
        assertThat(Views.room(waiting, START.minus(Duration.ofMinutes(10))).stage())
                .isEqualTo(Stage.LOBBY);
    }

    @Test
    void two_minutes_after_the_start_it_says_who_is_missing_and_after_ten_offers_to_report_it() {
        CandidateView waiting = Views.scheduled(START).here(true).view();
        CandidateView both =
                Views.scheduled(START).here(true).interviewerHere(true).view();
        Instant two = START.plus(Duration.ofMinutes(2));
        Instant ten = START.plus(Duration.ofMinutes(10));
        assertThat(Views.room(waiting, two.minusMillis(1)).late()).isFalse();
        assertThat(Views.room(waiting, two).late()).isTrue();
        assertThat(Views.room(waiting, ten.minusMillis(1)).mayReportNoShow()).isFalse();
        assertThat(Views.room(waiting, ten).mayReportNoShow()).isTrue();
        assertThat(Views.room(both, ten).late()).isFalse();
        assertThat(Views.room(both, ten).mayReportNoShow()).isFalse();
    }

    @Test
    void whoever_came_and_went_again_is_missing_too_and_came_all_the_same() {
        CandidateView came =
                Views.scheduled(START).here(true).interviewerHere(true).view();
        Instant one = START.plus(Duration.ofMinutes(1));
        Instant ten = START.plus(Duration.ofMinutes(10));
        assertThat(Views.room(came, true, one).company()).isEqualTo("both");
        assertThat(Views.room(came, false, one).company()).isEqualTo("came");
        assertThat(Views.room(came, false, one).late()).isFalse();
        assertThat(Views.room(came, false, ten).late()).isTrue();
        assertThat(Views.room(came, false, ten).company()).isEqualTo("gone");
        assertThat(Views.room(came, false, ten).mayReportNoShow()).isFalse();
        assertThat(StageVersion.of(came, false, one)).isNotEqualTo(StageVersion.of(came, true, one));
    }

    private static String version(Views view) {
        return StageVersion.of(view.view(), false, START.plusSeconds(100));
    }
}
