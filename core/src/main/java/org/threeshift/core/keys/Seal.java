package org.threeshift.core.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes up what must be read again and yet not lie open in the database: AES-256 in Galois/counter mode, a fresh nonce each
 * time. An installation without a key has a seal that closes nothing.
 */
public final class Seal {
    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** The way of sealing; another one gets another number. */
    private static final byte VERSION = 1;

    private final Optional<SecretKey> key;
    private final RandomGenerator chance;

    private Seal(Optional<SecretKey> key, RandomGenerator chance) {
        this.key = key;
        this.chance = chance;
    }

    /** @param key {@value #KEY_BYTES} bytes */
    public static Seal with(byte[] key, RandomGenerator chance) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has %d bytes, not %d".formatted(KEY_BYTES, key.length));
        }
        return new Seal(Optional.of(new SecretKeySpec(key, "AES")), chance);
    }

    public static Seal without(RandomGenerator chance) {
        return new Seal(Optional.empty(), chance);
    }

    /** Whether there is a key. */
    public boolean ready() {
        return key.isPresent();
    }

    /**
     * @param owner whose secret it is: what was closed for one opens for no other
     * @return Base64
     */
    public String close(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] closed;
        try {
            closed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(1 + NONCE_BYTES + closed.length)
                        .put(VERSION)
                        .put(nonce)
                        .put(closed)
                        .array());
    }

    /** Absent for what another key closed or another's is, for what was changed since, and without a key. */
    public Optional<byte[]> open(String text, String owner) {
        byte[] sealed = Base64.getDecoder().decode(text);
        if (key.isEmpty() || sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] closed = new byte[sealed.length - 1 - NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce).get(closed);
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, nonce, closed, owner));
        } catch (AEADBadTagException anothers) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(text);
    }
}
