package org.threeshift.core.rubric;

/** One of three moves across the manager's gap. The order is the order on every screen. */
public enum Shift {
    /** Tactical to strategic. */
    STRATEGY,
    /** Execution to accountability. */
    ACCOUNTABILITY,
    /** Individual to team. */
    TEAM
}
