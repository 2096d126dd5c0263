package org.threeshift.core.evening;

import java.util.List;

/** What came of something that was done with an evening. */
public sealed interface EveningAnswer {
    record Done(EveningId id) implements EveningAnswer {}

    /** Nothing changed. */
    record Refused(List<Problem> problems) implements EveningAnswer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** There is none, or none of theirs: the two look the same. */
    record NotThere() implements EveningAnswer {}

    static EveningAnswer refused(String key, Object... places) {
        return new Refused(List.of(new Problem("", EveningWords.of(key, places))));
    }
}
