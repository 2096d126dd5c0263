package org.threeshift.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Leases of one node, for tests and for work without a database. */
final class InMemoryLeases implements Leases {
    private record Tab(InterviewId interview, PersonId person, ConnectionId connection) {}

    private final Map<Tab, Lease> leases = new LinkedHashMap<>();
    private final InstantSource time;
    private final BiPredicate<InterviewId, PersonId> part;

    /** @param part who has a part in an interview */
    InMemoryLeases(InstantSource time, BiPredicate<InterviewId, PersonId> part) {
        this.time = time;
        this.part = part;
    }

    @Override
    public synchronized Optional<Reading> renew(InterviewId interview, PersonId person, ConnectionId connection) {
        if (!part.test(interview, person)) {
            return Optional.empty();
        }
        Reading before = new Reading(
                time.instant(),
                of(interview).leases().stream()
                        .filter(lease -> part.test(interview, lease.person()))
                        .toList());
        Instant now = before.now();
        var tab = new Tab(interview, person, connection);
        if (counts(tab, before)) {
            leases.merge(tab, Lease.fresh(person, connection, now), (present, _) -> present.renewedAt(now));
        }
        return Optional.of(before);
    }

    @Override
    public synchronized Reading of(InterviewId interview) {
        List<Lease> all = leases.entrySet().stream()
                .filter(entry -> entry.getKey().interview().equals(interview))
                .map(Map.Entry::getValue)
                .toList();
        return new Reading(time.instant(), all);
    }

    @Override
    public synchronized Map<InterviewId, Reading> of(Set<InterviewId> interviews) {
        return leases.keySet().stream()
                .map(Tab::interview)
                .filter(interviews::contains)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::of));
    }

    @Override
    public synchronized void leave(InterviewId interview, PersonId person, ConnectionId connection) {
        var tab = new Tab(interview, person, connection);
        Reading present = of(interview);
        if (part.test(interview, person) && counts(tab, present)) {
            Lease lease = leases.getOrDefault(tab, Lease.fresh(person, connection, present.now()));
            leases.put(tab, new Lease(person, connection, lease.since(), lease.seenAt(), Optional.of(present.now())));
        }
    }

    /** Whether a tab is known, or its person has fewer than are counted. */
    private boolean counts(Tab tab, Reading present) {
        return leases.containsKey(tab)
                || present.leases().stream()
                                .filter(lease -> lease.person().equals(tab.person())
                                        && !lease.seenAt()
                                                .plus(Lease.GONE_AFTER)
                                                .isBefore(present.now()))
                                .count()
                        < TABS_OF_ONE;
    }

    @Override
    public synchronized void dropOlderThan(Duration age) {
        Instant limit = time.instant().minus(age);
        leases.values().removeIf(lease -> lease.seenAt().isBefore(limit));
    }
}
