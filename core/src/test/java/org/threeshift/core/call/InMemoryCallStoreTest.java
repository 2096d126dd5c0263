package org.threeshift.core.call;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemoryCallStoreTest extends CallStoreContract {
    private final CallStore store = new InMemoryCallStore();

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
}
