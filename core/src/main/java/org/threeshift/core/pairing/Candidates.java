package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pairs that are weighed against each other: all that are possible, or for each person the best and some by lot. */
final class Candidates {
    private final Pool pool;
    private final Lot lot;
    private final int[] partners;
    private final List<Candidate> all = new ArrayList<>();
    private final Set<Long> there = new HashSet<>();
    private long possible;

    private Candidates(Pool pool, Lot lot) {
        this.pool = pool;
        this.lot = lot;
        this.partners = new int[pool.size()];
    }

    static Candidates of(Pool pool, Pruning pruning, Lot lot) {
        Candidates candidates = new Candidates(pool, lot);
        candidates.lookAt(pool.everyone(), pruning);
        return candidates;
    }

    /**
     * Within one block of people, for each the best and some by lot of those who are in it.
     *
     * @param block in the order of numbers
     */
    static List<Candidate> within(Pool pool, int[] block, Pruning pruning, Lot lot) {
        Candidates candidates = new Candidates(pool, lot);
        candidates.lookAt(block, pruning);
        return candidates.all();
    }

    /** None: for a draw that weighs nothing. */
    static Candidates counted(Pool pool, Lot lot) {
        return of(pool, new Pruning(0, 0, 0), lot);
    }

    List<Candidate> all() {
        return List.copyOf(all);
    }

    /** How many others somebody could have practised with. */
    int partners(int person) {
        return partners[person];
    }

    long possible() {
        return possible;
    }

    int size() {
        return all.size();
    }

    /** Each pair is looked at once, and nothing is made of it that is not kept: 10,000 people are 50 million of them. */
    private void lookAt(int[] people, Pruning pruning) {
        Favoured favoured = new Favoured(pool.size(), pruning, lot);
        Pool.Row row = pool.row();
        for (int at = 0; at < people.length; at++) {
            int person = people[at];
            row.set(person);
            for (int after = at + 1; after < people.length; after++) {
                int other = people[after];
                int points = row.points(other);
                if (points >= 0) {
                    possible++;
                    partners[person]++;
                    partners[other]++;
                    favoured.offer(person, other, points);
                    if (possible <= pruning.all()) {
                        all.add(new Candidate(person, other, points));
                    }
                }
            }
        }
        if (possible > pruning.all()) {
            all.clear();
            addFavoured(people, favoured);
        }
    }

    private void addFavoured(int[] people, Favoured favoured) {
        Pool.Row row = pool.row();
        for (int person : people) {
            row.set(person);
            add(person, row, favoured.best(person));
            add(person, row, favoured.byLot(person));
        }
    }

    private void add(int person, Pool.Row row, Top others) {
        others.forEach(other -> {
            if (there.add(key(person, other))) {
                all.add(Candidate.of(person, other, row.points(other)));
            }
        });
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }
}
