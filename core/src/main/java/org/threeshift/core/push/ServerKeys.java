package org.threeshift.core.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** The keys by which push services know this installation again (RFC 8292), as octets and in use. Says nothing of the private one. */
final class ServerKeys {
    /** Push services take no longer promise than 24 hours. */
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private static final String CURVE = "secp256r1";
    static final int PRIVATE_OCTETS = 32;

    private final byte[] open;
    private final byte[] secret;
    private final VAPIDKeyPair pair;

    private ServerKeys(byte[] open, byte[] secret, VAPIDKeyPair pair) {
        this.open = open;
        this.secret = secret;
        this.pair = pair;
    }

    static ServerKeys fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair made = generator.generateKeyPair();
            ECPoint point = ((ECPublicKey) made.getPublic()).getW();
            byte[] open = new byte[Subscription.KEY_OCTETS];
            open[0] = 4;
            copy(point.getAffineX(), open, 1);
            copy(point.getAffineY(), open, 1 + PRIVATE_OCTETS);
            byte[] secret = new byte[PRIVATE_OCTETS];
            copy(((ECPrivateKey) made.getPrivate()).getS(), secret, 0);
            return of(open, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** @throws IllegalArgumentException for what is no pair of keys; says nothing of them */
    static ServerKeys of(byte[] open, byte[] secret) {
        if (open.length != Subscription.KEY_OCTETS || open[0] != 4 || secret.length != PRIVATE_OCTETS) {
            throw new IllegalArgumentException(
                    "a pair of push keys has 65 octets, the first of them 4, and 32; each in base64url");
        }
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec(CURVE));
            ECParameterSpec numbers = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory keys = KeyFactory.getInstance("EC");
            var point = new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(open, 1, 1 + PRIVATE_OCTETS)),
                    new BigInteger(1, Arrays.copyOfRange(open, 1 + PRIVATE_OCTETS, open.length)));
            var publicKey = (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(point, numbers));
            var privateKey =
                    (ECPrivateKey) keys.generatePrivate(new ECPrivateKeySpec(new BigInteger(1, secret), numbers));
            if (!belongTogether(privateKey, publicKey)) {
                throw new IllegalArgumentException("the private push key is not that of the public one");
            }
            return new ServerKeys(
                    open.clone(),
                    secret.clone(),
                    VAPIDKeyPairs.of(
                            PrivateKeySources.ofECPrivateKey(privateKey), PublicKeySources.ofECPublicKey(publicKey)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no push keys of P-256", e);
        }
    }

    private static boolean belongTogether(ECPrivateKey privateKey, ECPublicKey publicKey)
            throws GeneralSecurityException {
        byte[] word = {1};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(privateKey);
        signature.update(word);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(word);
        return signature.verify(signed);
    }

    private static void copy(BigInteger number, byte[] to, int from) {
        byte[] octets = number.toByteArray();
        int length = Math.min(octets.length, PRIVATE_OCTETS);
        System.arraycopy(octets, octets.length - length, to, from + PRIVATE_OCTETS - length, length);
    }

    /** 65 octets. */
    byte[] open() {
        return open.clone();
    }

    /** 32 octets, for whoever keeps them. */
    byte[] secret() {
        return secret.clone();
    }

    /** As a page gives it to its browser. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(open);
    }

    /** The value of the header {@code Authorization}, for one push service. */
    String authorization(String endpoint, String subject, Instant now) {
        return pair.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint)
                .expirationTime(now.plus(SIGNED_FOR))
                .subject(subject)
                .build());
    }
}
