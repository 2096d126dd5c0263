package org.threeshift.web.practice;

import java.util.List;
import org.threeshift.core.relations.MemberReports.Decision;
import org.threeshift.core.relations.ReportProblem;

/** What an admin typed, and what is wrong with it. */
public record DecisionForm(Decision typed, List<ReportProblem> problems) {
    public DecisionForm {
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
