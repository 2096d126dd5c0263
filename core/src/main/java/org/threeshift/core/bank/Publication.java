package org.threeshift.core.bank;

import java.util.List;

/** What came of publishing a bank file. */
public sealed interface Publication {
    /** The version is new, and from now on frozen. */
    record Published(Bank bank) implements Publication {}

    /** The same file was published before. */
    record Unchanged(Bank bank) implements Publication {}

    /**
     * Nothing was changed.
     *
     * @param problems never empty
     */
    record Rejected(List<Problem> problems) implements Publication {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
