package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.evening.Out.Why;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** One slot, in which each meets the next one as far as there are meetings. */
class SeatingTest {
    @Test
    void an_odd_number_leaves_one_over_whether_a_room_is_free_or_not() {
        assertThat(seating(5, 2, 3).reasons(List.of())).containsExactly(new Out(person(5), 1, Why.ODD_NUMBER));
        assertThat(seating(5, 2, 2).reasons(List.of())).containsExactly(new Out(person(5), 1, Why.ODD_NUMBER));
    }

    @Test
    void several_are_left_over_by_too_few_rooms() {
        assertThat(seating(4, 1, 1).reasons(List.of()))
                .containsExactlyInAnyOrder(new Out(person(3), 1, Why.ROOMS), new Out(person(4), 1, Why.ROOMS));
    }

    @Test
    void where_a_room_is_free_no_reason_is_made_up() {
        assertThat(seating(4, 1, 2).reasons(List.of())).isEmpty();
        assertThat(seating(2, 0, 2).reasons(List.of())).isEmpty();
        assertThat(seating(1, 0, 2).reasons(List.of()))
                .as("whoever is alone is told what two are told who are kept apart")
                .isEmpty();
    }

    @Test
    void whoever_cannot_be_there_is_no_partner_for_whoever_can() {
        var busy = new Out(person(3), 1, Why.ELSEWHERE);
        assertThat(seating(4, 1, 2).reasons(List.of(busy)))
                .containsExactlyInAnyOrder(busy, new Out(person(4), 1, Why.ODD_NUMBER));
        assertThat(seating(4, 2, 2).reasons(List.of(busy)))
                .as("whoever meets somebody all the same does not sit out")
                .isEmpty();
    }

    @Test
    void who_has_nobody_in_any_slot_is_alone() {
        assertThat(seating(3, 1, 1).alone()).containsExactly(person(3));
    }

    private static Seating seating(int people, int meetings, int rooms) {
        return new Seating(
                new Shape(40, 5, 1, rooms, "bank", List.of()),
                Stream.concat(
                                IntStream.rangeClosed(1, people)
                                        .mapToObj(number ->
                                                new Guest(person(number), Optional.of(Guest.Answer.YES), false, 1)),
                                Stream.of(new Guest(person(9), Optional.of(Guest.Answer.NO), false, 1)))
                        .toList(),
                IntStream.rangeClosed(1, meetings)
                        .mapToObj(room -> new Sitting(
                                new UUID(2, room),
                                new Meeting(1, room, person(2 * room - 1), person(2 * room)),
                                new InterviewId(new UUID(3, room)),
                                Optional.empty(),
                                Sitting.SCHEDULED,
                                Optional.empty(),
                                ""))
                        .toList());
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(0x0196_0000_0000_7000L, number));
    }
}
