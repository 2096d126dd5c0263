package org.threeshift.core.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed to get a token, and what is wrong with it. */
record Entered(String name, Optional<Scope> scope, Optional<Integer> days) {
    static final int NAME_LIMIT = 60;
    static final int MOST_DAYS = 365;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}");

    /** @param days empty for {@link AccessTokens#DAYS} */
    static Entered of(String name, String scope, String days) {
        String typed = days.strip();
        return new Entered(
                SPACES.matcher(name).replaceAll(" ").strip(),
                Scope.parse(scope),
                typed.isEmpty()
                        ? Optional.of(AccessTokens.DAYS)
                        : Optional.of(typed)
                                .filter(DAYS.asMatchPredicate())
                                .map(Integer::valueOf)
                                .filter(number -> number >= 1 && number <= MOST_DAYS));
    }

    List<TokenProblem> problems() {
        List<TokenProblem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(TokenProblem.NAME_MISSING);
        } else if (name.codePointCount(0, name.length()) > NAME_LIMIT) {
            problems.add(TokenProblem.NAME_TOO_LONG);
        } else if (UNPRINTABLE.matcher(name).find()) {
            problems.add(TokenProblem.NAME_UNPRINTABLE);
        }
        if (scope.isEmpty()) {
            problems.add(TokenProblem.SCOPE_UNKNOWN);
        }
        if (days.isEmpty()) {
            problems.add(TokenProblem.DAYS_OUT_OF_RANGE);
        }
        return problems;
    }
}
