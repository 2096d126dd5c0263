package org.threeshift.core.settings;

/** Who gets an account. */
public enum Registration {
    /** Everybody who confirms an e-mail address. */
    OPEN,
    /** Whom somebody invites. */
    INVITATION,
    /** Whom an admin adds. */
    CLOSED
}
