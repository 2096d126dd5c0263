package org.threeshift.core.interview.model;

/** How an interview came about. */
public enum Kind {
    /** Two people who practise with each other. */
    PEER,
    /** A coach interviews somebody they coach. */
    COACH_LED,
    /** Several interviewers, scoring blind. */
    PANEL
}
