package org.threeshift.core.pairs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
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
import org.threeshift.core.hours.Span;
import org.threeshift.core.hours.Spans;
import org.threeshift.core.pairing.Draw;
import org.threeshift.core.pairing.Pairing;
import org.threeshift.core.pairing.Practiser;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.pairing.Weight;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.practice.Entrant;
import org.threeshift.core.practice.Wish;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.relations.Ties;
import org.threeshift.core.rubric.Shift;

/** Asks the matching with what members have said, what is booked already, and what there is between them. */
@Component
class PairingMatcher implements Matcher {
    /** Of a level on a shift, of which no more than the mean is known here: what two interviewers differ by. */
    private static final double ERROR = 0.5;

    private static final Duration STEP = Duration.ofMinutes(15);

    private final Pairing pairing = Pairing.best();
    private final PostgresPairs store;
    private final Relations relations;
    private final InstantSource time;

    PairingMatcher(PostgresPairs store, Relations relations, InstantSource time) {
        this.store = store;
        this.relations = relations;
        this.time = time;
    }

    @Override
    public List<Match> match(
            Collection<Entrant> entrants, Map<PersonId, Integer> waited, Set<Set<PersonId>> apart, Span week) {
        Map<PersonId, Spans> open = open(entrants, week);
        Map<PersonId, Integer> minutes = minutes(entrants);
        return drawn(entrants, open, waited, apart, week, shortest(minutes)).stream()
                .flatMap(pair -> hour(pair, open, minutes)
                        .map(hour -> new Match(pair.one(), pair.other(), hour, Ground.codes(pair.reason())))
                        .stream())
                .toList();
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
        return drawn(inOrder, open, waited, apart, quarter, quarter.length()).stream()
                .map(pair -> new Match(
                        pair.one(),
                        pair.other(),
                        Span.of(hour.from(), Duration.ofMinutes(agreed(pair, minutes))),
                        Ground.codesOfNow(pair.reason())))
                .toList();
    }

    private static Instant quarterOf(Instant moment) {
        return Instant.ofEpochSecond(
                moment.getEpochSecond() - Math.floorMod(moment.getEpochSecond(), STEP.toSeconds()));
    }

    private List<org.threeshift.core.pairing.Pair> drawn(
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
        return pairing.draw(new Draw(practisers, period, length, time.instant()))
                .pairs();
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
                wish.targetRole().orElse(""),
                wish.seniority(),
                Set.copyOf(wish.languages()),
                open.getOrDefault(person, Spans.NONE),
                standing(entrant.levels()),
                ties.favourites().getOrDefault(person, Set.of()),
                apart.getOrDefault(person, Set.of()),
                met.getOrDefault(person, Map.of()),
                entrant.reliability().counted() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(entrant.reliability().score()),
                waited.getOrDefault(person, 0));
    }

    private static Optional<Standing> standing(Map<Shift, Double> levels) {
        Map<Shift, Standing.Measured> measured = new EnumMap<>(Shift.class);
        levels.forEach((shift, level) -> measured.put(shift, new Standing.Measured(level, ERROR)));
        return Standing.of(measured);
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

    /** What each has said, without what is booked. */
    private Map<PersonId, Spans> open(Collection<Entrant> entrants, Span week) {
        Map<PersonId, List<Span>> taken =
                store.taken(entrants.stream().map(Entrant::person).toList(), week);
        return entrants.stream()
                .collect(Collectors.toMap(
                        Entrant::person,
                        entrant -> entrant.hours()
                                .within(week)
                                .minus(Spans.of(taken.getOrDefault(entrant.person(), List.of())))));
    }

    private static Map<PersonId, Integer> minutes(Collection<Entrant> entrants) {
        return entrants.stream()
                .collect(Collectors.toMap(
                        Entrant::person, entrant -> entrant.wish().minutes()));
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
