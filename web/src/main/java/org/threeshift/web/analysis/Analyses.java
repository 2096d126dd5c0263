package org.threeshift.web.analysis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets only so many analyses run at once on this node: a large one keeps a processor busy for seconds. */
@Component
final class Analyses {
    /** To whom there was no place. */
    static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** @return absent when all places are taken */
    <T> Optional<T> run(Supplier<T> analysis) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(analysis.get());
        } finally {
            places.release();
        }
    }
}
