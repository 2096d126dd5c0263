package org.threeshift.web.practice;

import java.util.List;
import org.threeshift.core.practice.Practice.Said;
import org.threeshift.core.practice.WishProblem;

/** What was typed, and what is wrong with it. */
public record WishForm(Said said, List<WishProblem> problems) {
    public WishForm {
        problems = List.copyOf(problems);
    }

    /** The first sentence that belongs to an input; empty when there is none. */
    public String at(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(WishProblem::sentence)
                .orElse("");
    }
}
