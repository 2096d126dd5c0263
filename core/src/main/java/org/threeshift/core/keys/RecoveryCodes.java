package org.threeshift.core.keys;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.id.Token;

/**
 * Codes for whoever has lost the authenticator app. Each holds 120 random bits, so that a plain hash suffices (OWASP ASVS
 * 5.0, 6.5.2 wants 112 for that), in letters and digits that nobody confuses.
 */
final class RecoveryCodes {
    static final int COUNT = 10;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";
    private static final int GROUPS = 6;
    /** Of the codes that were made before. They are good as long as nobody has used them. */
    private static final int EARLIER_GROUPS = 7;

    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> fresh(RandomGenerator chance) {
        return Stream.generate(() -> one(chance)).limit(COUNT).toList();
    }

    /** Whether what was typed can be one at all, in whatever case and however spaced. */
    static boolean looksLike(String typed) {
        int length = bare(typed).length();
        return length == GROUPS * GROUP || length == EARLIER_GROUPS * GROUP;
    }

    static byte[] hash(String typed) {
        return new Token(bare(typed)).hash();
    }

    private static String one(RandomGenerator chance) {
        return Stream.generate(() -> group(chance)).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group(RandomGenerator chance) {
        return chance.ints(GROUP, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining());
    }

    private static String bare(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "");
    }
}
