package org.threeshift.core.keys;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.threeshift.core.id.Token;

/**
 * Codes for whoever has lost the authenticator app. Each holds 140 random bits, so that a plain hash suffices, in letters and
 * digits that nobody confuses.
 */
final class RecoveryCodes {
    static final int COUNT = 10;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";
    private static final int GROUPS = 7;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> fresh(RandomGenerator chance) {
        return Stream.generate(() -> one(chance)).limit(COUNT).toList();
    }

    /** Whether what was typed can be one at all, in whatever case and however spaced. */
    static boolean looksLike(String typed) {
        return bare(typed).length() == GROUPS * GROUP;
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
