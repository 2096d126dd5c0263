package org.threeshift.interviewer.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.notes.Drafted;
import org.threeshift.core.notes.NoteDraft;

/**
 * Notes in the making on their way to the database: of each note only the newest words, outside of any screen's lock, and
 * again and again while the database is away.
 */
final class DraftBox {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(DraftBox.class);

    private final Dispatch dispatch;
    private final Runnable changed;
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    /** The newest words of each note that came by here, whether the database took them or not; empty when it is no more. */
    private final Map<UUID, Words> newest = new LinkedHashMap<>();

    private boolean working;

    private record Waiting(Words words, Consumer<DraftState> told) {}

    /** @param changed called each time when the database has taken or dropped something */
    DraftBox(Dispatch dispatch, Runnable changed) {
        this.dispatch = dispatch;
        this.changed = changed;
    }

    /** @param told how it stands, more than once while the database is away; on a thread that holds no screen */
    synchronized void keep(Words words, Consumer<DraftState> told) {
        waiting.put(words.note(), new Waiting(words, told));
        newest.put(words.note(), words);
        if (!working) {
            working = true;
            Thread.ofVirtual().name("draft box").start(this::work);
        }
    }

    /** The note was handed in, or given up. */
    void drop(UUID note) {
        keep(new Words(note, "", "", 1), _ -> {});
    }

    /** What was begun and is neither handed in nor given up, with the newest words of each note. */
    synchronized List<Words> begun(List<NoteDraft> saved) {
        var begun = new LinkedHashMap<UUID, Words>();
        for (NoteDraft draft : saved) {
            begun.put(draft.note(), new Words(draft.note(), draft.questionId(), draft.text(), draft.revision()));
        }
        begun.putAll(newest);
        return begun.values().stream().filter(words -> !words.text().isEmpty()).toList();
    }

    /** Waits until nothing is on its way any more, or that long; on a thread that holds no screen. */
    synchronized void rest(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis();
                    !waiting.isEmpty() && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean done = false;
        try {
            for (Optional<Waiting> next = firstOrRest(); next.isPresent(); next = firstOrRest()) {
                Waiting one = next.get();
                DraftState state = tried(one.words());
                boolean away = state instanceof DraftState.Waiting;
                if (!away) {
                    settle(one, state);
                }
                tell(one, state);
                if (away && !paused()) {
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

    private DraftState tried(Words words) {
        try {
            return switch (dispatch.draft(words)) {
                case Drafted.Saved(var at) -> new DraftState.Saved(at);
                case Drafted.HandedIn() -> new DraftState.HandedIn();
                case Drafted.Closed() -> new DraftState.Closed();
                case Drafted.Overtaken(), Drafted.Refused() -> new DraftState.Refused();
            };
        } catch (RuntimeException failure) {
            return dispatch.away(failure) ? new DraftState.Waiting() : new DraftState.Refused();
        }
    }

    /** Unless newer words of the same note came meanwhile. */
    private void settle(Waiting one, DraftState state) {
        synchronized (this) {
            UUID note = one.words().note();
            if (waiting.remove(note, one) && state instanceof DraftState.HandedIn) {
                newest.put(note, new Words(note, "", "", 1));
            }
            notifyAll();
        }
        changed.run();
    }

    /** Whoever is told may be gone by now, and the others wait all the same. */
    private static void tell(Waiting one, DraftState state) {
        try {
            one.told().accept(state);
        } catch (RuntimeException closing) {
            LOG.debug("A console went away while it was told of a note", closing);
        }
    }

    private synchronized Optional<Waiting> firstOrRest() {
        working = !waiting.isEmpty();
        return waiting.values().stream().findFirst();
    }

    /** Whatever ended the work before its time: the next note takes it up again. */
    private synchronized void stopped() {
        working = false;
    }

    /** @return false when this process ends */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
