package org.threeshift.core.outage;

/** Whether the database is away. What failed for that reason can be sent again as it is. */
@FunctionalInterface
public interface Outage {

    /**
     * Whether this failure only says that the database cannot be reached, refuses new work for now, or gave up a transaction
     * that may succeed the next time. Everything else is a mistake and fails again.
     */
    boolean causes(Throwable failure);
}
