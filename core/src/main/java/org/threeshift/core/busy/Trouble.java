package org.threeshift.core.busy;

import java.util.Locale;

/** Why a calendar could not be read. Names are stored, so that none is ever changed; each has a sentence for its owner. */
public enum Trouble {
    /** No address of a calendar at all. */
    NO_ADDRESS,
    /** It has somebody's name or password before the server's. */
    WITH_PASSWORD,
    NOT_HTTPS,
    /** It is at none of the ports at which calendars are. */
    OTHER_PORT,
    /** It lies within this installation's own network, or in no network that everybody can reach. */
    NOT_PUBLIC,
    UNKNOWN_HOST,
    UNREACHABLE,
    TOO_SLOW,
    /** It is not for everybody who knows the address. */
    REFUSED,
    NOT_THERE,
    /** The other side has trouble of its own. */
    SERVER,
    TOO_MANY_REDIRECTS,
    TOO_LARGE,
    NO_CALENDAR,
    /** More events, or more repetitions, than are read. */
    TOO_MUCH;

    /** As in keys of sentences. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
