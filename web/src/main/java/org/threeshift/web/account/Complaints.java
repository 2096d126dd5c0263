package org.threeshift.web.account;

import java.util.ArrayList;
import java.util.List;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Problem.Field;

/** What a form says beside its inputs when it comes back. */
public record Complaints(List<Problem> problems) {
    public static final Complaints NONE = new Complaints(List.of());

    public Complaints {
        problems = List.copyOf(problems);
    }

    /** The problems and, when a password was not typed twice alike, that one. */
    public static Complaints of(List<Problem> problems, String password, String repeated) {
        List<Problem> all = new ArrayList<>(problems);
        if (!password.equals(repeated)) {
            all.add(Problem.PASSWORD_REPEATED_DIFFERENTLY);
        }
        return new Complaints(all);
    }

    /** The first sentence that belongs to an input; empty when there is none. */
    public String at(String formName) {
        return problems.stream()
                .filter(problem -> problem.field().formName().equals(formName))
                .findFirst()
                .map(Problem::sentence)
                .orElse("");
    }

    /** The sentence that belongs to the form as a whole; empty when there is none. */
    public String form() {
        return at(Field.FORM.formName());
    }

    /**
     * Whether an input gets the focus: the first with a complaint, or, when there is none, the one that people begin with.
     */
    public boolean focus(String formName, boolean first) {
        return problems.isEmpty()
                ? first
                : problems.getFirst().field().formName().equals(formName);
    }

    public boolean any() {
        return !problems.isEmpty();
    }
}
