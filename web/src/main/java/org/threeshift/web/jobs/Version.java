package org.threeshift.web.jobs;

import java.util.Optional;

/** Which Threeshift this is. */
public final class Version {
    private Version() {}

    /** As the jar's manifest has it; "development" where there is no jar. */
    public static String here() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
