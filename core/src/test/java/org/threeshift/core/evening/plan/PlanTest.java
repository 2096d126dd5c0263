package org.threeshift.core.evening.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threeshift.core.evening.plan.Guests.fresh;
import static org.threeshift.core.evening.plan.Guests.guest;
import static org.threeshift.core.evening.plan.Guests.guests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Wanted FOUR = fresh(4, 2, 3, 1);

    private static Meeting meeting(int slot, int room, int first, int second) {
        return new Meeting(slot, room, guest(first), guest(second));
    }

    private static Plan plan(Meeting... meetings) {
        return new Plan(List.of(meetings));
    }

    /** One without a fault, to be spoilt in one place at a time. */
    private static final Plan SOUND = plan(
            meeting(1, 1, 1, 2),
            meeting(1, 2, 3, 4),
            meeting(2, 1, 2, 3),
            meeting(2, 2, 4, 1),
            meeting(3, 1, 1, 3),
            meeting(3, 2, 2, 4));

    private static Plan spoilt(Meeting one, Meeting by) {
        assertThat(SOUND.meetings()).contains(one);
        return new Plan(SOUND.meetings().stream()
                .map(each -> each.equals(one) ? by : each)
                .toList());
    }

    private static Plan without(Meeting one) {
        return new Plan(
                SOUND.meetings().stream().filter(each -> !each.equals(one)).toList());
    }

    @Test
    void a_sound_plan_has_no_fault() {
        assertThat(Check.faultsOfAWholePlan(FOUR, SOUND)).isEmpty();
    }

    @Test
    void somebody_in_two_rooms_at_once_is_found() {
        assertThat(Check.faults(FOUR, spoilt(meeting(1, 2, 3, 4), meeting(1, 2, 1, 4))))
                .contains(Fault.IN_TWO_ROOMS);
    }

    @Test
    void two_meetings_in_one_room_are_found() {
        assertThat(Check.faults(FOUR, spoilt(meeting(1, 2, 3, 4), meeting(1, 1, 3, 4))))
                .containsExactly(Fault.TWO_IN_ONE_ROOM);
    }

    @Test
    void a_room_that_there_is_not_is_found() {
        assertThat(Check.faults(FOUR, spoilt(meeting(1, 2, 3, 4), meeting(1, 3, 3, 4))))
                .containsExactly(Fault.NO_SUCH_ROOM);
    }

    @Test
    void a_slot_that_is_past_is_found() {
        var late = new Wanted(guests(4), Set.of(), 2, 3, 2, List.of(), List.of(), 1);
        assertThat(Check.faults(late, SOUND)).contains(Fault.NO_SUCH_SLOT);
    }

    @Test
    void somebody_who_is_not_there_is_found() {
        assertThat(Check.faults(FOUR, spoilt(meeting(3, 2, 2, 4), meeting(3, 2, 2, 5))))
                .contains(Fault.NOT_THERE);
    }

    @Test
    void two_who_must_not_meet_are_found() {
        var apart =
                new Wanted(guests(4), Set.of(new Wanted.Apart(guest(4), guest(2))), 2, 3, 1, List.of(), List.of(), 1);
        assertThat(Check.faults(apart, SOUND)).contains(Fault.APART);
    }

    @Test
    void somebody_who_is_busy_in_a_slot_is_found() {
        var busy =
                new Wanted(guests(4), Set.of(), Set.of(new Wanted.Busy(guest(3), 2)), 2, 3, 1, List.of(), List.of(), 1);
        assertThat(Check.faults(busy, SOUND)).contains(Fault.BUSY);
        assertThat(Check.faults(busy, Plan.of(busy))).isEmpty();
    }

    @Test
    void a_second_meeting_while_another_remains_is_found() {
        assertThat(Check.faults(FOUR, spoilt(meeting(2, 1, 2, 3), meeting(2, 1, 2, 1))))
                .contains(Fault.MET_AGAIN_TOO_SOON);
    }

    @Test
    void a_room_left_empty_is_found() {
        assertThat(Check.faultsOfAWholePlan(FOUR, without(meeting(3, 2, 2, 4)))).contains(Fault.ROOM_WASTED);
    }

    @Test
    void somebody_who_is_twice_more_first_than_second_is_found() {
        assertThat(Check.faultsOfAWholePlan(FOUR, spoilt(meeting(2, 2, 4, 1), meeting(2, 2, 1, 4))))
                .containsExactly(Fault.CHAIRS_UNEVEN);
    }

    @Test
    void somebody_who_sits_out_twice_before_another_once_is_found() {
        var scarce = fresh(4, 1, 2, 1);
        assertThat(Check.faultsOfAWholePlan(scarce, plan(meeting(1, 1, 1, 2), meeting(2, 1, 3, 1))))
                .contains(Fault.SITTING_OUT_UNEVEN);
    }

    @Test
    void two_meet_in_every_slot_and_take_turns() {
        Plan plan = Plan.of(fresh(2, 5, 4, 9));
        assertThat(plan.meetings()).hasSize(4);
        assertThat(plan.meetings().stream().map(Meeting::first).distinct()).hasSize(2);
    }

    @Test
    void nobody_and_somebody_alone_meet_nobody() {
        assertThat(Plan.of(fresh(0, 3, 3, 1)).meetings()).isEmpty();
        assertThat(Plan.of(fresh(1, 3, 3, 1)).meetings()).isEmpty();
    }

    @Test
    void an_evening_that_all_have_left_has_no_meeting_any_more() {
        List<Meeting> planned = Plan.of(new Wanted(guests(2), Set.of(), 1, 3, 1, List.of(), List.of(), 1))
                .meetings();
        var deserted = new Wanted(Map.of(), Set.of(), 1, 3, 2, planned.subList(0, 1), planned.subList(1, 3), 1);
        assertThat(Plan.of(deserted).meetings()).isEmpty();
    }

    @Test
    void whoever_has_met_all_sits_out_rather_than_take_a_partner_from_whom_another_waits_for() {
        // 1 and 2 must not meet. After two slots 3 and 4 are each other’s last, and 1 and 2 have met all whom they may.
        var wanted =
                new Wanted(guests(4), Set.of(new Wanted.Apart(guest(1), guest(2))), 2, 3, 1, List.of(), List.of(), 5);
        Plan plan = Plan.of(wanted);
        assertThat(plan.of(3)).singleElement().satisfies(last -> {
            assertThat(last.has(guest(3))).isTrue();
            assertThat(last.has(guest(4))).isTrue();
        });
    }

    @Test
    void whoever_may_meet_nobody_sits_out() {
        var wanted = new Wanted(
                guests(3),
                Set.of(new Wanted.Apart(guest(1), guest(2)), new Wanted.Apart(guest(1), guest(3))),
                2,
                2,
                1,
                List.of(),
                List.of(),
                5);
        assertThat(Plan.of(wanted).meetings()).hasSize(2).noneMatch(meeting -> meeting.has(guest(1)));
    }

    @Test
    void who_comes_late_has_not_sat_out_before() {
        var wanted = new Wanted(
                Map.of(guest(1), 1, guest(2), 1, guest(3), 1, guest(4), 3),
                Set.of(),
                1,
                3,
                3,
                List.of(meeting(1, 1, 1, 2), meeting(2, 1, 2, 1)),
                List.of(),
                5);
        assertThat(Plan.of(wanted).meetings())
                .singleElement()
                .satisfies(last -> assertThat(last.has(guest(3))).isTrue());
    }

    @Test
    void sizes_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> fresh(61, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fresh(2, 31, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fresh(2, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fresh(2, 1, 13, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
