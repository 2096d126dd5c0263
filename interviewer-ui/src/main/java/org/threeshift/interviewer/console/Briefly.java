package org.threeshift.interviewer.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks something that usually takes milliseconds, without waiting for it for long. */
final class Briefly {
    private Briefly() {}

    /**
     * @param question asked on a thread of its own, which is left alone when it takes longer
     * @return absent when there was no answer in time
     */
    static <T> Optional<T> ask(Duration patience, Supplier<T> question) {
        CompletableFuture<Optional<T>> answer = CompletableFuture.supplyAsync(
                () -> Optional.of(question.get()),
                task -> Thread.ofVirtual().name("console").start(task));
        try {
            return answer.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
