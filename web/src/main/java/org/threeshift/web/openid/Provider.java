package org.threeshift.web.openid;

import java.net.URI;

/**
 * A provider that this installation lets people sign in by.
 *
 * @param id     names it in settings, addresses and the database
 * @param label  what people call it
 * @param issuer an address, as the provider writes it into its tokens
 */
public record Provider(String id, String label, String issuer, String clientId, String clientSecret) {
    /** Whether tokens from there can be believed: over TLS, or from this machine. */
    boolean safe() {
        URI uri = URI.create(issuer);
        String host = uri.getHost() == null ? "" : uri.getHost();
        return "https".equals(uri.getScheme()) || host.equals("localhost") || host.equals("127.0.0.1");
    }

    /** LinkedIn answers without the nonce that it was given. */
    boolean keepsNonce() {
        return !issuer.startsWith("https://www.linkedin.com/");
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Provider[%s]".formatted(id);
    }
}
