package org.threeshift.core.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.threeshift.core.people.PersonId;

/**
 * What there is between two people already.
 *
 * @param blocked    by either
 * @param favourites how many of the two named the other, 0 to 2
 * @param sinceMet   since they last met, by either's word
 */
record Relation(boolean blocked, int favourites, Duration sinceMet) {
    /** As good as for ever. */
    private static final Duration NEVER_MET = Weight.FORGOTTEN_AFTER;

    static final Relation NONE = new Relation(false, 0, NEVER_MET);

    static Relation between(Practiser one, Practiser other, Instant at) {
        int favourites = (one.favourites().contains(other.person()) ? 1 : 0)
                + (other.favourites().contains(one.person()) ? 1 : 0);
        Duration first = since(one.met(), other, at);
        Duration second = since(other.met(), one, at);
        return new Relation(
                one.blocked().contains(other.person()) || other.blocked().contains(one.person()),
                favourites,
                first.compareTo(second) < 0 ? first : second);
    }

    private static Duration since(Map<PersonId, Instant> met, Practiser whom, Instant at) {
        Instant when = met.get(whom.person());
        if (when == null) {
            return NEVER_MET;
        }
        return when.isAfter(at) ? Duration.ZERO : Duration.between(when, at);
    }
}
