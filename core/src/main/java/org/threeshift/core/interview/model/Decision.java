package org.threeshift.core.interview.model;

import java.util.List;

/** What came of a command. */
public sealed interface Decision {
    /** @param events what happened; empty when it was so already */
    record Accepted(List<InterviewEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal refusal) implements Decision {}

    static Decision happened(InterviewEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision already() {
        return new Accepted(List.of());
    }

    static Decision refused(Refusal.Code code, String... arguments) {
        return new Refused(Refusal.of(code, arguments));
    }
}
