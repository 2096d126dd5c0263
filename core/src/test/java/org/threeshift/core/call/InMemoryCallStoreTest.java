package org.threeshift.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemoryCallStoreTest extends CallStoreContract {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final CallStore store = new InMemoryCallStore(() -> now);

    @Override
    CallStore store() {
        return store;
    }

    @Override
    PersonId person() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    InterviewId interview() {
        return new InterviewId(UUID.randomUUID());
    }

    @Override
    void pass(Duration span) {
        now = now.plus(span);
    }
}
