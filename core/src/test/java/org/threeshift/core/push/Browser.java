package org.threeshift.core.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other end: a browser's keys, and how it opens what was encrypted for it, written from RFC 8291 and RFC 8188 alone. */
final class Browser {
    private static final int COORDINATE = 32;

    private final KeyPair keys;
    final byte[] auth;

    Browser() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            auth = Arrays.copyOf(point(), 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String key() {
        return text(point());
    }

    String secret() {
        return text(auth);
    }

    Subscription at(String endpoint) {
        return new Subscription(endpoint, point(), auth.clone());
    }

    byte[] point() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        return HexFormat.of().parseHex("04" + "%064x%064x".formatted(point.getAffineX(), point.getAffineY()));
    }

    /** @throws GeneralSecurityException for what was not encrypted for this browser, or was changed since */
    String open(byte[] body) throws GeneralSecurityException {
        ByteBuffer read = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        read.get(salt);
        int recordSize = read.getInt();
        byte[] sender = new byte[read.get()];
        read.get(sender);
        byte[] closed = new byte[read.remaining()];
        read.get(closed);
        if (closed.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        byte[] shared = mac(auth, agreement.generateSecret());
        byte[] material = mac(
                shared, joined("WebPush: info\0".getBytes(StandardCharsets.UTF_8), point(), sender, new byte[] {1}));
        byte[] pseudorandom = mac(salt, material);
        byte[] key = Arrays.copyOf(
                mac(pseudorandom, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.UTF_8)), 16);
        byte[] nonce =
                Arrays.copyOf(mac(pseudorandom, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.UTF_8)), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(closed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("the last record ends with a 2");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length))),
                        curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] mac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
