package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.Person;

/** Puts some of the cast together: two who have yet to confirm, and two who have agreed on an hour. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Pairings {
    private static final Duration LENGTH = Duration.ofMinutes(60);

    private final Pairs pairs;
    private final OpenHours hours;
    private final InstantSource time;

    Pairings(Pairs pairs, OpenHours hours, InstantSource time) {
        this.pairs = pairs;
        this.hours = hours;
        this.time = time;
    }

    /** @param cast by their keys in the files; after they said when they can */
    void make(Map<String, Person> cast) {
        // Nobody waits in two pairs of a draw at once, so that the one that was agreed on comes first.
        propose(cast, "lian", "nadia", 5).ifPresent(pair -> {
            confirm(cast, "lian", pair);
            confirm(cast, "nadia", pair);
        });
        propose(cast, "nadia", "tomasz", 3);
    }

    private void confirm(Map<String, Person> cast, String key, PairId pair) {
        Optional.ofNullable(cast.get(key)).ifPresent(person -> pairs.confirm(pair, person.id()));
    }

    private Optional<PairId> propose(Map<String, Person> cast, String one, String other, int days) {
        Optional<Person> first = Optional.ofNullable(cast.get(one));
        Optional<Person> second = Optional.ofNullable(cast.get(other));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        Span week = Span.of(now.plus(Duration.ofDays(days)), Duration.ofDays(7));
        return open(first.get(), week)
                .intersection(open(second.get(), week))
                .starts(LENGTH, Duration.ofMinutes(30))
                .stream()
                .findFirst()
                .flatMap(start -> pairs.propose(first.get().id(), second.get().id(), Span.of(start, LENGTH), now));
    }

    private Spans open(Person person, Span week) {
        return hours.find(person.id(), Purpose.PRACTICE)
                .map(said -> said.within(week))
                .orElse(Spans.NONE);
    }
}
