package org.threeshift.core.coachnotes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * A coach's notes about a candidate whom they follow. Nobody but the author reads them, not even another coach of the same
 * cohort, unless the author shares one: with the candidate and with everybody who follows them now. The candidate learns of them from the text that they agree to, and gets them with their data export where the
 * installation says so.
 */
@Service
public class CoachNotes {
    private final CoachNoteStore store;
    private final BiPredicate<PersonId, PersonId> follows;
    private final BiPredicate<PersonId, PersonId> knows;
    private final Ids ids;
    private final InstantSource time;

    @Autowired
    CoachNotes(CoachNoteStore store, Cohorts cohorts, Ids ids, InstantSource time) {
        this(store, cohorts::mayFollow, (coach, candidate) -> knows(cohorts, coach, candidate), ids, time);
    }

    /**
     * @param follows whether somebody is a coach of the other now
     * @param knows   whether they are, or were
     */
    CoachNotes(
            CoachNoteStore store,
            BiPredicate<PersonId, PersonId> follows,
            BiPredicate<PersonId, PersonId> knows,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.follows = follows;
        this.knows = knows;
        this.ids = ids;
        this.time = time;
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        record Empty() implements Outcome {}

        record TooLong() implements Outcome {}

        /** No candidate whom the person follows, or no note of theirs: the two look the same. */
        record NotThere() implements Outcome {}
    }

    public Outcome write(Person author, PersonId candidate, String text) {
        if (!mayNote(author, candidate)) {
            return new Outcome.NotThere();
        }
        String kept = kept(text);
        Optional<Outcome> problem = problem(kept);
        if (problem.isEmpty()) {
            store.add(ids.next(), author.id(), candidate, kept, time.instant());
        }
        return problem.orElseGet(Outcome.Done::new);
    }

    /** A new wording. The old ones stay readable. The same words again are no new wording. */
    public Outcome reword(Person author, PersonId candidate, UUID note, String text) {
        Optional<CoachNote> found = find(author, candidate, note);
        if (found.isEmpty() || !mayNote(author, candidate)) {
            return new Outcome.NotThere();
        }
        String kept = kept(text);
        Optional<Outcome> problem = problem(kept);
        if (problem.isEmpty() && !found.get().text().equals(kept)) {
            store.reword(note, author.id(), kept, time.instant());
        }
        return problem.orElseGet(Outcome.Done::new);
    }

    /** Lets the candidate and their other coaches read it, or no more. What somebody has read they have read. */
    public Outcome share(Person author, PersonId candidate, UUID note, boolean shared) {
        Optional<CoachNote> found = find(author, candidate, note);
        if (found.isEmpty() || (shared && !mayNote(author, candidate))) {
            return new Outcome.NotThere();
        }
        Optional<Instant> since =
                shared ? Optional.of(found.get().sharedAt().orElseGet(time::instant)) : Optional.empty();
        return store.share(note, author.id(), since) ? new Outcome.Done() : new Outcome.NotThere();
    }

    /** What others share about a candidate with somebody who follows them now, the newest first. */
    public List<CoachNote> sharedBeside(Person coach, PersonId candidate) {
        return mayNote(coach, candidate)
                ? shared(candidate).stream()
                        .filter(note -> !note.author().equals(coach.id()))
                        .toList()
                : List.of();
    }

    /** What coaches share with a candidate, the newest first. */
    public List<CoachNote> sharedWith(Person candidate) {
        return shared(candidate.id());
    }

    private List<CoachNote> shared(PersonId candidate) {
        return store.about(candidate).reversed().stream()
                .filter(note -> note.sharedAt().isPresent())
                .toList();
    }

    /** With every wording, for good. */
    public Outcome delete(Person author, PersonId candidate, UUID note) {
        return find(author, candidate, note).isPresent() && store.delete(note, author.id())
                ? new Outcome.Done()
                : new Outcome.NotThere();
    }

    /** The author's own about a candidate, the newest first; none for whoever neither follows nor followed them. */
    public List<CoachNote> of(Person author, PersonId candidate) {
        return knows(author, candidate) ? store.of(author.id(), candidate) : List.of();
    }

    private Optional<CoachNote> find(Person author, PersonId candidate, UUID note) {
        return of(author, candidate).stream()
                .filter(one -> one.id().equals(note))
                .findFirst();
    }

    /** Whether somebody is a coach of a candidate, or was: what they noted stays theirs, and new words need a member. */
    public boolean knows(Person author, PersonId candidate) {
        return !author.id().equals(candidate) && knows.test(author.id(), candidate);
    }

    private boolean mayNote(Person author, PersonId candidate) {
        return !author.id().equals(candidate) && follows.test(author.id(), candidate);
    }

    private static boolean knows(Cohorts cohorts, PersonId coach, PersonId candidate) {
        return cohorts.sights(coach).stream().anyMatch(sight -> sight.person().equals(candidate));
    }

    private static Optional<Outcome> problem(String kept) {
        if (kept.isEmpty()) {
            return Optional.of(new Outcome.Empty());
        }
        return kept.codePointCount(0, kept.length()) > CoachNote.CHARACTERS
                ? Optional.of(new Outcome.TooLong())
                : Optional.empty();
    }

    private static String kept(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .strip();
    }
}
