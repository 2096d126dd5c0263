package org.threeshift.web.entry;

import java.util.List;
import org.threeshift.core.entry.Refusal;
import org.threeshift.core.people.Problem;

/** What a form says when it comes back: sentences beside inputs, or one for the form as a whole. */
public record Complaint(List<At> all) {
    public record At(String formName, String sentence) {}

    static final Complaint NONE = new Complaint(List.of());

    public Complaint {
        all = List.copyOf(all);
    }

    static Complaint of(Refusal refusal) {
        return new Complaint(List.of(new At(refusal.formName(), refusal.sentence())));
    }

    static Complaint of(List<Problem> problems) {
        return new Complaint(problems.stream()
                .map(problem -> new At(problem.field().formName(), problem.sentence()))
                .toList());
    }

    static Complaint form(String sentence) {
        return new Complaint(List.of(new At("form", sentence)));
    }

    /** Empty when there is none. */
    public String at(String formName) {
        return all.stream()
                .filter(one -> one.formName().equals(formName))
                .map(At::sentence)
                .findFirst()
                .orElse("");
    }

    public String form() {
        return at("form");
    }

    /** Whether an input gets the focus: the first with a complaint, or, when there is none, the one that people begin with. */
    public boolean focus(String formName, boolean first) {
        return all.isEmpty() ? first : all.getFirst().formName().equals(formName);
    }

    public boolean any() {
        return !all.isEmpty();
    }
}
