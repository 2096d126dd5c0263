package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComingTest {
    /** There is a golden file of every kind of event, which another test holds: a new kind fails here until it is decided on. */
    @Test
    void of_every_kind_of_event_it_is_decided_whether_it_shows_that_somebody_was_there() {
        Set<String> decided = new HashSet<>(Coming.EVENTS);
        decided.addAll(Coming.OTHERS);
        assertThat(decided)
                .hasSize(Coming.EVENTS.size() + Coming.OTHERS.size())
                .isEqualTo(EventJsonTest.goldenEvents()
                        .map(event -> EventJson.write(event).type())
                        .collect(Collectors.toSet()));
    }
}
