package org.threeshift.core.interview;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.people.PersonId;

/**
 * What this node has folded of the interviews that were used most recently, so that nobody need read their logs from the
 * start. Only ever a prefix of the log, which stays the truth: an append on top of too short a prefix is stale.
 */
final class Folds {
    private static final int MOST = 500;

    private final Map<InterviewId, Fold> recent = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InterviewId, Fold> eldest) {
            return size() > MOST;
        }
    };

    /**
     * An interview as it stood at an event.
     *
     * @param seq the last event in it, 0 for none
     */
    record Seen(long seq, Interview state) {}

    /** An interview as it stands in the log now. */
    Seen seen(InterviewId interview, InterviewLog log) {
        Fold fold = of(interview);
        fold.lock.lock();
        try {
            fold.catchUp(log);
            return new Seen(fold.seq(), fold.state());
        } finally {
            fold.lock.unlock();
        }
    }

    /** Several interviews as they stand in the log now, read at once. Everybody locks in the same order. */
    Map<InterviewId, Seen> seen(Collection<InterviewId> interviews, InterviewLog log) {
        if (interviews.isEmpty()) {
            return Map.of();
        }
        List<Fold> wanted = interviews.stream()
                .distinct()
                .sorted(Comparator.comparing(InterviewId::value))
                .map(this::of)
                .toList();
        wanted.forEach(fold -> fold.lock.lock());
        try {
            Map<InterviewId, List<Recorded>> news =
                    log.read(wanted.stream().collect(Collectors.toMap(fold -> fold.interview, Fold::seq)));
            wanted.forEach(fold -> news.getOrDefault(fold.interview, List.of()).forEach(fold::add));
            return wanted.stream()
                    .collect(Collectors.toMap(fold -> fold.interview, fold -> new Seen(fold.seq(), fold.state())));
        } finally {
            wanted.forEach(fold -> fold.lock.unlock());
        }
    }

    /** Lets go of everything: whoever holds one of the folds goes on with it, whoever asks next reads the log. */
    synchronized void forget() {
        recent.clear();
    }

    /** Lets go of one interview, of which something was written that is not so after all. */
    synchronized void forget(InterviewId interview) {
        recent.remove(interview);
    }

    private record Origin(PersonId sender, long seq) {}

    /** The fold of one interview, to be used under its lock. */
    synchronized Fold of(InterviewId interview) {
        return recent.computeIfAbsent(interview, Fold::new);
    }

    /** One interview up to some event. Writers of one node take turns at its lock instead of racing in the database. */
    static final class Fold {
        final ReentrantLock lock = new ReentrantLock(true);
        private final InterviewId interview;
        private final Map<UUID, Origin> origins = new ConcurrentHashMap<>();
        private Interview state = new Interview.Unscheduled();
        private long seq;

        Fold(InterviewId interview) {
            this.interview = interview;
        }

        Interview state() {
            return state;
        }

        long seq() {
            return seq;
        }

        /** Who made an event happen; absent when there is no such event. */
        Optional<PersonId> sender(UUID eventId) {
            return Optional.ofNullable(origins.get(eventId)).map(Origin::sender);
        }

        /** Whether an event is known to be in the log, up to a sequence number. Needs no lock. */
        boolean knows(UUID eventId, long upTo) {
            return Optional.ofNullable(origins.get(eventId))
                    .filter(origin -> origin.seq() <= upTo)
                    .isPresent();
        }

        /** Adds what the log holds beyond this. */
        void catchUp(InterviewLog log) {
            log.read(interview, seq).forEach(this::add);
        }

        /** Takes what was written on top of this, as it was folded before it was written. */
        void add(Batch written) {
            written.events().forEach(this::follow);
            state = written.after();
        }

        private void add(Recorded recorded) {
            follow(recorded);
            state = Evolve.evolve(state, recorded);
        }

        private void follow(Recorded recorded) {
            if (recorded.seq() != seq + 1) {
                throw new IllegalStateException(
                        "Event %d of interview %s cannot follow event %d".formatted(recorded.seq(), interview, seq));
            }
            seq = recorded.seq();
            origins.put(recorded.eventId(), new Origin(recorded.actor(), recorded.seq()));
        }
    }
}
