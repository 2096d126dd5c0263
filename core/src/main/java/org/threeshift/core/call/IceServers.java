package org.threeshift.core.call;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.threeshift.core.people.PersonId;

/**
 * The servers that help two browsers behind routers to find a way to each other. None is needed within one network.
 *
 * @param stun     addresses such as {@code stun:turn.example.org:3478}
 * @param turn     addresses such as {@code turn:turn.example.org:3478} or {@code turns:…}
 * @param secret   shared with the TURN server: coturn's {@code static-auth-secret}
 * @param lifetime how long a credential lets somebody in
 */
public record IceServers(List<String> stun, List<String> turn, String secret, Duration lifetime) {
    private static final Pattern STUN = Pattern.compile("stuns?:[\\w.\\-\\[\\]:]+");
    private static final Pattern TURN = Pattern.compile("turns?:[\\w.\\-\\[\\]:]+(\\?transport=(udp|tcp))?");
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(2);

    /** What is wrong with a setting. */
    public enum Fault {
        STUN,
        TURN,
        SECRET,
        LIFETIME
    }

    /** A setting that no call can work with: the installation does not start on it. */
    public static final class Misconfigured extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final String value;

        Misconfigured(Fault fault, String value) {
            super(fault + ": " + value);
            this.fault = fault;
            this.value = value;
        }

        public Fault fault() {
            return fault;
        }

        /** The setting as it was given; never the secret. */
        public String value() {
            return value;
        }
    }

    /** A name and a password for the TURN servers, for one person and a short time. */
    public record Credential(String username, String password) {}

    /** @throws Misconfigured when an address is none, TURN has no secret, or a lifetime is under ten minutes or over two days */
    public IceServers {
        stun = List.copyOf(stun);
        turn = List.copyOf(turn);
        check(Fault.STUN, STUN, stun);
        check(Fault.TURN, TURN, turn);
        if (!turn.isEmpty() && secret.isBlank()) {
            throw new Misconfigured(Fault.SECRET, String.join(",", turn));
        }
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new Misconfigured(Fault.LIFETIME, lifetime.toString());
        }
    }

    /**
     * For somebody, from now on; absent without TURN servers. By the scheme of coturn's {@code use-auth-secret}, which is the
     * Internet draft "A REST API For Access To TURN Services" (draft-uberti-behave-turn-rest-00): the name is the second at
     * which it ends and the user, the password is the Base64 of the HMAC-SHA1 of the name.
     */
    public Optional<Credential> credential(PersonId person, Instant now) {
        if (turn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(credential(secret, now.plus(lifetime).getEpochSecond() + ":" + person));
    }

    static Credential credential(String secret, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] code = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return new Credential(username, Base64.getEncoder().encodeToString(code));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    private static void check(Fault fault, Pattern pattern, List<String> addresses) {
        addresses.stream()
                .filter(address -> !pattern.matcher(address).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new Misconfigured(fault, wrong);
                });
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "IceServers[stun=" + stun + ", turn=" + turn + ", lifetime=" + lifetime + "]";
    }
}
