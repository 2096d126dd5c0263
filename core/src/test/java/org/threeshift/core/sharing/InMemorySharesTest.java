package org.threeshift.core.sharing;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemorySharesTest extends ShareStoreContract {
    private final ShareStore shares = new InMemoryShares();

    @Override
    ShareStore store() {
        return shares;
    }

    @Override
    PersonId owner() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    InterviewId interview() {
        return new InterviewId(UUID.randomUUID());
    }
}
