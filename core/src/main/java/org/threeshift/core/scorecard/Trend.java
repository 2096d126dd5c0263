package org.threeshift.core.scorecard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.rubric.Shift;

/**
 * Where a candidate's scores went over all their interviews.
 *
 * @param standings one an interview, the first that was held first
 * @param changes   by {@link Change}; none for a shift with fewer than two scores whose error is known
 */
public record Trend(List<Standing> standings, Map<Shift, Change> changes) {
    public Trend {
        standings = List.copyOf(standings);
        changes = Map.copyOf(changes);
    }

    /** @param ofOne of one candidate, in any order */
    public static Trend of(List<Standing> ofOne) {
        List<Standing> standings = ofOne.stream()
                .sorted(Comparator.comparing(Standing::startedAt).thenComparing(Standing::publishedAt))
                .toList();
        Map<Shift, Change> changes = new EnumMap<>(Shift.class);
        Arrays.stream(Shift.values())
                .forEach(shift -> Change.over(standings.stream()
                                .map(standing -> new Change.Point(standing.startedAt(), standing.score(shift)))
                                .toList())
                        .ifPresent(change -> changes.put(shift, change)));
        return new Trend(standings, changes);
    }

    public Optional<Change> change(Shift shift) {
        return Optional.ofNullable(changes.get(shift));
    }

    /** How many interviews have a score on the shift. */
    public long scores(Shift shift) {
        return standings.stream()
                .filter(standing -> standing.score(shift).value().isPresent())
                .count();
    }
}
