package org.threeshift.core.interview;

import java.util.Set;

/**
 * Which events of the log show that whoever did them was there: they entered, or did what can only be done while it goes on. Each kind of
 * event is in one of the two sets.
 */
public final class Coming {
    /** By the names that the log stores. */
    public static final Set<String> EVENTS = Set.of(
            "joined",
            "started",
            "paused",
            "resumed",
            "question-posed",
            "question-skipped",
            "question-closed",
            "probe-asked",
            "probe-judged",
            "rated",
            "trap-judged",
            "height-reached",
            "undone",
            "evidence-noted",
            "evidence-revised",
            "evidence-withdrawn",
            "promise-marked",
            "finished");

    /**
     * Arranging it, preparing it, taking a chair or giving one, saying that somebody is missing, what is done at a desk after the end, and
     * what is done to people’s names: none of that is coming.
     */
    static final Set<String> OTHERS = Set.of(
            "scheduled",
            "rescheduled",
            "cancelled",
            "no-show-reported",
            "seat-given",
            "seat-withdrawn",
            "lead-passed",
            "meeting-link-set",
            "agenda-reordered",
            "round-chosen",
            "question-added",
            "sheet-locked",
            "sheet-amended",
            "self-scored",
            "scoring-closed",
            "published",
            "debrief-opened",
            "debrief-moved",
            "sentence-worded",
            "sentence-confirmed",
            "debrief-ended",
            "person-merged",
            "words-erased");

    private Coming() {}
}
