package org.threeshift.web.practice;

import java.util.List;
import org.threeshift.core.relations.ReportProblem;

/** What was typed into a report, and what is wrong with it. */
public record ReportForm(String kind, String words, boolean block, List<ReportProblem> problems) {
    static final ReportForm BLANK = new ReportForm("", "", false, List.of());

    public ReportForm {
        problems = List.copyOf(problems);
    }

    public String at(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(ReportProblem::sentence)
                .orElse("");
    }
}
