package org.threeshift.core.pairing;

/** Two who may become a pair, by their numbers in the pool, the smaller first, and the points of it. */
record Candidate(int one, int other, int points) {
    static Candidate of(int one, int other, int points) {
        return new Candidate(Math.min(one, other), Math.max(one, other), points);
    }
}
