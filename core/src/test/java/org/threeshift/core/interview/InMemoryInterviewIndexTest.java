package org.threeshift.core.interview;

import java.util.UUID;
import org.threeshift.core.people.PersonId;

class InMemoryInterviewIndexTest extends InterviewIndexContract {
    private final InMemoryInterviewLog log = new InMemoryInterviewLog();
    private final InterviewIndex index = new InMemoryInterviewIndex(log);

    @Override
    InterviewLog log() {
        return log;
    }

    @Override
    InterviewIndex index() {
        return index;
    }

    @Override
    PersonId person() {
        return new PersonId(UUID.randomUUID());
    }
}
