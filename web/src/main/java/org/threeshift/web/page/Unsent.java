package org.threeshift.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A form that could not be taken, to be sent again from the page that says so.
 *
 * @param action where it was sent to
 * @param fields empty when it held something that no page gives back: a password, a code, or a file
 */
public record Unsent(String action, List<Field> fields) {
    public Unsent {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {
        /** Whether somebody would want to read it before they send it again. */
        public boolean text() {
            return value.length() > LINE || value.indexOf('\n') >= 0;
        }
    }

    private static final int LINE = 40;
    private static final List<String> SECRETS = List.of("password", "code", "secret", "token", "credential");

    /** Whether any of it is called like something that no page shows. */
    static boolean secret(Map<String, String[]> sent) {
        return sent.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> SECRETS.stream().anyMatch(name::contains));
    }

    static Unsent of(String action, Map<String, String[]> sent) {
        return new Unsent(
                action,
                secret(sent)
                        ? List.of()
                        : sent.entrySet().stream()
                                .flatMap(entry ->
                                        Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                                .toList());
    }
}
