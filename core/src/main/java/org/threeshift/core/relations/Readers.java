package org.threeshift.core.relations;

/** Who reads a report: never whom it is about. docs/decisions tells why. */
public enum Readers {
    ADMINS,
    /** It is about an admin, and there are others. */
    OTHER_ADMINS,
    /** It is about the only admin: whoever coaches the one who wrote it. */
    COACHES,
    /** It is about the only admin, and nobody coaches who wrote it: it waits for somebody. */
    NOBODY_YET
}
