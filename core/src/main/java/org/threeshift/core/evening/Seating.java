package org.threeshift.core.evening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.people.PersonId;

/**
 * Who of those who come has a place in which slot of a plan, and who sits out.
 *
 * @param guests   everybody who was asked
 * @param sittings the whole plan
 */
record Seating(Shape shape, List<Guest> guests, List<Sitting> sittings) {
    Seating {
        guests = List.copyOf(guests);
        sittings = List.copyOf(sittings);
    }

    /** Who sits out at least once. */
    Set<PersonId> sittingOut() {
        return IntStream.rangeClosed(1, shape.slots())
                .boxed()
                .flatMap(slot -> idle(slot).stream())
                .collect(Collectors.toSet());
    }

    /** Who comes and has nobody in any slot. */
    Set<PersonId> alone() {
        return guests.stream()
                .filter(Guest::comes)
                .map(Guest::person)
                .filter(person -> sittings.stream()
                        .noneMatch(one -> !one.cancelled() && one.meeting().has(person)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Why those sit out who do, as far as it can be named.
     *
     * @param barred who cannot be in a slot, whatever the plan; also of such as do not sit out
     */
    List<Out> reasons(List<Out> barred) {
        List<Out> reasons = new ArrayList<>();
        for (int slot = 1; slot <= shape.slots(); slot++) {
            int number = slot;
            Set<PersonId> idle = idle(slot);
            List<Out> here = barred.stream()
                    .filter(out -> out.slot() == number && idle.contains(out.person()))
                    .toList();
            reasons.addAll(here);
            here.forEach(out -> idle.remove(out.person()));
            long rooms = in(slot).stream().filter(one -> !one.cancelled()).count();
            if (idle.size() == 1 && rooms > 0) {
                idle.forEach(person -> reasons.add(new Out(person, number, Out.Why.ODD_NUMBER)));
            } else if (rooms >= shape.rooms()) {
                idle.forEach(person -> reasons.add(new Out(person, number, Out.Why.ROOMS)));
            }
        }
        return reasons;
    }

    private Set<PersonId> idle(int slot) {
        Set<PersonId> idle = guests.stream()
                .filter(guest -> guest.comes() && guest.since() <= slot)
                .map(Guest::person)
                .collect(Collectors.toCollection(HashSet::new));
        in(slot).forEach(one -> {
            idle.remove(one.meeting().first());
            idle.remove(one.meeting().second());
        });
        return idle;
    }

    private List<Sitting> in(int slot) {
        return sittings.stream().filter(one -> one.meeting().slot() == slot).toList();
    }
}
