package org.threeshift.core.interview;

import org.threeshift.core.interview.model.Interview;

/** How far an interview has come, as a word for lists and queries. */
public enum Phase {
    SCHEDULED,
    LIVE,
    DEBRIEFING,
    PUBLISHED,
    CANCELLED;

    public static Phase of(Interview.Known state) {
        return switch (state) {
            case Interview.Scheduled _ -> SCHEDULED;
            case Interview.Live _ -> LIVE;
            case Interview.Debriefing _ -> DEBRIEFING;
            case Interview.Published _ -> PUBLISHED;
            case Interview.Cancelled _ -> CANCELLED;
        };
    }
}
