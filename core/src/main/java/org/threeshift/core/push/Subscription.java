package org.threeshift.core.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.util.Base64;
import java.util.Optional;
import org.threeshift.core.network.Line;
import org.threeshift.core.network.Reach;

/**
 * What a browser gives to be reached by: where, and with which keys (RFC 8291). All of it comes from outside.
 *
 * @param endpoint of the push service; whoever knows it could only send with this installation's key
 * @param key      the browser's public key on P-256, uncompressed
 * @param auth     16 octets that only the browser and this installation know
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Subscription(String endpoint, byte[] key, byte[] auth) {
    private static final int LONGEST_ENDPOINT = 1_000;
    private static final int LONGEST_KEY = 200;
    static final int KEY_OCTETS = 65;
    static final int AUTH_OCTETS = 16;

    /** Absent for what no browser gives, and for an endpoint to which nothing is ever sent. */
    static Optional<Subscription> of(String endpoint, String key, String auth, Reach reach) {
        if (endpoint.length() > LONGEST_ENDPOINT
                || key.length() > LONGEST_KEY
                || auth.length() > LONGEST_KEY
                || !(Line.aim(endpoint, reach) instanceof Line.Aim.Target)) {
            return Optional.empty();
        }
        try {
            var made = new Subscription(endpoint, octets(key), octets(auth));
            if (made.key.length != KEY_OCTETS || made.auth.length != AUTH_OCTETS) {
                return Optional.empty();
            }
            // Not every pair of numbers is a point of the curve.
            UserAgentMessageEncryptionKeyInfo.of(made.key, made.auth);
            return Optional.of(made);
        } catch (RuntimeException noKeys) {
            return Optional.empty();
        }
    }

    /** Browsers write base64url, without padding or with it. */
    private static byte[] octets(String text) {
        return Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
    }
}
