package org.threeshift.core.relations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.Person;

/**
 * What somebody told the admins about somebody. Read by whom {@link Readers} says, and never by whom it is about.
 *
 * @param words   of the one who reports; empty once they were erased
 * @param handled absent while it waits
 * @param others  how many other reports there are about the same person
 */
public record MemberReport(
        UUID id,
        Person reporter,
        Person about,
        ReportKind kind,
        String words,
        Instant at,
        Optional<Handled> handled,
        int others) {

    /** @param note what the admin did and why, for other admins */
    public record Handled(Person by, Instant at, ReportEnd end, String note) {}
}
