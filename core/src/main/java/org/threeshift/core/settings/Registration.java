package org.threeshift.core.settings;

/** Who gets an account. */
public enum Registration {
    /** Everybody who confirms an e-mail address. */
    OPEN,
    /** Whom somebody invites, and whoever comes by a coach's booking page for everybody, which is that coach's standing invitation. */
    BOOKING,
    /** Whom somebody invites. */
    INVITATION,
    /** Whom an admin adds. */
    CLOSED
}
