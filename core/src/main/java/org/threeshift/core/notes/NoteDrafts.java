package org.threeshift.core.notes;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.InterviewViews;
import org.threeshift.core.interview.InterviewerView;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Outlook;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.interview.model.Refusal;
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
    private final Interviews interviews;
    private final InstantSource time;

    NoteDrafts(DraftStore store, InterviewViews views, Interviews interviews, InstantSource time) {
        this.store = store;
        this.views = views;
        this.interviews = interviews;
        this.time = time;
    }

    /** Drafts that are gone when the process ends. */
    public static NoteDrafts inMemory(InterviewViews views, Interviews interviews, InstantSource time) {
        return new NoteDrafts(new InMemoryDraftStore(), views, interviews, time);
    }

    /**
     * The person's own, newest first, without those that were handed in. Once their sheet takes no more notes they can only be
     * read, or given up.
     */
    public List<NoteDraft> of(InterviewId interview, PersonId person) {
        return views.outlook(interview, person).map(this::of).orElse(List.of());
    }

    /** The same, of an interview that the person has just looked at. */
    public List<NoteDraft> of(Outlook outlook) {
        return hasSheet(outlook.view())
                ? store.of(outlook.interview(), outlook.viewer()).stream()
                        .filter(draft -> !outlook.knows(draft.note()))
                        .toList()
                : List.of();
    }

    /**
     * Locks a sheet, unless notes are in the making on it: they are handed in or given up first, because afterwards they could
     * only be read.
     *
     * @param lock a {@link Command.LockSheet}
     */
    public Outcome lock(InterviewId interview, Sent lock) {
        int begun = views.outlook(interview, lock.by().actor())
                .filter(outlook -> takesNotes(outlook.view()))
                .map(outlook -> of(outlook).size())
                .orElse(0);
        return begun == 0
                ? interviews.send(interview, lock)
                : new Outcome.Refused(Refusal.of(Refusal.Code.NOTES_BEGUN, Integer.toString(begun)));
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
        return views.outlook(interview, person)
                .filter(outlook -> hasSheet(outlook.view()))
                .map(outlook -> save(outlook, draft))
                .orElseGet(Drafted.Refused::new);
    }

    private Drafted save(Outlook outlook, NoteDraft draft) {
        if (outlook.knows(draft.note())) {
            return new Drafted.HandedIn();
        }
        if (!takesNotes(outlook.view())) {
            return new Drafted.Closed();
        }
        if (draft.revision() < 1 || draft.text().length() > Limits.EVIDENCE_CHARACTERS || !mayKeep(outlook, draft)) {
            return new Drafted.Refused();
        }
        return store.put(outlook.interview(), outlook.viewer(), draft)
                ? new Drafted.Saved(draft.at())
                : new Drafted.Overtaken();
    }

    /** Takes away what was handed in or given up. */
    public void drop(InterviewId interview, PersonId person, UUID note) {
        store.remove(interview, person, note);
    }

    private boolean mayKeep(Outlook outlook, NoteDraft draft) {
        return outlook.view().setup().agenda().item(draft.questionId()).isPresent()
                && store.of(outlook.interview(), outlook.viewer()).stream()
                                .filter(other -> !other.note().equals(draft.note()))
                                .count()
                        < MOST;
    }

    private static boolean hasSheet(InterviewerView view) {
        return view.seat() != Seat.OBSERVER && view.course().isPresent();
    }

    private static boolean takesNotes(InterviewerView view) {
        return (view.phase() == Phase.LIVE || view.phase() == Phase.DEBRIEFING)
                && !view.scoringClosed()
                && !view.sheet().locked();
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
