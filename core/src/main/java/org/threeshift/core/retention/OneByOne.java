package org.threeshift.core.retention;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Work on many of which one may fail without keeping the others waiting. */
public final class OneByOne {
    private OneByOne() {}

    /**
     * @return for how many {@code work} answered yes
     * @throws RuntimeException the first failure, after all had their turn; later ones are suppressed in it
     */
    public static <T> int count(Collection<T> all, Predicate<T> work) {
        int done = 0;
        Optional<RuntimeException> failed = Optional.empty();
        for (T one : all) {
            try {
                done += work.test(one) ? 1 : 0;
            } catch (RuntimeException e) {
                failed.ifPresent(first -> first.addSuppressed(e));
                failed = failed.or(() -> Optional.of(e));
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
        return done;
    }
}
