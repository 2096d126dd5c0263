package org.threeshift.web.keeping;

import org.threeshift.core.people.PersonId;

/**
 * An admin's wish that somebody stays, which was refused.
 *
 * @param person  whose line it belongs to; empty for none
 * @param reason  as it was typed
 * @param problem what is wrong with it
 */
public record RefusedStay(String person, String reason, String problem) {
    static final RefusedStay NOTHING = new RefusedStay("", "", "");

    public boolean at(PersonId line) {
        return person.equals(line.toString());
    }
}
