package org.threeshift.core.appointment;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import org.springframework.stereotype.Component;

/** As the Java that runs this program has them. */
@Component
final class JavaZones implements ZoneDatabase {
    /** In every database: all its zones are of one version. */
    private static final String ANY = "Europe/London";

    @Override
    public String version() {
        return ZoneRulesProvider.getVersions(ANY).lastKey();
    }

    @Override
    public ZoneRules rules(ZoneId zone) {
        return zone.getRules();
    }
}
