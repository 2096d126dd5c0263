package org.threeshift.core.following;

/** What somebody may need from their coach this week, the most pressing first. Each has its rule. */
public enum Need {
    /** {@link Regressing} */
    REGRESSING,
    /** {@link Stuck} */
    STUCK,
    /** {@link OverConfident} */
    OVER_CONFIDENT,
    /** {@link Inactive} */
    INACTIVE,
    /** {@link Ready} */
    READY
}
