package org.threeshift.interviewer.console;

import static org.threeshift.interviewer.shell.Texts.text;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;

/**
 * What one interviewer has entered and the log does not hold yet. Everything goes out in the order in which it was entered,
 * one after the other and outside of any screen's lock. While the database is away the first one is tried again, under the
 * same id, until it is committed or refused: a repeated send is harmless. Shared by all consoles of the person for the
 * interview on this node, so that a reload neither overtakes nor forgets what waits.
 */
final class Outbox {
    /** How long a screen waits for an answer; usually it comes within a few milliseconds. */
    static final Duration PATIENCE = Duration.ofMillis(250);
    /** After which an answer that did not come is called an outage. */
    static final Duration SLOW = Duration.ofSeconds(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Dispatch dispatch;
    private final DraftBox drafts;
    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Optional<Look> newest = Optional.empty();
    private boolean away;
    private boolean working;

    /** A console that shows what becomes of things. Called on threads that hold no screen. */
    interface Listener {
        /** Something that did not come at once was answered now. */
        void answered(Entry entry, Answer answer);

        /** The database went away, or came back. */
        void changed();

        /** The database has taken a note in the making, or dropped it. */
        void drafted();
    }

    /**
     * What waits, with a look that holds everything that waits no more. Read together, nothing that was entered is ever in
     * neither.
     *
     * @param newest absent while nothing was answered
     */
    record State(List<Sent> unsaved, Optional<Look> newest) {}

    Outbox(Dispatch dispatch) {
        this.dispatch = dispatch;
        this.drafts = new DraftBox(dispatch, () -> tell(Listener::drafted));
    }

    Dispatch dispatch() {
        return dispatch;
    }

    /** Where notes in the making go, which are not part of the log. */
    DraftBox drafts() {
        return drafts;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** In the order in which it was entered. */
    synchronized List<Sent> unsaved() {
        return waiting.stream().map(Entry::sent).toList();
    }

    synchronized State state() {
        return new State(unsaved(), newest);
    }

    /** What was entered last and is not saved yet, see {@link Deed}; empty when nothing waits. */
    synchronized String lastDeed() {
        return waiting.isEmpty() ? "" : waiting.getLast().deed();
    }

    /** Whether the same thing is on its way already. */
    synchronized boolean holds(Command command) {
        return waiting.stream().anyMatch(entry -> entry.sent().command().equals(command));
    }

    /** Whether something under this id is on its way. */
    synchronized boolean holds(UUID commandId) {
        return waiting.stream().anyMatch(entry -> entry.sent().commandId().equals(commandId));
    }

    /** Whether the database does not answer, as far as is known here. */
    synchronized boolean away() {
        return away;
    }

    /**
     * Takes something on its way. What waits under the same id already is on its way.
     *
     * @return the answer when it comes at once; otherwise it goes to the listeners once it is there
     */
    Optional<Answer> send(Entry entry) {
        if (holds(entry.sent().commandId())) {
            return Optional.empty();
        }
        boolean first = hand(entry);
        // Whoever stands behind others need not wait to know that it takes longer.
        Optional<Answer> answer = entry.within(first ? PATIENCE : Duration.ZERO);
        if (answer.isEmpty() && first) {
            Thread.ofVirtual().name("outbox watch").start(() -> watch(entry));
        }
        return answer;
    }

    /** Says that the database did, or did not, answer somebody else. */
    void reached(boolean answered) {
        boolean changed;
        synchronized (this) {
            changed = away == answered;
            away = !answered;
        }
        if (changed) {
            tell(Listener::changed);
        }
    }

    private synchronized boolean hand(Entry entry) {
        boolean first = waiting.isEmpty();
        waiting.add(entry);
        if (!working) {
            begin();
        }
        return first;
    }

    private void watch(Entry entry) {
        if (pause(SLOW) && first().filter(entry::equals).isPresent()) {
            reached(false);
        }
    }

    /** Until nothing waits. */
    private void work() {
        boolean done = false;
        try {
            int failures = 0;
            for (Optional<Entry> next = firstOrRest(); next.isPresent(); next = firstOrRest()) {
                Entry entry = next.get();
                Optional<Answer> answer = tried(entry);
                if (answer.isPresent()) {
                    failures = 0;
                    settle(entry, answer.get());
                } else if (!pause(pauseAfter(++failures))) {
                    return;
                }
            }
            done = true;
        } finally {
            if (!done) {
                stopped();
            }
        }
    }

    private synchronized void begin() {
        working = true;
        Thread.ofVirtual().name("outbox").start(this::work);
    }

    /** Whatever ended the work before its time: what waits goes on, unless the process ends; then with what is entered next. */
    private synchronized void stopped() {
        working = false;
        if (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
            begin();
        }
    }

    /** Absent while the database is away. */
    private Optional<Answer> tried(Entry entry) {
        try {
            if (entry.sent().command() instanceof Command.LockSheet) {
                // The store refuses it over a note that was given up a moment ago, until it has heard of that.
                drafts.rest(SLOW);
            }
            Answer answer = dispatch.send(entry.sent());
            reached(true);
            return Optional.of(answer);
        } catch (RuntimeException failure) {
            if (dispatch.away(failure)) {
                if (!away()) {
                    LOG.warn("A console cannot save and tries again: {}", failure.getMessage());
                }
                reached(false);
                return Optional.empty();
            }
            return Optional.of(new Answer.Refused(text("saved.mistake"), Optional.empty()));
        } catch (Error failure) {
            // Whoever waits for it is told, and what comes next is not held up by it.
            settle(entry, new Answer.Refused(text("saved.mistake"), Optional.empty()));
            throw failure;
        }
    }

    private void settle(Entry entry, Answer answer) {
        synchronized (this) {
            waiting.remove(entry);
            newest = answer.look()
                    .map(look -> newest.map(look::newer).orElse(look))
                    .or(() -> newest);
        }
        if (answer instanceof Answer.Saved && entry.sent().command() instanceof Command.NoteEvidence note) {
            // No longer in the making.
            drafts.drop(note.evidenceId().value());
        }
        entry.answer(answer);
        if (entry.late()) {
            tell(listener -> listener.answered(entry, answer));
        }
    }

    private synchronized Optional<Entry> first() {
        return Optional.ofNullable(waiting.peek());
    }

    private synchronized Optional<Entry> firstOrRest() {
        working = !waiting.isEmpty();
        return first();
    }

    private void tell(Consumer<Listener> news) {
        for (Listener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException closing) {
                LOG.debug("A console went away while it was told something", closing);
            }
        }
    }

    private static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
