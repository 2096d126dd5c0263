package org.threeshift.core.evening;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.evening.plan.Plan;
import org.threeshift.core.evening.plan.Wanted;
import org.threeshift.core.evening.plan.Wanted.Apart;
import org.threeshift.core.evening.plan.Wanted.Busy;
import org.threeshift.core.hours.Span;
import org.threeshift.core.people.PersonId;

/**
 * The slot that is on, with what can still become of it. Pure.
 *
 * @param number   from 1
 * @param rest     of it, from the next whole minute on, in an even number of minutes; may be empty
 * @param sittings of the whole evening
 * @param seed     of the evening’s plan
 */
record RunningSlot(int number, Span rest, List<Sitting> sittings, long seed) {
    RunningSlot {
        sittings = List.copyOf(sittings);
    }

    /** Absent in a break, before the first and after the last one. */
    static Optional<RunningSlot> of(Evening evening, List<Sitting> sittings, Instant now) {
        int number = evening.next(now) - 1;
        if (number < 1 || !evening.slot(number).until().isAfter(now)) {
            return Optional.empty();
        }
        Instant minute = now.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        long minutes = Math.max(
                0, Duration.between(minute, evening.slot(number).until()).toMinutes());
        return Optional.of(new RunningSlot(
                number,
                Span.of(minute, Duration.ofMinutes(Math.max(2, minutes / 2 * 2))),
                sittings,
                evening.id().value().getLeastSignificantBits()));
    }

    /** For another meeting; 0 when what is left is too short for both halves. */
    int minutes() {
        int minutes = (int) rest.length().toMinutes();
        return minutes < Shape.SHORTEST_SLOT ? 0 : minutes;
    }

    /** What has not begun and cannot, as somebody does not come. */
    List<Sitting> alone(Set<PersonId> coming) {
        return here().filter(one -> one.ahead() && !coming.containsAll(both(one)))
                .toList();
    }

    /** Whoever comes and has nobody in it. */
    Set<PersonId> free(Set<PersonId> coming) {
        Set<PersonId> free = new HashSet<>(coming);
        here().filter(one -> stands(one, coming)).forEach(one -> free.removeAll(both(one)));
        return free;
    }

    /** Between those who have nobody, in the rooms that are left: never of two who called theirs off or missed it. */
    List<Meeting> meetings(Set<PersonId> free, Set<Apart> apart, Set<Busy> busy, int rooms) {
        Set<Integer> taken = here().filter(
                        one -> !one.cancelled() && free.stream().noneMatch(one.meeting()::has))
                .map(one -> one.meeting().room())
                .collect(Collectors.toSet());
        List<Integer> left = IntStream.rangeClosed(1, rooms)
                .boxed()
                .filter(room -> !taken.contains(room))
                .toList();
        if (left.isEmpty() || free.size() < 2) {
            return List.of();
        }
        Set<Apart> never = new HashSet<>(apart);
        here().filter(Sitting::cancelled)
                .forEach(one ->
                        never.add(new Apart(one.meeting().first(), one.meeting().second())));
        Map<PersonId, Integer> since = free.stream().collect(Collectors.toMap(Function.identity(), _ -> number));
        List<Meeting> held = sittings.stream()
                .filter(one -> one.held() && one.meeting().slot() < number)
                .map(Sitting::meeting)
                .toList();
        var wanted = new Wanted(since, never, busy, left.size(), number, number, held, List.of(), seed);
        Iterator<Integer> room = left.iterator();
        List<Meeting> meetings = new ArrayList<>();
        for (Meeting meeting : Plan.of(wanted).meetings()) {
            meetings.add(new Meeting(number, room.next(), meeting.first(), meeting.second()));
        }
        return meetings;
    }

    /** What was called off and makes room for these. */
    List<Sitting> displaced(List<Meeting> added) {
        return here().filter(Sitting::cancelled)
                .filter(one -> added.stream()
                        .anyMatch(meeting -> meeting.room() == one.meeting().room()
                                || both(one).stream().anyMatch(meeting::has)))
                .toList();
    }

    private Stream<Sitting> here() {
        return sittings.stream().filter(one -> one.meeting().slot() == number);
    }

    private static boolean stands(Sitting one, Set<PersonId> coming) {
        return one.held() || (one.ahead() && coming.containsAll(both(one)));
    }

    private static Set<PersonId> both(Sitting one) {
        return Set.of(one.meeting().first(), one.meeting().second());
    }
}
