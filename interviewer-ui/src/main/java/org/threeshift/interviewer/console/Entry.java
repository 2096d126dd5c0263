package org.threeshift.interviewer.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.threeshift.core.interview.Sent;

/** Something that an interviewer has entered, until it is answered. */
final class Entry {
    private final Place place;
    private final Sent sent;
    private final String deed;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile boolean late;

    /**
     * @param place where a refusal is said
     * @param deed  what it is, see {@link Deed}
     */
    Entry(Place place, Sent sent, String deed) {
        this.place = place;
        this.sent = sent;
        this.deed = deed;
    }

    Place place() {
        return place;
    }

    Sent sent() {
        return sent;
    }

    String deed() {
        return deed;
    }

    /** The answer, if it comes in time. Once it did not, {@link #late} says so, and whoever listens is told instead. */
    Optional<Answer> within(Duration patience) {
        try {
            return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException waiting) {
            late = true;
            // It may have come just now, and then nobody else is told.
            return Optional.ofNullable(answer.getNow(null));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            late = true;
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void answer(Answer given) {
        answer.complete(given);
    }

    boolean late() {
        return late;
    }
}
