package org.threeshift.core.evening.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.evening.plan.Guests.apart;
import static org.threeshift.core.evening.plan.Guests.fresh;
import static org.threeshift.core.evening.plan.Guests.guest;
import static org.threeshift.core.evening.plan.Guests.guests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.PersonId;

/** What holds of every plan. */
class PlanLawsTest {
    /** Also by people in another order: their numbers in a plan made at once follow from the seed alone. */
    @Test
    void every_size_of_evening_is_without_a_fault_after_every_slot() {
        for (int people = 2; people <= 24; people++) {
            for (int rooms = 1; rooms <= people / 2 + 1; rooms++) {
                Wanted wanted = fresh(people, rooms, Wanted.MOST_SLOTS, 7L * people + rooms);
                assertThat(Check.faultsOfAWholePlan(wanted, Plan.of(wanted)))
                        .as("%d people, %d rooms", people, rooms)
                        .isEmpty();
            }
        }
    }

    @Property(tries = 60)
    void a_plan_made_at_once_is_without_a_fault(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 60) int people,
            @ForAll @IntRange(min = 1, max = 30) int rooms,
            @ForAll @IntRange(min = 1, max = 12) int slots) {
        Wanted wanted = fresh(people, rooms, slots, seed);
        assertThat(Check.faultsOfAWholePlan(wanted, Plan.of(wanted))).isEmpty();
    }

    @Property(tries = 150)
    void whoever_must_not_meet_never_does_and_the_rest_still_holds(
            @ForAll long seed,
            @ForAll @IntRange(max = 14) int people,
            @ForAll @IntRange(min = 1, max = 8) int rooms,
            @ForAll @DoubleRange(max = 0.9) double chance) {
        var wanted = new Wanted(
                guests(people), apart(new Random(seed), people, chance), rooms, 6, 1, List.of(), List.of(), seed);
        assertThat(Check.faults(wanted, Plan.of(wanted))).isEmpty();
    }

    @Property(tries = 150)
    void whoever_is_busy_in_a_slot_is_planned_around_and_the_rest_still_holds(
            @ForAll long seed,
            @ForAll @IntRange(max = 14) int people,
            @ForAll @IntRange(min = 1, max = 8) int rooms,
            @ForAll @DoubleRange(max = 0.6) double chance) {
        Random dice = new Random(seed);
        Set<Wanted.Busy> busy = new HashSet<>();
        for (int one = 1; one <= people; one++) {
            for (int slot = 1; slot <= 6; slot++) {
                if (dice.nextDouble() < chance) {
                    busy.add(new Wanted.Busy(guest(one), slot));
                }
            }
        }
        var wanted = new Wanted(
                guests(people), apart(dice, people, chance / 2), busy, rooms, 6, 1, List.of(), List.of(), seed);
        assertThat(Check.faults(wanted, Plan.of(wanted))).isEmpty();
    }

    @Property(tries = 60)
    void the_same_seed_is_the_same_plan(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 16) int people,
            @ForAll @IntRange(min = 1, max = 8) int rooms) {
        Wanted wanted = fresh(people, rooms, 5, seed);
        assertThat(Plan.of(fresh(people, rooms, 5, seed))).isEqualTo(Plan.of(wanted));
    }

    @Property(tries = 150)
    void a_plan_made_anew_keeps_what_was_held_and_breaks_no_rule(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 14) int people,
            @ForAll @IntRange(min = 1, max = 7) int rooms,
            @ForAll @IntRange(min = 2, max = 6) int from) {
        Wanted anew = changed(new Random(seed), people, rooms, from, seed);
        Plan plan = Plan.of(anew);
        assertThat(Check.faults(anew, plan)).isEmpty();
        assertThat(plan.meetings()).allMatch(meeting -> meeting.slot() >= from);
    }

    /** The same meetings seated in every other way: none is more even over everybody. */
    @Property(tries = 150)
    void after_a_change_no_other_seating_of_the_same_meetings_is_more_even(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 7) int people,
            @ForAll @IntRange(min = 4, max = 6) int from) {
        Wanted anew = changed(new Random(seed), people, 3, from, seed);
        Plan plan = Plan.of(anew);
        Map<PersonId, Integer> lead = new HashMap<>();
        anew.since().keySet().forEach(person -> lead.put(person, 0));
        anew.held().forEach(meeting -> seat(lead, meeting, 1));
        assertThat(anew.since().keySet().stream()
                        .mapToInt(person -> Check.lead(anew, plan, person))
                        .map(each -> each * each)
                        .sum())
                .isEqualTo(evenest(lead, plan.meetings(), 0));
    }

    private static void seat(Map<PersonId, Integer> lead, Meeting meeting, int by) {
        lead.computeIfPresent(meeting.first(), (_, before) -> before + by);
        lead.computeIfPresent(meeting.second(), (_, before) -> before - by);
    }

    private static int evenest(Map<PersonId, Integer> lead, List<Meeting> meetings, int at) {
        if (at == meetings.size()) {
            return lead.values().stream().mapToInt(each -> each * each).sum();
        }
        int best = Integer.MAX_VALUE;
        for (int by : new int[] {1, -1}) {
            seat(lead, meetings.get(at), by);
            best = Math.min(best, evenest(lead, meetings, at + 1));
            seat(lead, meetings.get(at), -by);
        }
        return best;
    }

    /** Of an evening of six slots that began, some went before a slot, some came. */
    private static Wanted changed(Random dice, int people, int rooms, int from, long seed) {
        Set<Wanted.Apart> apart = apart(dice, people + 3, 0.05);
        Plan first = Plan.of(new Wanted(guests(people), apart, rooms, 6, 1, List.of(), List.of(), seed));
        Map<PersonId, Integer> since = new HashMap<>(guests(people));
        for (int gone = dice.nextInt(3); gone > 0; gone--) {
            since.remove(guest(1 + dice.nextInt(people)));
        }
        for (int come = 1; come <= dice.nextInt(4); come++) {
            since.put(guest(people + come), from);
        }
        return new Wanted(
                since,
                apart,
                rooms,
                6,
                from,
                first.meetings().stream()
                        .filter(meeting -> meeting.slot() < from)
                        .toList(),
                first.meetings().stream()
                        .filter(meeting -> meeting.slot() >= from)
                        .toList(),
                seed);
    }

    @Property(tries = 60)
    void what_can_stay_of_a_plan_stays(@ForAll long seed, @ForAll @IntRange(min = 4, max = 12) int people) {
        Set<Wanted.Apart> apart = Set.of(new Wanted.Apart(guest(1), guest(2)));
        Plan first = Plan.of(new Wanted(guests(people), apart, 6, 4, 1, List.of(), List.of(), seed));
        List<Meeting> held = first.of(1);
        List<Meeting> rest =
                first.meetings().stream().filter(meeting -> meeting.slot() > 1).toList();
        Plan same = Plan.of(new Wanted(guests(people), apart, 6, 4, 2, held, rest, seed));
        assertThat(pairs(same).toList())
                .containsExactlyInAnyOrderElementsOf(pairs(new Plan(rest)).toList());
    }

    @Property(tries = 100)
    void a_plan_of_which_nothing_has_changed_is_the_same_plan_to_its_rooms_and_chairs(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 30) int people,
            @ForAll @IntRange(min = 1, max = 15) int rooms,
            @ForAll @IntRange(min = 1, max = 8) int slots) {
        Plan plan = Plan.of(fresh(people, rooms, slots, seed));
        assertThat(Plan.of(again(people, rooms, slots, plan, seed))).isEqualTo(plan);
    }

    @Property(tries = 100)
    void with_other_rooms_and_slots_before_it_begins_it_is_as_good_as_one_made_at_once(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 20) int people,
            @ForAll @IntRange(min = 1, max = 10) int rooms,
            @ForAll @IntRange(min = 1, max = 10) int others,
            @ForAll @IntRange(min = 1, max = 8) int slots) {
        Plan plan = Plan.of(fresh(people, rooms, 5, seed));
        Wanted again = again(people, others, slots, plan, seed);
        assertThat(Check.faultsOfAWholePlan(again, Plan.of(again))).isEmpty();
    }

    @Property(tries = 100)
    void two_of_four_who_stay_alone_in_one_room_keep_their_chairs(@ForAll long seed) {
        Plan plan = Plan.of(fresh(4, 2, 2, seed));
        assertThat(Plan.of(again(4, 1, 2, plan, seed)).of(1))
                .hasSize(1)
                .allMatch(plan.of(1).stream()
                        .map(meeting -> new Meeting(1, 1, meeting.first(), meeting.second()))
                        .toList()::contains);
    }

    private static Wanted again(int people, int rooms, int slots, Plan before, long seed) {
        return new Wanted(guests(people), Set.of(), rooms, slots, 1, List.of(), before.meetings(), seed);
    }

    private static Stream<List<Object>> pairs(Plan plan) {
        return plan.meetings().stream()
                .map(meeting -> List.of(meeting.slot(), meeting.room(), Set.of(meeting.first(), meeting.second())));
    }

    @Property
    void no_question_is_in_two_slots_and_each_slot_has_one_for_either_half(
            @ForAll @IntRange(max = 40) int questions,
            @ForAll @IntRange(min = 1, max = 12) int slots,
            @ForAll @IntRange(min = 20, max = 60) int minutes) {
        List<Decks.Card> cards = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            cards.add(new Decks.Card("question-" + question, 4 + question % 9));
        }
        var dealt = Decks.deal(cards, slots, minutes);
        assertThat(dealt.isPresent()).isEqualTo(Decks.enoughFor(cards, minutes) >= slots);
        dealt.ifPresent(decks -> {
            assertThat(decks).hasSize(slots).allMatch(deck -> deck.size() >= 2);
            assertThat(Heard.hostsWhatTheyAreYetToBeAsked(decks)).isFalse();
        });
    }
}
