package org.threeshift.web.token;

import java.util.List;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.core.token.Scope;
import org.threeshift.core.token.TokenProblem;

/** What was entered to make a token, and what is said beside it when it comes back. */
public record TokenForm(String name, String scope, String days, List<TokenProblem> problems) {
    static final TokenForm BLANK = new TokenForm("", Scope.READ.word(), Integer.toString(AccessTokens.DAYS), List.of());

    public TokenForm {
        problems = List.copyOf(problems);
    }

    TokenForm refused(List<TokenProblem> why) {
        return new TokenForm(name, scope, days, why);
    }

    /** The first sentence that belongs to an input, or to the {@code form} as a whole; empty when there is none. */
    public String at(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(TokenProblem::sentence)
                .orElse("");
    }

    /** Whether an input gets the focus: the first with a complaint. */
    public boolean focus(String field) {
        return !problems.isEmpty() && problems.getFirst().field().equals(field);
    }
}
