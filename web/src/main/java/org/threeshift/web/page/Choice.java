package org.threeshift.web.page;

import java.util.List;

/**
 * One of several in a select or a radio group.
 *
 * @param hint a second, quieter line; may be empty, and a select does not show it
 */
public record Choice(String value, String label, String hint) {
    public Choice(String value, String label) {
        this(value, label, "");
    }

    /** How one of them is called; empty when none has that value. */
    public static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(one -> one.value.equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }
}
