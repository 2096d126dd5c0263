package org.threeshift.core.pairing;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is led in a role, as words: of “Head of Marketing” it is marketing. Roles are typed freely, and are told apart by it, not by
 * how high they stand or how they are put.
 *
 * @param words in lower case; none for a role that names no field, such as “Team lead”
 */
public record Field(Set<String> words) {
    /** Of somebody who practises for any role. */
    public static final Field ANY = new Field(Set.of());

    /** Words that the names of most roles hold, and by which none is told from another. */
    private static final Set<String> OF_ANY_ROLE = Set.of(
            "head",
            "of",
            "the",
            "a",
            "and",
            "for",
            "in",
            "manager",
            "management",
            "lead",
            "leader",
            "team",
            "director",
            "chief",
            "officer",
            "senior",
            "junior",
            "vice",
            "president",
            "vp",
            "new",
            "first");

    public Field {
        words = Set.copyOf(words);
    }

    public static Field of(String role) {
        return new Field(Arrays.stream(role.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !OF_ANY_ROLE.contains(word))
                .collect(Collectors.toSet()));
    }

    /** Whether two share a word, or one of them names no field: it goes with every other. */
    public boolean fits(Field other) {
        return words.isEmpty() || other.words.isEmpty() || !Collections.disjoint(words, other.words);
    }
}
