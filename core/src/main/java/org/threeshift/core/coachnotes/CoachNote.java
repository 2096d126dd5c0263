package org.threeshift.core.coachnotes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/**
 * One note, read by its author alone until they share it: then by the candidate and the candidate's other coaches as well.
 *
 * @param sharedAt since when others read it; absent for a private one
 * @param wordings every wording it has had, the first one first; at least one
 */
public record CoachNote(
        UUID id,
        PersonId author,
        PersonId candidate,
        Instant writtenAt,
        Optional<Instant> sharedAt,
        List<Wording> wordings) {
    /** Most characters of a wording. */
    public static final int CHARACTERS = 5_000;

    public CoachNote {
        wordings = List.copyOf(wordings);
    }

    public record Wording(String text, Instant at) {}

    public String text() {
        return wordings.getLast().text();
    }

    /** When its words were last changed; absent for one that stands as it was first written. */
    public Optional<Instant> changedAt() {
        return wordings.size() < 2
                ? Optional.empty()
                : Optional.of(wordings.getLast().at());
    }

    /** What it said before, the newest first. */
    public List<Wording> earlier() {
        return wordings.subList(0, wordings.size() - 1).reversed();
    }
}
