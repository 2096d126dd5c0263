package org.threeshift.core.interview;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody is called, as it is looked for in other people's words: as a whole, so that nobody called Al ends half the mail. */
public final class Called {
    private Called() {}

    /** In lower case, without empty ones. */
    public static Set<String> of(Set<String> names) {
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether words call somebody so. */
    static boolean in(String words, Set<String> called) {
        return called.stream()
                .anyMatch(name -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(words.toLowerCase(Locale.ROOT))
                        .find());
    }

    /** Regular expressions of PostgreSQL, for words in lower case: each finds a name that no letter and no digit touches. */
    public static String[] patterns(Set<String> called) {
        return called.stream()
                .map(name -> "(^|[^[:alnum:]])" + literal(name) + "($|[^[:alnum:]])")
                .toArray(String[]::new);
    }

    /** A backslash before what is neither letter nor digit takes every meaning from it. */
    private static String literal(String name) {
        var escaped = new StringBuilder();
        name.codePoints().forEach(character -> {
            if (!Character.isLetterOrDigit(character) && character < 128) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }
}
