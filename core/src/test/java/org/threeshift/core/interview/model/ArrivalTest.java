package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal.Code;

/** Stated times: ten minutes before ten, ten, two minutes past and ten minutes past. */
class ArrivalTest {
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "09:49:59.999, PREPARING",
        "09:50:00.000, OPEN",
        "09:59:59.999, OPEN",
        "10:00:00.000, DUE",
        "10:01:59.999, DUE",
        "10:02:00.000, LATE",
        "10:09:59.999, LATE",
        "10:10:00.000, OVERDUE",
        "18:00:00.000, OVERDUE"
    })
    void each_stretch_begins_at_its_very_instant(String time, Arrival expected) {
        assertThat(Arrival.at(TEN, at(time))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "08:00:00.000, 09:50:00.000",
        "09:50:00.000, 10:00:00.000",
        "10:00:00.000, 10:02:00.000",
        "10:02:00.000, 10:10:00.000"
    })
    void the_next_change_is_known(String time, String next) {
        assertThat(Arrival.changes(TEN, at(time))).contains(at(next));
    }

    @Test
    void nothing_changes_by_the_clock_once_everything_has_come() {
        assertThat(Arrival.changes(TEN, at("10:10:00.000"))).isEqualTo(Optional.empty());
    }

    @Test
    void joining_and_starting_open_ten_minutes_before_and_not_a_moment_earlier() {
        Rehearsal early = tomorrow().later(Duration.ofDays(1).minusMinutes(10).minusMillis(1));
        assertThat(code(early, Rehearsal.CANDIDATE, new Command.Join(Seat.CANDIDATE)))
                .contains(Code.TOO_EARLY_TO_JOIN);
        assertThat(code(early, Rehearsal.HOST, new Command.Join(Seat.INTERVIEWER)))
                .contains(Code.TOO_EARLY_TO_JOIN);
        assertThat(code(early, Rehearsal.HOST, new Command.Start())).contains(Code.TOO_EARLY_TO_START);
        early.later(Duration.ofMillis(1))
                .does(Rehearsal.CANDIDATE, new Command.Join(Seat.CANDIDATE))
                .does(Rehearsal.HOST, new Command.Join(Seat.INTERVIEWER), new Command.Start());
    }

    @Test
    void whoever_waits_may_report_at_ten_minutes_past_and_not_a_moment_earlier() {
        Rehearsal waiting = Rehearsal.scheduled()
                .does(Rehearsal.CANDIDATE, new Command.Join(Seat.CANDIDATE))
                .later(Duration.ofMinutes(10).minusMillis(1));
        assertThat(code(waiting, Rehearsal.CANDIDATE, new Command.ReportNoShow(Absent.INTERVIEWER)))
                .contains(Code.TOO_EARLY_FOR_NO_SHOW);
        waiting.later(Duration.ofMillis(1)).does(Rehearsal.CANDIDATE, new Command.ReportNoShow(Absent.INTERVIEWER));
    }

    private static Rehearsal tomorrow() {
        return Rehearsal.scheduled()
                .does(
                        Rehearsal.HOST,
                        new Command.Reschedule(Rehearsal.START.plus(Duration.ofDays(1)), Rehearsal.BERLIN, "Ill."));
    }

    private static Optional<Code> code(
            Rehearsal rehearsal, org.threeshift.core.people.PersonId actor, Command command) {
        return rehearsal.ask(actor, command) instanceof Decision.Refused(var refusal)
                ? Optional.of(refusal.code())
                : Optional.empty();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }
}
