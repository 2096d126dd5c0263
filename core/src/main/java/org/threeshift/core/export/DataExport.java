package org.threeshift.core.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * Somebody's wish for their data, and what became of it.
 *
 * @param readyAt   absent while it is in the making
 * @param expiresAt until when it can be fetched; absent while it is in the making
 * @param fetchedAt when it was fetched, with which it was gone
 */
public record DataExport(
        ExportId id,
        PersonId person,
        Instant askedAt,
        Optional<Instant> readyAt,
        Optional<Instant> expiresAt,
        Optional<Instant> fetchedAt) {

    /** How long it takes at most when all is well: some runs of the job. */
    private static final Duration MADE_WITHIN = Duration.ofMinutes(5);

    /** Where it stands at a moment. */
    public enum Standing {
        IN_THE_MAKING,
        /** Should have been made by now: something is wrong. It is still tried again and again. */
        LATE,
        READY,
        FETCHED,
        OVER
    }

    public Standing at(Instant now) {
        if (fetchedAt.isPresent()) {
            return Standing.FETCHED;
        }
        if (readyAt.isEmpty()) {
            return now.isBefore(askedAt.plus(MADE_WITHIN)) ? Standing.IN_THE_MAKING : Standing.LATE;
        }
        return expiresAt.filter(now::isBefore).isPresent() ? Standing.READY : Standing.OVER;
    }
}
