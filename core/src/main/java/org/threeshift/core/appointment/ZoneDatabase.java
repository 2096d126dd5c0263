package org.threeshift.core.appointment;

import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** What is known of the clocks of the world. It changes when some country decides so and this program's Java is renewed. */
public interface ZoneDatabase {
    /** Such as {@code 2026a}; a later one sorts behind an earlier one. */
    String version();

    ZoneRules rules(ZoneId zone);
}
