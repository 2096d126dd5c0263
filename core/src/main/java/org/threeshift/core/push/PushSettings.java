package org.threeshift.core.push;

import java.util.Optional;

/**
 * What whoever runs the installation says about push.
 *
 * @param keys    a pair of keys of theirs; otherwise this installation makes one for itself, once
 * @param subject whom a push service can turn to: {@code mailto:} or {@code https:}
 */
public record PushSettings(Optional<Pair> keys, String subject) {
    public PushSettings {
        if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
            throw new IllegalArgumentException("a push service is told an address of mail, or of a page by https");
        }
    }

    /**
     * As the usual tools print them, in base64url.
     *
     * @param publicKey  65 octets: an uncompressed point of P-256
     * @param privateKey 32 octets
     */
    public record Pair(String publicKey, String privateKey) {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Pair[publicKey=" + publicKey + "]";
        }
    }
}
