package org.threeshift.core.feedback;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class InMemoryFeedbackTest extends FeedbackStoreContract {
    private final FeedbackStore store = new InMemoryFeedback();

    @Override
    FeedbackStore store() {
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
