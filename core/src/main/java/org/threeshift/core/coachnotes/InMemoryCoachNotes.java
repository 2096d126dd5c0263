package org.threeshift.core.coachnotes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.coachnotes.CoachNote.Wording;
import org.threeshift.core.people.PersonId;

/** Notes for tests of what stands on them. */
final class InMemoryCoachNotes implements CoachNoteStore {
    private final List<CoachNote> notes = new ArrayList<>();

    @Override
    public synchronized void add(UUID id, PersonId author, PersonId candidate, String text, Instant at) {
        notes.add(new CoachNote(id, author, candidate, at, Optional.empty(), List.of(new Wording(text, at))));
    }

    @Override
    public synchronized boolean reword(UUID id, PersonId author, String text, Instant at) {
        for (int index = 0; index < notes.size(); index++) {
            CoachNote note = notes.get(index);
            if (note.id().equals(id) && note.author().equals(author)) {
                var wordings = new ArrayList<>(note.wordings());
                wordings.add(new Wording(text, at));
                notes.set(
                        index,
                        new CoachNote(id, author, note.candidate(), note.writtenAt(), note.sharedAt(), wordings));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized boolean share(UUID id, PersonId author, Optional<Instant> since) {
        for (int index = 0; index < notes.size(); index++) {
            CoachNote note = notes.get(index);
            if (note.id().equals(id) && note.author().equals(author)) {
                notes.set(index, new CoachNote(id, author, note.candidate(), note.writtenAt(), since, note.wordings()));
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized boolean delete(UUID id, PersonId author) {
        return notes.removeIf(note -> note.id().equals(id) && note.author().equals(author));
    }

    @Override
    public synchronized List<CoachNote> of(PersonId author, PersonId candidate) {
        return about(candidate).reversed().stream()
                .filter(note -> note.author().equals(author))
                .toList();
    }

    @Override
    public synchronized List<CoachNote> about(PersonId candidate) {
        return notes.stream()
                .filter(note -> note.candidate().equals(candidate))
                .sorted(Comparator.comparing(CoachNote::writtenAt).thenComparing(CoachNote::id))
                .toList();
    }
}
