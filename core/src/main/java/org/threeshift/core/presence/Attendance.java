package org.threeshift.core.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Leases.Reading;

/**
 * Somebody who is here, or was a moment ago. Whoever is not here has none.
 *
 * @param since when they came; for somebody whose connection is lost, when they were last heard of
 */
public record Attendance(PersonId person, State state, Instant since) {
    /** How somebody is here. */
    public enum State {
        HERE,
        /** Their browser has gone silent without a goodbye. */
        LOST
    }

    /** Everybody of an interview, in the order in which they came. Several tabs of one person are one. */
    static List<Attendance> in(Reading reading) {
        return reading.leases().stream()
                .filter(lease -> !lease.goneAt(reading.now()))
                .collect(Collectors.groupingBy(Lease::person))
                .values()
                .stream()
                .map(tabs -> of(tabs, reading.now()))
                .sorted(Comparator.comparing(Attendance::since)
                        .thenComparing(one -> one.person().value()))
                .toList();
    }

    /** Whether somebody counts as here. */
    static boolean isHere(PersonId person, Reading reading) {
        return in(reading).stream().anyMatch(one -> one.person().equals(person) && one.state() == State.HERE);
    }

    private static Attendance of(List<Lease> tabs, Instant now) {
        PersonId person = tabs.getFirst().person();
        Optional<Instant> came = tabs.stream()
                .filter(lease -> !lease.lostAt(now))
                .map(Lease::since)
                .min(Comparator.naturalOrder());
        Instant heard =
                tabs.stream().map(Lease::seenAt).max(Comparator.naturalOrder()).orElseThrow();
        return came.map(since -> new Attendance(person, State.HERE, since))
                .orElseGet(() -> new Attendance(person, State.LOST, heard));
    }
}
