package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Attendance;
import org.threeshift.core.presence.Attendance.State;

class LateTest {
    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final PersonId HOST = new PersonId(new UUID(0, 1));
    private static final PersonId RIVAL = new PersonId(new UUID(0, 2));
    private static final PersonId CANDIDATE = new PersonId(new UUID(0, 3));

    @Test
    void whoever_is_missing_is_told_by_name_who_waits() {
        List<Notice> notices = told(60, here(RIVAL, 0));
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(CANDIDATE);
            assertThat(notice.values()).containsEntry("other", RIVAL.toString());
            assertThat(notice.link()).isEqualTo("/room/" + new InterviewId(new UUID(0, 9)));
        });
        assertThat(told(60, here(CANDIDATE, -300))).extracting(Notice::to).containsExactlyInAnyOrder(HOST, RIVAL);
    }

    @Test
    void nobody_is_told_while_both_are_there_or_nobody_is_or_only_one_side_is_incomplete() {
        assertThat(told(60)).isEmpty();
        assertThat(told(60, here(HOST, 0), here(RIVAL, 0), here(CANDIDATE, 0))).isEmpty();
        assertThat(told(60, here(CANDIDATE, 0), here(HOST, 0)))
                .extracting(Notice::to)
                .containsExactly(RIVAL);
    }

    @Test
    void nobody_is_told_of_somebody_who_has_only_just_come_or_whose_connection_is_lost() {
        assertThat(told(60, here(HOST, 31))).isEmpty();
        assertThat(told(61, here(HOST, 31))).isNotEmpty();
        assertThat(told(60, new Attendance(HOST, State.LOST, START))).isEmpty();
        assertThat(told(60, here(HOST, 0), new Attendance(CANDIDATE, State.LOST, START)))
                .isEmpty();
    }

    private static Attendance here(PersonId person, int sinceStart) {
        return new Attendance(person, State.HERE, START.plusSeconds(sinceStart));
    }

    private static List<Notice> told(int seconds, Attendance... here) {
        List<Late> all =
                List.of(late(HOST, Seat.INTERVIEWER), late(RIVAL, Seat.INTERVIEWER), late(CANDIDATE, Seat.CANDIDATE));
        return Late.waitedFor(all, Arrays.asList(here), START.plusSeconds(seconds));
    }

    private static Late late(PersonId person, Seat seat) {
        return new Late(
                new Happening.Setting(
                        new InterviewId(new UUID(0, 9)),
                        person,
                        seat,
                        HOST,
                        Optional.of(CANDIDATE),
                        "Mira",
                        "Screen",
                        false,
                        Optional.empty()),
                START,
                false);
    }
}
