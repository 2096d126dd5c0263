package org.threeshift.core.id;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Tells what somebody saw apart from whatever stands later. A form brings it back, so that nobody writes over what they have not seen.
 * No secret, and the same on every node.
 *
 * @param code as a form brought it; what is no edition of anything differs from all
 */
public record Edition(String code) {
    private static final int CHARACTERS = 16;

    /** @param parts whose words are the same wherever they are equal */
    public static Edition of(Object... parts) {
        // Each with its length, so that no part can pass for two.
        String whole = Arrays.stream(parts)
                .map(Object::toString)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return new Edition(HexFormat.of().formatHex(new Token(whole).hash()).substring(0, CHARACTERS));
    }
}
