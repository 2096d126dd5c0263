package org.threeshift.core.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Leases.Reading;

/**
 * Somebody who is here, or was as far as that is still known. Whoever was not has none.
 *
 * @param since when they came; for whoever is not here any more, when they were last heard of
 */
public record Attendance(PersonId person, State state, Instant since) {
    /** How somebody is here. */
    public enum State {
        HERE,
        /** Their browser has gone silent without a goodbye. */
        LOST,
        /** They have closed the page, or their browser has been silent for a minute. */
        GONE
    }

    /** Everybody of an interview by the moment that is said of them. Several tabs of one person are one. */
    static List<Attendance> in(Reading reading) {
        return reading.leases().stream().collect(Collectors.groupingBy(Lease::person)).values().stream()
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
                .filter(lease -> !lease.lostAt(now) && !lease.goneAt(now))
                .map(Lease::since)
                .min(Comparator.naturalOrder());
        // An older tab whose goodbye was never heard says nothing about somebody who has said it in a later one.
        Lease last = tabs.stream().max(Comparator.comparing(Lease::heardAt)).orElseThrow();
        return came.map(since -> new Attendance(person, State.HERE, since))
                .orElseGet(() -> new Attendance(person, last.goneAt(now) ? State.GONE : State.LOST, last.heardAt()));
    }
}
