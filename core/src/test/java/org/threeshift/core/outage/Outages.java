package org.threeshift.core.outage;

/** The outage as the application tells it, for tests of other packages. */
public final class Outages {
    private Outages() {}

    public static Outage known() {
        return new PostgresOutage();
    }
}
