package org.threeshift.core.appointment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** When people are busy, by everything that is known of them. */
@Service
public class BusyTimes {
    private final List<BusySource> sources;

    BusyTimes(ObjectProvider<BusySource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /**
     * @param except the interview that is to be moved, which stands in nobody's way
     * @return one entry for each of the people
     */
    public Map<PersonId, Spans> of(Collection<PersonId> people, Span within, Optional<InterviewId> except) {
        Map<PersonId, Spans> all = new HashMap<>();
        people.forEach(person -> all.put(person, Spans.NONE));
        if (!all.isEmpty()) {
            for (BusySource source : sources) {
                source.busy(people, within, except).forEach((person, busy) -> all.merge(person, busy, Spans::union));
            }
        }
        return Map.copyOf(all);
    }
}
