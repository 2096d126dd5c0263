package org.threeshift.core.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Where exports wait. */
interface ExportStore {
    /** @return false when one of the person's is in the making already */
    boolean add(DataExport export);

    Optional<DataExport> find(ExportId id);

    /** The newest first. */
    List<DataExport> of(PersonId person, int limit);

    /** Those in the making, the oldest first. */
    List<DataExport> inTheMaking();

    /** @return false when it is not there any more, or was finished before */
    boolean finish(ExportId id, byte[] content, Instant readyAt, Instant expiresAt);

    /** Hands the content out and deletes it, both or neither. Absent when it is not the person's, not ready, over or fetched. */
    Optional<byte[]> fetch(ExportId id, PersonId person, Instant now);

    /** Deletes the contents that nobody fetched in time. @return how many */
    int deleteOver(Instant now);
}
