package org.threeshift.core.keys;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/**
 * A passkey as it is kept: what its authenticator showed when it was added, and what it said last. Bytes are written in base64url
 * without padding, as addresses and browsers have them.
 *
 * @param id                the credential id
 * @param label             what its person calls it
 * @param publicKey         a COSE key (RFC 9052)
 * @param attestationObject CBOR, as the authenticator sent it
 * @param transports        how a browser reaches the authenticator, such as {@code internal} or {@code usb}
 * @param signatureCount    0 for authenticators that do not count
 * @param backupEligible    whether it may be on several devices
 * @param backedUp          whether it is
 */
public record Passkey(
        String id,
        PersonId person,
        String label,
        String publicKey,
        String attestationObject,
        List<String> transports,
        long signatureCount,
        boolean backupEligible,
        boolean backedUp,
        Instant addedAt,
        Optional<Instant> usedAt) {
    public Passkey {
        transports = List.copyOf(transports);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Absent for what is no such text. */
    static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
