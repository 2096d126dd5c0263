package org.threeshift.core.notes;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemoryDraftStoreTest extends DraftStoreContract {
    private final DraftStore drafts = new InMemoryDraftStore();

    @Override
    DraftStore store() {
        return drafts;
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
