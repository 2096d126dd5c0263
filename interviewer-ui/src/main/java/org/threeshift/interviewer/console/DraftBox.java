package org.threeshift.interviewer.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.threeshift.core.notes.Drafted;

/**
 * Notes in the making on their way to the database: of each note only the newest words, outside of any screen's lock, and
 * again and again while the database is away.
 */
final class DraftBox {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Dispatch dispatch;
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    private boolean working;

    private record Waiting(Words words, Consumer<DraftState> told) {}

    DraftBox(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** @param told how it stands, more than once while the database is away; on a thread that holds no screen */
    synchronized void keep(Words words, Consumer<DraftState> told) {
        waiting.put(words.note(), new Waiting(words, told));
        if (!working) {
            working = true;
            Thread.ofVirtual().name("draft box").start(this::work);
        }
    }

    /** The note was handed in, or given up. */
    void drop(UUID note) {
        keep(new Words(note, "", "", 1), _ -> {});
    }

    private void work() {
        for (Optional<Waiting> next = firstOrRest(); next.isPresent(); next = firstOrRest()) {
            Waiting one = next.get();
            DraftState state = tried(one.words());
            if (state instanceof DraftState.Waiting) {
                one.told().accept(state);
                pause();
            } else {
                settle(one);
                one.told().accept(state);
            }
        }
    }

    private DraftState tried(Words words) {
        try {
            return switch (dispatch.draft(words)) {
                case Drafted.Saved(var at) -> new DraftState.Saved(at);
                case Drafted.Overtaken(), Drafted.Refused() -> new DraftState.Refused();
            };
        } catch (RuntimeException failure) {
            return dispatch.away(failure) ? new DraftState.Waiting() : new DraftState.Refused();
        }
    }

    /** Unless newer words of the same note came meanwhile. */
    private synchronized void settle(Waiting one) {
        waiting.remove(one.words().note(), one);
    }

    private synchronized Optional<Waiting> firstOrRest() {
        working = !waiting.isEmpty();
        return waiting.values().stream().findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
