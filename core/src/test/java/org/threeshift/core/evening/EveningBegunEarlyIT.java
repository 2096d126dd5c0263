package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;

/** What becomes of an evening that is changed, or left, in the minutes before it, in which two have begun already. */
class EveningBegunEarlyIT extends EveningNode {
    private static final Instant EARLY = START.minus(Duration.ofMinutes(5));

    @Test
    void whoever_has_not_begun_yet_keeps_their_meeting_when_only_the_title_changes() {
        List<Person> members = members(4);
        EveningId id = begunEarly(members, 2, 2);
        List<Sitting> before = view(id, coach).sittings();
        done(change(id, members, "Again", "18:30", 40, 5, 2, 2));
        assertThat(view(id, coach).sittings()).isEqualTo(before);
        assertThat(view(id, coach).of(1)).filteredOn(Sitting::ahead).hasSize(1);
    }

    @Test
    void and_goes_where_the_evening_goes() {
        List<Person> members = members(4);
        EveningId id = begunEarly(members, 2, 2);
        List<Sitting> before = view(id, coach).sittings();
        // So that the second slot begins where whoever waits has their first one until then.
        done(change(id, members, "Both chairs", "19:15", 40, 5, 2, 2));
        EveningView after = view(id, coach);
        assertThat(interviews(after.sittings())).isEqualTo(interviews(before));
        assertThat(after.sittings()).filteredOn(Sitting::ahead).hasSize(3).allSatisfy(one -> {
            Span slot = after.evening().slot(one.meeting().slot());
            assertThat(one.span(after.evening())).isEqualTo(slot);
            assertThat(span(one)).isEqualTo(slot);
        });
        assertThat(after.of(1).getFirst().startsAt())
                .as("what has begun stays where it is")
                .contains(START);
    }

    @Test
    void where_no_room_is_left_for_it_it_is_called_off() {
        List<Person> members = members(4);
        EveningId fewer = begunEarly(members, 2, 2);
        Sitting begun = view(fewer, coach).of(1).getFirst();
        done(change(fewer, members, "Both chairs", "18:30", 40, 5, 2, 1));
        assertThat(view(fewer, coach).of(1))
                .singleElement()
                .extracting(Sitting::interview)
                .isEqualTo(begun.interview());
        assertThat(view(fewer, coach).of(2)).hasSize(1);
    }

    @Test
    void with_fewer_slots_what_has_begun_stays_and_nothing_is_left_of_slots_that_are_no_more() {
        List<Person> members = members(4);
        EveningId id = begunEarly(members, 2, 2);
        List<InterviewId> first = interviews(view(id, coach).of(1));
        done(change(id, members, "Both chairs", "18:30", 40, 5, 1, 2));
        // Another number of slots deals other questions, but to what has begun.
        assertThat(interviews(view(id, coach).sittings())).contains(first.getFirst());
        assertThat(view(id, coach).sittings()).allMatch(one -> one.meeting().slot() == 1 && !one.cancelled());
    }

    @Test
    void whoever_has_begun_is_in_no_slot_into_which_that_lasts_and_the_others_meet() {
        List<Person> members = members(4);
        EveningId shorter = begunEarly(members, 2, 2);
        done(change(shorter, members, "Both chairs", "18:30", 30, 5, 2, 2));
        inNoTwoPlaces(shorter, 2);
    }

    @Test
    void also_when_it_starts_earlier_without_a_pause() {
        List<Person> members = members(4);
        EveningId id = published(members, 2, 2);
        now = START.minus(Duration.ofMinutes(9));
        begin(view(id, coach).of(1).getFirst());
        done(change(id, members, "Both chairs", "18:25", 40, 0, 2, 2));
        inNoTwoPlaces(id, 2);
    }

    private static void inNoTwoPlaces(EveningId id, int slot) {
        EveningView after = view(id, coach);
        Sitting begun =
                after.sittings().stream().filter(Sitting::held).findFirst().orElseThrow();
        assertThat(span(begun)).isEqualTo(Span.of(START, Duration.ofMinutes(40)));
        assertThat(span(begun).overlaps(after.evening().slot(slot))).isTrue();
        assertThat(after.of(slot)).singleElement().satisfies(one -> {
            assertThat(one.meeting().has(begun.meeting().first())).isFalse();
            assertThat(one.meeting().has(begun.meeting().second())).isFalse();
            assertThat(span(one)).isEqualTo(after.evening().slot(slot));
        });
    }

    @Test
    void whoever_says_no_then_is_waited_for_by_nobody() {
        List<Person> members = members(4);
        EveningId id = begunEarly(members, 2, 2);
        Sitting waits = waiting(id);
        answer(member(waits.meeting().second()), id, false);
        assertThat(view(id, coach).sittings())
                .noneMatch(
                        one -> one.ahead() && one.meeting().has(waits.meeting().second()));
        assertThat(node.getBean(Appointments.class).of(waits.interview())).isEmpty();
    }

    @Test
    void two_of_whom_one_blocks_the_other_then_do_not_meet() {
        List<Person> members = members(4);
        EveningId id = begunEarly(members, 1, 2);
        Sitting waits = waiting(id);
        assertThat(node.getBean(Relations.class)
                        .block(member(waits.meeting().first()), waits.meeting().second()))
                .isTrue();
        assertThat(view(id, coach).sittings()).singleElement().matches(Sitting::held);
        assertThat(node.getBean(Appointments.class).of(waits.interview())).isEmpty();
    }

    private static EveningId begunEarly(List<Person> members, int slots, int rooms) {
        EveningId id = published(members, slots, rooms);
        now = EARLY;
        begin(view(id, coach).of(1).getFirst());
        return id;
    }

    /** Beside the one that has begun. */
    private static Sitting waiting(EveningId id) {
        return view(id, coach).of(1).stream().filter(Sitting::ahead).findFirst().orElseThrow();
    }

    private static Person member(PersonId id) {
        return node.getBean(People.class).find(id).orElseThrow();
    }

    private static Span span(Sitting sitting) {
        return node.getBean(Appointments.class)
                .of(sitting.interview())
                .orElseThrow()
                .agreed()
                .span();
    }

    private static List<InterviewId> interviews(List<Sitting> sittings) {
        return sittings.stream().map(Sitting::interview).toList();
    }

    private static EveningAnswer change(
            EveningId id,
            List<Person> members,
            String title,
            String time,
            int minutes,
            int pause,
            int slots,
            int rooms) {
        Draft same = draft(members, slots, rooms, pause);
        return evenings()
                .change(
                        coach,
                        id,
                        new Draft(
                                title,
                                same.day(),
                                time,
                                String.valueOf(minutes),
                                same.breakMinutes(),
                                same.slots(),
                                same.rooms(),
                                same.rounds(),
                                same.guests(),
                                same.note()),
                        "The room is taken");
    }
}
