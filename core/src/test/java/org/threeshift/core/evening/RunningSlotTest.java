package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.evening.plan.Wanted.Apart;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Two slots of forty minutes; in the first Kofi was to meet Lian, and Rosa and Tomasz sit out. */
class RunningSlotTest {
    private static final Instant START = Instant.parse("2026-11-26T18:30:00Z");
    private static final PersonId KOFI = person(1);
    private static final PersonId LIAN = person(2);
    private static final PersonId ROSA = person(3);
    private static final PersonId TOMASZ = person(4);
    private static final Set<PersonId> WITHOUT_LIAN = Set.of(KOFI, ROSA, TOMASZ);

    private static PersonId person(int number) {
        return new PersonId(new UUID(0x0196_0000_0000_7000L, number));
    }

    private static RunningSlot after(int minutes, String phase) {
        return at(START.plus(Duration.ofMinutes(minutes)), phase).orElseThrow();
    }

    private static Optional<RunningSlot> at(Instant now, String phase) {
        var evening = new Evening(
                new EveningId(new UUID(1, 1)),
                new CohortId(new UUID(1, 2)),
                person(9),
                "Both chairs",
                "",
                Agreed.of(Span.of(START, Duration.ofMinutes(85)), ZoneId.of("UTC")),
                new Shape(40, 5, 2, 2, "bank", List.of()),
                Evening.State.PLANNED,
                "",
                1,
                START);
        return RunningSlot.of(
                evening,
                List.of(new Sitting(
                        new UUID(2, 2),
                        new Meeting(1, 1, KOFI, LIAN),
                        new InterviewId(new UUID(3, 3)),
                        Optional.of(START),
                        phase,
                        Optional.empty(),
                        "")),
                now);
    }

    @Test
    void there_is_none_before_the_evening_and_in_a_break() {
        assertThat(at(START.minusSeconds(1), Sitting.SCHEDULED)).isEmpty();
        assertThat(at(START.plus(Duration.ofMinutes(40)), Sitting.SCHEDULED)).isEmpty();
        assertThat(at(START.plus(Duration.ofMinutes(45)), Sitting.SCHEDULED)).isPresent();
    }

    @Test
    void whoever_waits_for_somebody_who_is_away_meets_somebody_who_sits_out() {
        RunningSlot slot = after(3, Sitting.SCHEDULED);
        assertThat(slot.alone(WITHOUT_LIAN)).hasSize(1);
        assertThat(slot.free(WITHOUT_LIAN)).isEqualTo(WITHOUT_LIAN);
        assertThat(slot.minutes()).isEqualTo(36);
        assertThat(slot.rest().until()).isBeforeOrEqualTo(START.plus(Duration.ofMinutes(40)));
        assertThat(slot.meetings(WITHOUT_LIAN, Set.of(), Set.of(), 1))
                .singleElement()
                .satisfies(meeting -> {
                    assertThat(meeting.slot()).isEqualTo(1);
                    assertThat(meeting.room()).isEqualTo(1);
                    assertThat(meeting.has(LIAN)).isFalse();
                });
    }

    @Test
    void what_has_begun_goes_on_and_its_two_are_not_free() {
        RunningSlot slot = after(3, Sitting.LIVE);
        assertThat(slot.alone(WITHOUT_LIAN)).isEmpty();
        assertThat(slot.free(WITHOUT_LIAN)).containsExactlyInAnyOrder(ROSA, TOMASZ);
        assertThat(slot.meetings(Set.of(ROSA, TOMASZ), Set.of(), Set.of(), 1))
                .as("its room is taken")
                .isEmpty();
        assertThat(slot.meetings(Set.of(ROSA, TOMASZ), Set.of(), Set.of(), 2))
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.room()).isEqualTo(2));
    }

    @Test
    void too_little_is_left_for_both_halves() {
        assertThat(after(20, Sitting.SCHEDULED).minutes()).isEqualTo(20);
        assertThat(after(21, Sitting.SCHEDULED).minutes()).isZero();
    }

    @Test
    void who_called_theirs_off_or_must_not_meet_are_not_put_together() {
        RunningSlot slot = after(3, Sitting.CANCELLED);
        Set<PersonId> two = Set.of(KOFI, LIAN);
        assertThat(slot.meetings(two, Set.of(), Set.of(), 2)).isEmpty();
        assertThat(slot.meetings(Set.of(ROSA, TOMASZ), Set.of(new Apart(ROSA, TOMASZ)), Set.of(), 2))
                .isEmpty();
        List<Meeting> others = slot.meetings(Set.of(KOFI, ROSA), Set.of(), Set.of(), 2);
        assertThat(slot.displaced(others)).hasSize(1);
    }
}
