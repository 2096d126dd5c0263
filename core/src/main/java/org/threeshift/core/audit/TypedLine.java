package org.threeshift.core.audit;

import java.nio.charset.StandardCharsets;

/** A line that somebody typed, such as a reason, as it is kept. */
public final class TypedLine {
    private TypedLine() {}

    /** Control characters, among them NUL, which PostgreSQL cannot hold, become spaces; halves of pairs become question marks. */
    public static String of(String typed) {
        return new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }
}
