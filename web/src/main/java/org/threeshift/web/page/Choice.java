package org.threeshift.web.page;

/**
 * One of several in a select or a radio group.
 *
 * @param hint a second, quieter line; may be empty, and a select does not show it
 */
public record Choice(String value, String label, String hint) {
    public Choice(String value, String label) {
        this(value, label, "");
    }
}
