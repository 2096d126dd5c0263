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
        candidates.count();
        if (candidates.possible <= pruning.all()) {
            candidates.addAll();
        } else {
            candidates.addBest(pruning);
        }
        return candidates;
    }

    /** Nobody's: for a draw that weighs nothing. */
    static Candidates counted(Pool pool, Lot lot) {
        Candidates candidates = new Candidates(pool, lot);
        candidates.count();
        return candidates;
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

    private void count() {
        Pool.Row row = pool.row();
        for (int person = 0; person < pool.size(); person++) {
            row.set(person);
            for (int other : pool.sameRole(person)) {
                if (row.points(other) >= 0) {
                    partners[person]++;
                }
            }
            possible += partners[person];
        }
        possible /= 2;
    }

    private void addAll() {
        Pool.Row row = pool.row();
        for (int person = 0; person < pool.size(); person++) {
            row.set(person);
            for (int other : pool.sameRole(person)) {
                if (other > person && row.points(other) >= 0) {
                    all.add(Candidate.of(person, other, row.points(other)));
                }
            }
        }
    }

    private void addBest(Pruning pruning) {
        Pool.Row row = pool.row();
        Top best = new Top(pruning.best());
        Top byLot = new Top(pruning.byLot());
        for (int person = 0; person < pool.size(); person++) {
            row.set(person);
            best.clear();
            byLot.clear();
            for (int other : pool.sameRole(person)) {
                int points = row.points(other);
                if (points >= 0) {
                    int drawn = lot.of(person, other);
                    best.offer(other, (long) points << Integer.SIZE | drawn);
                    // Not the same order as among equals of the best: those would be drawn twice.
                    byLot.offer(other, Integer.reverse(drawn) >>> 1);
                }
            }
            add(person, row, best);
            add(person, row, byLot);
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
