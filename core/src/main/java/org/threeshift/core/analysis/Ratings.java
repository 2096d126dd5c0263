package org.threeshift.core.analysis;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A table of ratings. What raters are compared on is a <em>unit</em>: a subject, or, where the ratings name items, each item of a
 * subject by itself. A cell that nobody filled is missing and no level.
 */
public final class Ratings {
    private final int subjects;
    private final int raters;
    private final int levels;
    private final List<Unit> units;
    /** The different levels, in ascending order. */
    private final double[] scale;

    private Ratings(int subjects, int raters, int levels, List<Unit> units) {
        this.subjects = subjects;
        this.raters = raters;
        this.levels = levels;
        this.units = List.copyOf(units);
        this.scale = scale(this.units);
    }

    /**
     * In whatever order they come: the same ratings give the same table.
     *
     * @throws IllegalArgumentException when a rater rated the same unit twice
     */
    public static Ratings of(Collection<Rating> ratings) {
        Map<String, Integer> raters = new HashMap<>();
        for (String rater : new TreeSet<>(ratings.stream().map(Rating::rater).toList())) {
            raters.put(rater, raters.size());
        }
        List<Rating> ordered = ratings.stream()
                .sorted(comparing(Rating::subject).thenComparing(Rating::item).thenComparing(Rating::rater))
                .toList();
        List<Unit> units = new ArrayList<>();
        int subjects = 0;
        for (int from = 0, to; from < ordered.size(); from = to) {
            to = from + 1;
            while (to < ordered.size() && sameUnit(ordered.get(from), ordered.get(to))) {
                to++;
            }
            if (from == 0
                    || !ordered.get(from - 1).subject().equals(ordered.get(from).subject())) {
                subjects++;
            }
            units.add(unit(ordered.subList(from, to), raters));
        }
        return new Ratings(subjects, raters.size(), ordered.size(), units);
    }

    private static boolean sameUnit(Rating one, Rating other) {
        return one.subject().equals(other.subject()) && one.item().equals(other.item());
    }

    private static Unit unit(List<Rating> ratings, Map<String, Integer> indices) {
        int[] raters = new int[ratings.size()];
        double[] levels = new double[ratings.size()];
        for (int at = 0; at < raters.length; at++) {
            Rating rating = ratings.get(at);
            if (at > 0 && ratings.get(at - 1).rater().equals(rating.rater())) {
                throw new IllegalArgumentException("Twice on the same: " + rating);
            }
            raters[at] = indices.getOrDefault(rating.rater(), -1);
            levels[at] = rating.level();
        }
        return new Unit(raters, levels);
    }

    /** How many subjects got a level. */
    public int subjects() {
        return subjects;
    }

    /** How many raters gave a level. */
    public int raters() {
        return raters;
    }

    /** How many levels were given. */
    public int levels() {
        return levels;
    }

    /** How many units got a level: as many as subjects where there are no items. */
    public int unitCount() {
        return units.size();
    }

    /** Those with one level at least. */
    List<Unit> units() {
        return units;
    }

    /** Those with two levels at least: only they can show agreement. */
    List<Unit> pairable() {
        return units.stream().filter(unit -> unit.size() >= 2).toList();
    }

    /** The units on which every rater gave a level, and nothing else. */
    Ratings complete() {
        List<Unit> complete =
                units.stream().filter(unit -> unit.size() == raters).toList();
        return new Ratings(complete.size(), raters, complete.size() * raters, complete);
    }

    /** The different levels, in ascending order. Not to be written to. */
    double[] scale() {
        return scale;
    }

    /** The different levels of these units, in ascending order. */
    static double[] scale(List<Unit> units) {
        return units.stream()
                .flatMapToDouble(unit -> Arrays.stream(unit.sorted()))
                .sorted()
                .distinct()
                .toArray();
    }
}
