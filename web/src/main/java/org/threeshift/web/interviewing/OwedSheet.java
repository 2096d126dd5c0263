package org.threeshift.web.interviewing;

import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.web.host.NextStep;

/** @param candidate their name, or what the host calls them */
public record OwedSheet(Entry entry, String candidate) {
    public String href() {
        return NextStep.of(entry.id(), entry.phase(), entry.seat()).path();
    }
}
