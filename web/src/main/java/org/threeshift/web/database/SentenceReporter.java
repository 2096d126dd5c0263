package org.threeshift.web.database;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells the person at the terminal why nothing started, in the place of Spring's framed block in the log. */
class SentenceReporter implements FailureAnalysisReporter {
    @Override
    @SuppressWarnings("SystemOut")
    public void report(FailureAnalysis analysis) {
        System.err.println(text(analysis));
    }

    static String text(FailureAnalysis analysis) {
        String action = analysis.getAction();
        String description = analysis.getDescription().strip();
        return action == null || action.isBlank() ? description : description + System.lineSeparator() + action.strip();
    }
}
