package org.threeshift.core.notes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

final class InMemoryDraftStore implements DraftStore {
    private final Map<Key, NoteDraft> drafts = new ConcurrentHashMap<>();

    private record Key(InterviewId interview, PersonId person, UUID note) {}

    @Override
    public List<NoteDraft> of(InterviewId interview, PersonId person) {
        return drafts.entrySet().stream()
                .filter(entry -> entry.getKey().interview().equals(interview)
                        && entry.getKey().person().equals(person))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(NoteDraft::at).reversed())
                .toList();
    }

    @Override
    public boolean put(InterviewId interview, PersonId person, NoteDraft draft) {
        NoteDraft now = drafts.merge(
                new Key(interview, person, draft.note()),
                draft,
                (before, next) -> before.revision() < next.revision() || sameWords(before, next) ? next : before);
        return now.equals(draft);
    }

    @Override
    public void remove(InterviewId interview, PersonId person, UUID note) {
        drafts.remove(new Key(interview, person, note));
    }

    /** Goes with the process, and knows of no interview: there is nothing to sweep. */
    @Override
    public int sweep(Instant endedBefore) {
        return 0;
    }

    private static boolean sameWords(NoteDraft one, NoteDraft other) {
        return one.revision() == other.revision() && one.text().equals(other.text());
    }
}
