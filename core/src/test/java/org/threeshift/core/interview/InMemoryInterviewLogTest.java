package org.threeshift.core.interview;

import java.util.UUID;
import org.threeshift.core.people.PersonId;

class InMemoryInterviewLogTest extends InterviewLogContract {
    private final InterviewLog log = new InMemoryInterviewLog();

    @Override
    InterviewLog log() {
        return log;
    }

    @Override
    PersonId person() {
        return new PersonId(UUID.randomUUID());
    }
}
