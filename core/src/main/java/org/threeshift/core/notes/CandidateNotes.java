package org.threeshift.core.notes;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Notes that a candidate takes in an interview. Nobody else reads them: every method answers for one person only. */
@Service
public class CandidateNotes {
    /** Most characters (Unicode code points) of a note. */
    public static final int CHARACTERS = 10_000;

    private final NoteStore store;
    private final InterviewViews views;
    private final InstantSource time;

    CandidateNotes(NoteStore store, InterviewViews views, InstantSource time) {
        this.store = store;
        this.views = views;
        this.time = time;
    }

    /** The person's own note, absent when they took none. */
    public Optional<Note> of(InterviewId interview, PersonId person) {
        return store.find(interview, person);
    }

    /**
     * Keeps a text in the place of the note before, unless that was written on in another window meanwhile.
     *
     * @param before when the note that the text goes on from was saved; absent when there was none
     */
    public Noted save(InterviewId interview, PersonId person, String typed, Optional<Instant> before) {
        // Line ends as forms send them would count twice, and PostgreSQL keeps no NUL in a text.
        String text = typed.replace("\r\n", "\n").replace("\0", "");
        int characters = text.codePointCount(0, text.length());
        if (views.forCandidate(interview, person).isEmpty()) {
            return new Noted.NotYours();
        }
        if (characters > CHARACTERS) {
            return new Noted.TooLong(characters);
        }
        // As exact as the database keeps it, because the next save names it.
        Note note = new Note(text, time.instant().truncatedTo(ChronoUnit.MICROS));
        if (store.put(interview, person, note, before)) {
            return new Noted.Saved(note);
        }
        // A save whose answer was lost comes twice.
        return store.find(interview, person)
                .<Noted>map(now -> now.text().equals(text) ? new Noted.Saved(now) : new Noted.Overtaken(now))
                .orElseGet(Noted.NotYours::new);
    }
}
