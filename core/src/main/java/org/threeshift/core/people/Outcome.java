package org.threeshift.core.people;

import java.util.List;

/** What became of a wish to make or change an account. */
public sealed interface Outcome {
    record Done(Person person) implements Outcome {}

    /** Nothing was changed. Holds every problem found, in the order of the form. */
    record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static Outcome refused(Problem... problems) {
        return new Refused(List.of(problems));
    }
}
