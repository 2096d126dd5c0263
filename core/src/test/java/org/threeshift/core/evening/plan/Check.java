package org.threeshift.core.evening.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/** Says what is wrong with a plan, from its meetings alone and by counting: it shares nothing with what makes plans. */
final class Check {
    private final Wanted wanted;
    private final Plan plan;
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    private Check(Wanted wanted, Plan plan) {
        this.wanted = wanted;
        this.plan = plan;
    }

    /** What is wrong whoever is there and whatever was before. */
    static Set<Fault> faults(Wanted wanted, Plan plan) {
        var check = new Check(wanted, plan);
        check.eachMeeting();
        for (int slot = wanted.from(); slot <= wanted.slots(); slot++) {
            check.slot(slot, plan.of(slot));
        }
        return check.faults;
    }

    /** And what is wrong besides in a plan that was made at once, of people who may all meet. */
    static Set<Fault> faultsOfAWholePlan(Wanted wanted, Plan plan) {
        var check = new Check(wanted, plan);
        for (int slot = wanted.from(); slot <= wanted.slots(); slot++) {
            check.chairs(slot);
            check.sittingOut(slot);
            if (plan.of(slot).size() != Math.min(wanted.rooms(), wanted.since().size() / 2)) {
                check.faults.add(Fault.ROOM_WASTED);
            }
        }
        check.faults.addAll(faults(wanted, plan));
        return check.faults;
    }

    private void eachMeeting() {
        for (Meeting meeting : plan.meetings()) {
            report(meeting.room() > wanted.rooms(), Fault.NO_SUCH_ROOM);
            report(meeting.slot() < wanted.from() || meeting.slot() > wanted.slots(), Fault.NO_SUCH_SLOT);
            report(!wanted.mayMeet(meeting.first(), meeting.second()), Fault.APART);
            report(!wanted.since().keySet().containsAll(both(meeting)), Fault.NOT_THERE);
            report(
                    both(meeting).stream()
                            .anyMatch(person -> wanted.busy().contains(new Wanted.Busy(person, meeting.slot()))),
                    Fault.BUSY);
        }
    }

    private void slot(int slot, List<Meeting> meetings) {
        Set<PersonId> seated = new HashSet<>();
        Set<Integer> rooms = new HashSet<>();
        for (Meeting meeting : meetings) {
            both(meeting).forEach(person -> report(!seated.add(person), Fault.IN_TWO_ROOMS));
            report(!rooms.add(meeting.room()), Fault.TWO_IN_ONE_ROOM);
            for (PersonId person : both(meeting)) {
                int already = met(slot, person, meeting.partnerOf(person));
                report(
                        wanted.since().keySet().stream()
                                .filter(other -> wanted.mayMeet(person, other)
                                        && free(slot).contains(other))
                                .anyMatch(other -> met(slot, person, other) < already),
                        Fault.MET_AGAIN_TOO_SOON);
            }
        }
        report(meetings.isEmpty() && somebodyMayMeet(slot), Fault.ROOM_WASTED);
    }

    private List<PersonId> free(int slot) {
        return wanted.since().keySet().stream()
                .filter(person -> !wanted.busy().contains(new Wanted.Busy(person, slot)))
                .toList();
    }

    private boolean somebodyMayMeet(int slot) {
        Collection<PersonId> people = free(slot);
        return people.stream().anyMatch(one -> people.stream().anyMatch(other -> wanted.mayMeet(one, other)));
    }

    /** How often two had met before a slot. */
    private int met(int before, PersonId one, PersonId other) {
        return (int) all().stream()
                .filter(meeting -> meeting.slot() < before && meeting.has(one) && meeting.has(other))
                .count();
    }

    private void chairs(int until) {
        for (PersonId person : wanted.since().keySet()) {
            report(Math.abs(lead(person, until)) > 1, Fault.CHAIRS_UNEVEN);
        }
    }

    int lead(PersonId person, int until) {
        return all().stream()
                .filter(meeting -> meeting.slot() <= until && meeting.has(person))
                .mapToInt(meeting -> meeting.first().equals(person) ? 1 : -1)
                .sum();
    }

    static int lead(Wanted wanted, Plan plan, PersonId person) {
        return new Check(wanted, plan).lead(person, wanted.slots());
    }

    private void sittingOut(int until) {
        List<Long> seated = wanted.since().keySet().stream()
                .map(person -> all().stream()
                        .filter(meeting -> meeting.slot() <= until && meeting.has(person))
                        .count())
                .sorted()
                .toList();
        report(!seated.isEmpty() && seated.getLast() - seated.getFirst() > 1, Fault.SITTING_OUT_UNEVEN);
    }

    private List<Meeting> all() {
        List<Meeting> all = new ArrayList<>(wanted.held());
        all.addAll(plan.meetings());
        return all;
    }

    private static Set<PersonId> both(Meeting meeting) {
        return Set.of(meeting.first(), meeting.second());
    }

    private void report(boolean wrong, Fault fault) {
        if (wrong) {
            faults.add(fault);
        }
    }
}
