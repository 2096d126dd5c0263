package org.threeshift.core.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pairs that are weighed against each other: all that are possible, or for each person the best and some by lot. */
final class Candidates {
    /** How many of somebody's partners that were pruned are taken back at once. */
    private static final int TAKEN_BACK = 8;

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
        candidates.lookAtAll(pruning);
        return candidates;
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

    /**
     * Takes back pairs that were pruned and would serve somebody who is left out: with a partner who is left out too, or who
     * practises with somebody that has waited less.
     *
     * @param mates of everyone, less than 0 for those who are left out
     * @return whether there were any
     */
    boolean takeBack(int[] mates) {
        int before = all.size();
        if (before == possible) {
            return false;
        }
        Pool.Row row = pool.row();
        Top served = new Top(TAKEN_BACK);
        for (int person = 0; person < mates.length; person++) {
            if (mates[person] < 0 && partners[person] > 0) {
                row.set(person);
                served.clear();
                for (int other : pool.sameRole(person)) {
                    boolean serves = mates[other] < 0 || pool.waited(mates[other]) < pool.waited(person);
                    if (serves && row.points(other) >= 0 && !there.contains(key(person, other))) {
                        served.offer(other, lot.of(person, other));
                    }
                }
                add(person, row, served);
            }
        }
        return all.size() > before;
    }

    /** Each pair is looked at once, and nothing is made of it that is not kept: 10,000 people are 50 million of them. */
    private void lookAtAll(Pruning pruning) {
        Favoured favoured = new Favoured(pool.size(), pruning, lot);
        Pool.Row row = pool.row();
        for (int person = 0; person < pool.size(); person++) {
            row.set(person);
            for (int other : pool.sameRole(person)) {
                int points = other > person ? row.points(other) : -1;
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
            addFavoured(favoured);
        }
    }

    private void addFavoured(Favoured favoured) {
        Pool.Row row = pool.row();
        for (int person = 0; person < pool.size(); person++) {
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
