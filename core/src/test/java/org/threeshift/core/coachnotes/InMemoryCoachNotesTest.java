package org.threeshift.core.coachnotes;

import java.util.UUID;
import org.threeshift.core.people.PersonId;

class InMemoryCoachNotesTest extends CoachNoteStoreContract {
    private final CoachNoteStore notes = new InMemoryCoachNotes();

    @Override
    CoachNoteStore store() {
        return notes;
    }

    @Override
    PersonId person() {
        return new PersonId(UUID.randomUUID());
    }
}
