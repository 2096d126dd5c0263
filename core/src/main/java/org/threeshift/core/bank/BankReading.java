package org.threeshift.core.bank;

import java.util.List;

/** What came of reading a bank file: a bank without a fault, or every fault at once. */
public sealed interface BankReading {
    /**
     * @param checksum    SHA-256 of the file's bytes, 64 hexadecimal digits
     * @param versionLine where the file states its version, for problems that only a comparison shows
     */
    record Read(Bank bank, String checksum, int versionLine) implements BankReading {}

    /** @param problems in the order of their lines; never empty */
    record Rejected(List<Problem> problems) implements BankReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
