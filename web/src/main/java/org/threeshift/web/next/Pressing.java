package org.threeshift.web.next;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What home shows before everything else: the most pressing thing, or each that goes on now and below them the next that can be
 * counted down to. Debts wait that long.
 *
 * @param things    in the order in which they press, each place once
 * @param changesAt when the clock alone makes something else of it; absent when it does not
 */
public record Pressing(List<NextThing> things, Optional<Instant> changesAt) {
    public Pressing {
        things = List.copyOf(things);
    }

    public static Pressing of(Stream<NextThing> all, Instant now) {
        Set<String> places = new HashSet<>();
        List<NextThing> standing = all.filter(thing -> thing.stands(now))
                .sorted(NextThing.order(now))
                .filter(thing -> places.add(thing.href()))
                .toList();
        List<NextThing> on = standing.stream().filter(thing -> thing.on(now)).toList();
        Stream<NextThing> next = standing.stream()
                .filter(thing -> !thing.on(now) && (on.isEmpty() || thing.counts(now)))
                .limit(1);
        return new Pressing(
                Stream.concat(on.stream(), next).toList(),
                // Of those that are not shown, too: one of them may be the next to begin.
                standing.stream()
                        .flatMap(thing -> thing.changesAt(now).stream())
                        .min(Instant::compareTo));
    }

    public boolean isEmpty() {
        return things.isEmpty();
    }

    /** Whether somebody is expected somewhere now. */
    public boolean on(Instant now) {
        return things.stream().anyMatch(thing -> thing.on(now));
    }

    /** Whether what has this id stands here. */
    public boolean about(Object id) {
        return things.stream().anyMatch(thing -> thing.about(id));
    }
}
