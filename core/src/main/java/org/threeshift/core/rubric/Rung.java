package org.threeshift.core.rubric;

/** The height at which a probe is asked, lowest first: the ceiling ladder. */
public enum Rung {
    SPECIALIST,
    MANAGER,
    DIRECTOR
}
