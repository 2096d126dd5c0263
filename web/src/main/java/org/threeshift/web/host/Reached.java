package org.threeshift.web.host;

import org.threeshift.core.invitee.MailedInvitees.Hearing;

/** How whoever is the candidate hears that an interview has moved. */
public enum Reached {
    /** As everybody with an account, by the ways that they chose. */
    AS_CHOSEN,
    BY_MAIL,
    /** The mail waits for an admin, as there is no mail server. */
    WAITS,
    /** As much mail went to them as may. */
    ENOUGH,
    /** They were asked by an address, and no mail goes there. */
    UNMAILED,
    /** By whoever gave them the link. */
    NOT;

    /**
     * @param addressed whether an address is all that is known of them
     * @param server    whether mail leaves by itself
     */
    static Reached of(InterviewCard card, Hearing hearing, boolean addressed, boolean server) {
        if (!card.awaited() && !card.guest()) {
            return AS_CHOSEN;
        }
        return switch (hearing) {
            case EACH_CHANGE -> server ? BY_MAIL : WAITS;
            // Without a server nothing has gone out, however much waits.
            case ENOUGH -> server ? ENOUGH : UNMAILED;
            case STOPPED -> UNMAILED;
            case NOTHING -> addressed ? UNMAILED : NOT;
        };
    }
}
