package org.threeshift.core.following;

import java.util.List;
import java.util.Optional;

/** A line of the cohort's page: a candidate, and what they need. */
public record Row(Followed candidate, List<Finding> findings) {
    public Row {
        findings = List.copyOf(findings);
    }

    public Optional<Finding> finding(Need need) {
        return findings.stream().filter(finding -> finding.need() == need).findFirst();
    }
}
