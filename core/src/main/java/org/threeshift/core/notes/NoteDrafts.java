package org.threeshift.core.notes;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.PersonId;

/**
 * Notes of evidence in the making. Nobody but their author reads them, not even whether there are any: every method answers
 * for one person only.
 */
@Service
public class NoteDrafts {
    /** Most notes that one person can have in the making in one interview. */
    public static final int MOST = 20;

    private static final int REPLACEMENT = 0xfffd;

    private final DraftStore store;
    private final InterviewViews views;
    private final InstantSource time;

    NoteDrafts(DraftStore store, InterviewViews views, InstantSource time) {
        this.store = store;
        this.views = views;
        this.time = time;
    }

    /** Drafts that are gone when the process ends. */
    public static NoteDrafts inMemory(InterviewViews views, InstantSource time) {
        return new NoteDrafts(new InMemoryDraftStore(), views, time);
    }

    /** The person's own, newest first, without those that were handed in; none once their sheet takes no more notes. */
    public List<NoteDraft> of(InterviewId interview, PersonId person) {
        Optional<InterviewerView> view = writable(interview, person);
        return view.isEmpty()
                ? List.of()
                : store.of(interview, person).stream()
                        .filter(draft -> view.get().sheet().evidence().stream()
                                .noneMatch(note -> note.id().value().equals(draft.note())))
                        .toList();
    }

    /**
     * Keeps what is typed so far. A repeated or late save of an earlier revision changes nothing.
     *
     * @param typed    spaces and all; when it is empty, the draft is taken away
     * @param revision from 1
     */
    public Drafted save(
            InterviewId interview, PersonId person, UUID note, String questionId, String typed, long revision) {
        String text = storable(typed);
        var draft =
                new NoteDraft(note, questionId, text, revision, time.instant().truncatedTo(ChronoUnit.MICROS));
        if (text.isEmpty()) {
            store.remove(interview, person, note);
            return new Drafted.Saved(draft.at());
        }
        if (revision < 1 || text.length() > Limits.EVIDENCE_CHARACTERS || !mayKeep(interview, person, draft)) {
            return new Drafted.Refused();
        }
        return store.put(interview, person, draft) ? new Drafted.Saved(draft.at()) : new Drafted.Overtaken();
    }

    /** Takes away what was handed in or given up. */
    public void drop(InterviewId interview, PersonId person, UUID note) {
        store.remove(interview, person, note);
    }

    private boolean mayKeep(InterviewId interview, PersonId person, NoteDraft draft) {
        return writable(interview, person)
                        .flatMap(view -> view.setup().agenda().item(draft.questionId()))
                        .isPresent()
                && store.of(interview, person).stream()
                                .filter(other -> !other.note().equals(draft.note()))
                                .count()
                        < MOST;
    }

    private Optional<InterviewerView> writable(InterviewId interview, PersonId person) {
        return views.forInterviewer(interview, person)
                .filter(view -> view.seat() != Seat.OBSERVER && view.course().isPresent())
                .filter(view -> !view.sheet().locked());
    }

    /** Without what PostgreSQL cannot hold, and otherwise as it was typed. */
    private static String storable(String typed) {
        return typed.codePoints()
                .map(character -> character == 0 || isHalfOfAPair(character) ? REPLACEMENT : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
