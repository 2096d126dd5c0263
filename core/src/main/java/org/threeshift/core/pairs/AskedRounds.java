package org.threeshift.core.pairs;

import java.util.List;
import java.util.Optional;

/**
 * Which rounds the reader may ask in the half in which they interview, as long as the first half is yet to begin. Nothing of any
 * question is in it.
 *
 * @param first  whether theirs is the first half
 * @param second what was chosen for the second half; absent while that is left to the swap
 * @param minutes of a half
 * @param tooLong what the reader could choose if a half were longer, the shortest first
 * @param others that the reader may choose instead, the ones that suit their candidate best first
 */
public record AskedRounds(boolean first, Optional<Offer> second, int minutes, List<Offer> tooLong, List<Offer> others) {
    public AskedRounds {
        tooLong = List.copyOf(tooLong);
        others = List.copyOf(others);
    }

    /** @param minutes that it takes by itself */
    public record Offer(String bankId, String roundId, String title, String bank, int questions, int minutes) {
        static Offer of(RoundChoice choice) {
            return new Offer(
                    choice.bank().id(),
                    choice.round().id(),
                    choice.round().title(),
                    choice.bank().title(),
                    choice.round().questions().size(),
                    choice.round().minutes());
        }

        /** As a form sends it. */
        public String key() {
            return bankId + "/" + roundId;
        }
    }
}
