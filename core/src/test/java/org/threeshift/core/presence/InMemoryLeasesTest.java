package org.threeshift.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemoryLeasesTest extends LeasesContract {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Set<List<Object>> seats = new HashSet<>();
    private final Leases leases =
            new InMemoryLeases(() -> now, (interview, person) -> seats.contains(List.of(interview, person)));

    @Override
    Leases leases() {
        return leases;
    }

    @Override
    InterviewId interview() {
        return new InterviewId(UUID.randomUUID());
    }

    @Override
    PersonId person() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    void seat(InterviewId interview, PersonId person) {
        seats.add(List.of(interview, person));
    }

    @Override
    void unseat(InterviewId interview, PersonId person) {
        seats.remove(List.of(interview, person));
    }

    @Override
    void pass(Duration span) {
        now = now.plus(span);
    }
}
