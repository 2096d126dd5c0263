package org.threeshift.core.booking;

/** Who finds a booking page. */
public enum Audience {
    /** Whoever has its address; booking needs an account. */
    PUBLIC,
    /** Members of a cohort that one of its coaches follows. To others it does not exist. */
    COHORT
}
