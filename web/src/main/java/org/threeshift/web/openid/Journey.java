package org.threeshift.web.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A way to a provider and back that a browser is on. It lies in the session as text.
 *
 * @param provider its id
 * @param state    which the provider gives back, so that only the browser that set out may arrive
 * @param nonce    whose hash the provider writes into its token, so that no other token is taken for this one's
 * @param verifier which shows to the provider that it was us who set out (RFC 7636)
 * @param next     where the browser goes on to
 */
record Journey(String provider, String state, String nonce, String verifier, String next, Instant since) {
    /** In the session. */
    static final String ATTRIBUTE = "threeshift.openid";

    static final Duration LASTS = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 32;

    static Journey begin(String provider, String next, RandomGenerator chance, Instant now) {
        return new Journey(provider, secret(chance), secret(chance), secret(chance), next, now);
    }

    /** Absent for what is no journey, or one that took too long. */
    static Optional<Journey> of(String text, Instant now) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 6) {
            return Optional.empty();
        }
        return Optional.of(new Journey(
                        lines.get(0),
                        lines.get(1),
                        lines.get(2),
                        lines.get(3),
                        lines.get(4),
                        Instant.parse(lines.get(5))))
                .filter(journey -> now.isBefore(journey.since().plus(LASTS)));
    }

    String text() {
        return String.join("\n", provider, state, nonce, verifier, next, since.toString());
    }

    String nonceHash() {
        return hash(nonce);
    }

    String challenge() {
        return hash(verifier);
    }

    private static String secret(RandomGenerator chance) {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
