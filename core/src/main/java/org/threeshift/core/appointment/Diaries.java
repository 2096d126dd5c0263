package org.threeshift.core.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** What people have here, in whichever chair, and what they watch. What calendars elsewhere say is not in it. */
@Service
public class Diaries {
    private final PostgresBusy store;

    Diaries(PostgresBusy store) {
        this.store = store;
    }

    /**
     * @param interview that it is, where there is one already
     * @param watches   whether they only watch, and so can leave: that takes none of their time
     */
    public record Entry(PersonId person, Span span, Optional<InterviewId> interview, boolean watches) {
        private static final Comparator<Entry> FIRST = Comparator.<Entry, Instant>comparing(
                        entry -> entry.span().from())
                .thenComparing(entry -> entry.span().until(), Comparator.reverseOrder());
    }

    /** The first thing that takes time of each within a stretch of time, which may have begun before it; nothing for whoever is free. */
    public Map<PersonId, Entry> taken(Collection<PersonId> people, Span within) {
        return store.entries(people, within, Optional.empty()).stream()
                .filter(entry -> !entry.watches())
                .collect(Collectors.toMap(Entry::person, Function.identity(), BinaryOperator.minBy(Entry.FIRST)));
    }

    /** The first thing that somebody only watches within a stretch of time, which may have begun before it. */
    public Optional<Entry> watched(PersonId person, Span within) {
        return store.entries(Set.of(person), within, Optional.empty()).stream()
                .filter(Entry::watches)
                .min(Entry.FIRST);
    }
}
