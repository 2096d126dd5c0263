package org.threeshift.core.pairing.simulation;

/** What came of all draws together. */
final class Tally {
    /** How often a member took part in a draw in which somebody was possible for them. */
    int tookPart;
    /** How often one did for whom nobody was. */
    int alone;

    /** How often somebody would have taken part whose matching was paused. */
    int paused;

    int joined;
    /** How often somebody was in a pair that both confirmed in time. */
    int agreed;
    /** Pairs that one or both let lapse. */
    int lapsed;
    /** How many of the agreed pairs came of the second matching. */
    int second;
    /** How often somebody who answered had no hour agreed on by the end of the week, as the time before. */
    int withoutAgain;

    /** How often somebody was left out who was left out the last time they took part, too. */
    int leftOutAgain;
    /** How many of those had a possible partner who was left out as well, or was joined with somebody who had waited less. */
    int leftOutForNothing;

    int longestWait;
    int pairs;
    int repeats;
    /** Each is truly strong where the other is weak. */
    int opposite;
    /** At least one is. */
    int oneWay;

    int kept;
    /** How often somebody was in a pair who keeps more than four of five appointments. */
    int reliable;
    /** How often such a one came and waited for nobody. */
    int reliableStoodUp;

    double agreedShare() {
        return share(agreed, tookPart);
    }

    double joinedShare() {
        return share(joined, tookPart);
    }

    double repeatShare() {
        return share(repeats, pairs);
    }

    double oppositeShare() {
        return share(opposite, pairs);
    }

    double oneWayShare() {
        return share(oneWay, pairs);
    }

    double keptShare() {
        return share(kept, pairs);
    }

    double stoodUpShare() {
        return share(reliableStoodUp, reliable);
    }

    static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
