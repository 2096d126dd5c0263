package org.threeshift.core.people;

/** At which height somebody wants to lead next. */
public enum Seniority {
    TEAM_LEAD,
    MANAGER,
    SENIOR_MANAGER,
    DIRECTOR,
    EXECUTIVE
}
