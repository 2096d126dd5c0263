package org.threeshift.web.demonstration;

import java.util.List;
import java.util.Map;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;

/** The sentences that summaries are put together from. */
record Phrases(
        Map<Verdict, List<String>> verdicts,
        Map<Shift, List<String>> strongest,
        Map<Shift, List<String>> weakest,
        List<String> kept,
        List<String> missed,
        List<String> fell,
        List<String> recovered,
        Progress progress,
        Map<Shift, List<String>> practice) {

    /** Beside the scorecard before. */
    record Progress(List<String> further, List<String> level, List<String> back) {}
}
