package org.threeshift.core.availability;

/** What somebody's open hours are for. Names are stored, so that none is ever changed. */
public enum Purpose {
    /** To be matched with somebody to practise with. */
    PRACTICE,
    /** To be booked as a coach. */
    COACHING
}
