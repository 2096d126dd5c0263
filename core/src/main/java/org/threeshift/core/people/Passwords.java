package org.threeshift.core.people;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with the parameters that Spring Security recommends (16 MiB, 2 passes, 1 lane). Each hash names its
 * parameters, so that they can be raised without locking anybody out.
 */
final class Passwords {
    private static final String ID = "argon2@SpringSecurity_v5_8";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(ID, Map.of(ID, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final String nobodys = hash("a password that nobody has");

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Takes as long for an absent hash as for a wrong password: the answer's time tells nothing about who exists. */
    boolean match(String password, Optional<String> hash) {
        boolean same = encoder.matches(password, hash.orElse(nobodys));
        return same && hash.isPresent();
    }
}
