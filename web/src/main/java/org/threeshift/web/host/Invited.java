package org.threeshift.web.host;

import org.threeshift.core.invitee.MailedInvitees.Hearing;

/** What its host is told of whoever is invited to an interview by an address. */
public enum Invited {
    /** The mail brings them the link, and tells them of each change. */
    MAILED,
    /** They were told of so many changes by mail that they are told of no further one. */
    UNTOLD,
    /** The host passes the link on, and says what changes. */
    BY_THE_HOST;

    /** @param server whether there is one that sends mail: without it nothing has gone out, however much waits */
    static Invited of(Hearing hearing, boolean server) {
        return server
                ? switch (hearing) {
                    case EACH_CHANGE -> MAILED;
                    case ENOUGH -> UNTOLD;
                    case STOPPED, NOTHING -> BY_THE_HOST;
                }
                : BY_THE_HOST;
    }
}
