package org.threeshift.core.following;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does not practise: no interview began in the last three weeks, as far as the coach may know, and none is planned. Who was never
 * interviewed counts from the day on which they joined. Values: the days since.
 */
public final class Inactive implements Rule {
    public static final int DAYS = 21;

    Inactive() {}

    @Override
    public Optional<Finding> on(Followed candidate, Instant now) {
        boolean planned = candidate.activity().flatMap(Activity::next).isPresent();
        Instant last = candidate.lastHeld().orElse(candidate.since());
        long days = Duration.between(last, now).toDays();
        return !planned && days >= DAYS
                ? Optional.of(new Finding(Need.INACTIVE, Optional.empty(), List.of((double) days)))
                : Optional.empty();
    }
}
