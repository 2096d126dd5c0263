package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.appointment.BusyTimes;
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairing.Draw;
import org.threeshift.core.pairing.Drawn;
import org.threeshift.core.pairing.Field;
import org.threeshift.core.pairing.LeftOut;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.practice.Entrant;
import org.threeshift.core.practice.Wish;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.relations.Ties;

/** Asks the matching with what members have said, what is booked already, and what there is between them. */
@Component
class PairingMatcher implements Matcher {
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Pairing pairing = Pairing.best();
    private final BusyTimes busy;
    private final Relations relations;
    private final InstantSource time;

    PairingMatcher(BusyTimes busy, Relations relations, InstantSource time) {
        this.busy = busy;
        this.relations = relations;
        this.time = time;
    }

    @Override
    public Matched match(
            Collection<Entrant> entrants, Map<PersonId, Integer> waited, Set<Set<PersonId>> apart, Span week) {
        Map<PersonId, Spans> open = open(entrants, week);
        Map<PersonId, Integer> minutes = minutes(entrants);
        Map<PersonId, List<String>> languages = languages(entrants);
        Drawn drawn = drawn(entrants, open, waited, apart, week, shortest(minutes));
        return new Matched(
                drawn.pairs().stream()
                        .flatMap(pair -> hour(pair, open, minutes)
                                .map(hour -> new Match(
                                        pair.one(),
                                        pair.other(),
                                        hour,
                                        Ground.codes(pair.reason()),
                                        shared(pair, languages)))
                                .stream())
                        .toList(),
                drawn.leftOut().stream()
                        .filter(LeftOut::isOddOneOut)
                        .map(LeftOut::person)
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<Match> now(List<Entrant> inOrder, Set<Set<PersonId>> apart, Span hour) {
        // Pairing looks at quarters of an hour: all are open in the one that has begun.
        Span quarter = Span.of(quarterOf(hour.from()), hour.length());
        Map<PersonId, Spans> open = inOrder.stream().collect(Collectors.toMap(Entrant::person, _ -> Spans.of(quarter)));
        Map<PersonId, Integer> waited = new HashMap<>();
        for (Entrant entrant : inOrder) {
            waited.put(entrant.person(), inOrder.size() - waited.size());
        }
        Map<PersonId, Integer> minutes = minutes(inOrder);
        Map<PersonId, List<String>> languages = languages(inOrder);
        return drawn(inOrder, open, waited, apart, quarter, quarter.length()).pairs().stream()
                .map(pair -> new Match(
                        pair.one(),
                        pair.other(),
                        Span.of(hour.from(), Duration.ofMinutes(agreed(pair, minutes))),
                        Ground.codesOfNow(pair.reason()),
                        shared(pair, languages)))
                .toList();
    }

    private static Instant quarterOf(Instant moment) {
        return Instant.ofEpochSecond(
                moment.getEpochSecond() - Math.floorMod(moment.getEpochSecond(), STEP.toSeconds()));
    }

    private Drawn drawn(
            Collection<Entrant> entrants,
            Map<PersonId, Spans> open,
            Map<PersonId, Integer> waited,
            Set<Set<PersonId>> apart,
            Span period,
            Duration length) {
        List<PersonId> who = entrants.stream().map(Entrant::person).toList();
        Ties ties = relations.among(who, time.instant().minus(Weight.FORGOTTEN_AFTER));
        Map<PersonId, Set<PersonId>> kept = keptApart(ties, apart);
        Map<PersonId, Map<PersonId, Instant>> met = met(ties);
        List<Practiser> practisers = entrants.stream()
                .map(entrant -> practiser(entrant, open, ties, kept, met, waited))
                .toList();
        return pairing.draw(new Draw(practisers, period, length, time.instant()));
    }

    private static Practiser practiser(
            Entrant entrant,
            Map<PersonId, Spans> open,
            Ties ties,
            Map<PersonId, Set<PersonId>> apart,
            Map<PersonId, Map<PersonId, Instant>> met,
            Map<PersonId, Integer> waited) {
        PersonId person = entrant.person();
        Wish wish = entrant.wish();
        return new Practiser(
                person,
                wish.targetRole().map(Field::of).orElse(Field.ANY),
                wish.seniority(),
                Set.copyOf(wish.languages()),
                open.getOrDefault(person, Spans.NONE),
                Standing.of(entrant.levels()),
                ties.favourites().getOrDefault(person, Set.of()),
                apart.getOrDefault(person, Set.of()),
                met.getOrDefault(person, Map.of()),
                entrant.reliability().counted() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(entrant.reliability().score()),
                waited.getOrDefault(person, 0));
    }

    private static Map<PersonId, Set<PersonId>> keptApart(Ties ties, Set<Set<PersonId>> apart) {
        Map<PersonId, Set<PersonId>> all = new HashMap<>();
        ties.blocked()
                .forEach(couple ->
                        all.computeIfAbsent(couple.one(), _ -> new HashSet<>()).add(couple.other()));
        for (Set<PersonId> two : apart) {
            List<PersonId> both = new ArrayList<>(two);
            all.computeIfAbsent(both.getFirst(), _ -> new HashSet<>()).add(both.getLast());
        }
        return all;
    }

    private static Map<PersonId, Map<PersonId, Instant>> met(Ties ties) {
        Map<PersonId, Map<PersonId, Instant>> all = new HashMap<>();
        ties.met()
                .forEach((couple, at) ->
                        all.computeIfAbsent(couple.one(), _ -> new HashMap<>()).put(couple.other(), at));
        return all;
    }

    /** What each has said, without what they have then, here or in a calendar elsewhere; asked for all of them at once. */
    private Map<PersonId, Spans> open(Collection<Entrant> entrants, Span week) {
        Map<PersonId, Spans> taken =
                busy.of(entrants.stream().map(Entrant::person).toList(), week, Optional.empty());
        return entrants.stream()
                .collect(Collectors.toMap(
                        Entrant::person,
                        entrant ->
                                entrant.hours().within(week).minus(taken.getOrDefault(entrant.person(), Spans.NONE))));
    }

    private static Map<PersonId, Integer> minutes(Collection<Entrant> entrants) {
        return entrants.stream()
                .collect(Collectors.toMap(
                        Entrant::person, entrant -> entrant.wish().minutes()));
    }

    private static Map<PersonId, List<String>> languages(Collection<Entrant> entrants) {
        return entrants.stream()
                .collect(Collectors.toMap(
                        Entrant::person, entrant -> entrant.wish().languages()));
    }

    private static List<String> shared(org.threeshift.core.pairing.Pair pair, Map<PersonId, List<String>> languages) {
        List<String> others = languages.getOrDefault(pair.other(), List.of());
        return languages.getOrDefault(pair.one(), List.of()).stream()
                .filter(others::contains)
                .sorted()
                .toList();
    }

    private static Duration shortest(Map<PersonId, Integer> minutes) {
        return Duration.ofMinutes(
                minutes.values().stream().min(Comparator.naturalOrder()).orElse(Wish.LENGTHS.getFirst()));
    }

    /** As long as both would like, and where there is no such stretch, as long as there is. */
    private static Optional<Span> hour(
            org.threeshift.core.pairing.Pair pair, Map<PersonId, Spans> open, Map<PersonId, Integer> minutes) {
        Spans both =
                open.getOrDefault(pair.one(), Spans.NONE).intersection(open.getOrDefault(pair.other(), Spans.NONE));
        int most = agreed(pair, minutes);
        return Wish.LENGTHS.reversed().stream()
                .filter(length -> length <= most)
                .map(Duration::ofMinutes)
                .flatMap(length -> both.starts(length, STEP).stream().limit(1).map(start -> Span.of(start, length)))
                .findFirst();
    }

    private static int agreed(org.threeshift.core.pairing.Pair pair, Map<PersonId, Integer> minutes) {
        return Math.min(
                Objects.requireNonNull(minutes.get(pair.one())), Objects.requireNonNull(minutes.get(pair.other())));
    }
}
