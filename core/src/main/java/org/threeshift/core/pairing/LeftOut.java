package org.threeshift.core.pairing;

import org.threeshift.core.people.PersonId;

/**
 * Somebody who took part in a draw and has no partner.
 *
 * @param partners how many others they could have practised with; 0 tells that the draw had nobody for them
 */
public record LeftOut(PersonId person, int partners) {
    /** Whether there were partners, all of whom practise with somebody else. */
    public boolean isOddOneOut() {
        return partners > 0;
    }
}
