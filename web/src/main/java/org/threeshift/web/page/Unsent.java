package org.threeshift.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A form that came while the database was away, to be sent again from the page that says so.
 *
 * @param action where it was sent to
 * @param fields empty when it held something that no page gives back: a password, or a file
 */
public record Unsent(String action, List<Field> fields) {
    public Unsent {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {}

    static Unsent of(String action, Map<String, String[]> sent) {
        boolean secret = sent.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        return new Unsent(
                action,
                secret
                        ? List.of()
                        : sent.entrySet().stream()
                                .flatMap(entry ->
                                        Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                                .toList());
    }
}
