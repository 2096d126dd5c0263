package org.threeshift.core.people;

/** What somebody may do in the installation as a whole. What they may see follows from relationships. */
public enum Role {
    /** Runs the installation. */
    ADMIN,
    /** Runs sessions and follows cohorts. */
    COACH,
    /** Practises: candidate and peer interviewer. */
    MEMBER
}
