package org.threeshift.web.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often a token may ask: so many times a minute, of which a quarter may come at once (a token bucket). In this node's
 * memory, as a row written for each call would cost more than most calls do; behind n nodes a token may therefore ask n times as often.
 * It guards the server from a program that runs wild. Who guesses secrets is met elsewhere.
 */
@Component
final class RequestRate {
    private static final int MOST_TOKENS = 10_000;
    private static final int BURST_SHARE = 4;

    private final int perMinute;
    private final InstantSource time;
    private final Map<UUID, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Bucket> eldest) {
            return size() > MOST_TOKENS;
        }
    };

    private record Bucket(double left, Instant at) {}

    RequestRate(@Value("${threeshift.api.requests-per-minute}") int perMinute, InstantSource time) {
        this.perMinute = perMinute;
        this.time = time;
    }

    /** Absent when the request may pass; otherwise after how long the next one may. */
    synchronized Optional<Duration> wait(UUID token) {
        Instant now = time.instant();
        double most = Math.max(1, perMinute / (double) BURST_SHARE);
        double aSecond = perMinute / 60.0;
        Bucket before = buckets.getOrDefault(token, new Bucket(most, now));
        double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
        double left = Math.min(most, before.left() + seconds * aSecond);
        if (left >= 1) {
            buckets.put(token, new Bucket(left - 1, now));
            return Optional.empty();
        }
        buckets.put(token, new Bucket(left, now));
        return Optional.of(Duration.ofSeconds((long) Math.ceil((1 - left) / aSecond)));
    }
}
