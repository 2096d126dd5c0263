package org.threeshift.core.token;

import java.util.Locale;
import java.util.Optional;

/** What a token may do. {@link #WRITE} may read too. */
public enum Scope {
    READ,
    WRITE;

    /** As people type it, in whatever case; absent for anything else. */
    public static Optional<Scope> parse(String typed) {
        for (Scope scope : values()) {
            if (scope.name().equals(typed.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
