package org.threeshift.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Where leases are kept. They are dated by the one clock that all nodes share, the database's: nodes whose own clocks differ
 * by seconds would otherwise tell each other that people are lost.
 */
interface Leases {
    /** Most tabs of one person in one interview that are counted; another one changes nothing. */
    int TABS_OF_ONE = 10;

    /**
     * The leases of one interview.
     *
     * @param now when they were read, by their own clock
     */
    record Reading(Instant now, List<Lease> leases) {
        public Reading {
            leases = List.copyOf(leases);
        }

        /** With the lease of a tab made or renewed. */
        Reading renewed(PersonId person, ConnectionId connection) {
            Predicate<Lease> own =
                    lease -> lease.person().equals(person) && lease.connection().equals(connection);
            Lease renewed = leases.stream()
                    .filter(own)
                    .findFirst()
                    .map(lease -> lease.renewedAt(now))
                    .orElseGet(() -> Lease.fresh(person, connection, now));
            return new Reading(
                    now,
                    Stream.concat(leases.stream().filter(own.negate()), Stream.of(renewed))
                            .toList());
        }
    }

    /**
     * Makes or renews the lease of a tab. One that was gone begins anew. Whoever has lost their part in the interview since is
     * not told of.
     *
     * @return the leases as they stood before; absent for somebody without a part in the interview, who gets none
     */
    Optional<Reading> renew(InterviewId interview, PersonId person, ConnectionId connection);

    Reading of(InterviewId interview);

    /** Those of several interviews, without those that have none. */
    Map<InterviewId, Reading> of(Set<InterviewId> interviews);

    /**
     * The tab says goodbye. One of which nothing was heard yet is kept as gone, as its first beat may be on its way still.
     * Somebody without a part in the interview changes nothing.
     */
    void leave(InterviewId interview, PersonId person, ConnectionId connection);

    /** Drops leases of all interviews that were last renewed longer ago than this. */
    void dropOlderThan(Duration age);
}
