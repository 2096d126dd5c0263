package org.threeshift.web.calendar;

import java.util.Map;

/**
 * What was typed about a calendar elsewhere, and what is wrong with it.
 *
 * @param errors a sentence by field; {@code form} for all of it
 */
public record OutsideForm(String name, String address, Map<String, String> errors) {
    static final OutsideForm BLANK = new OutsideForm("", "", Map.of());

    public OutsideForm {
        errors = Map.copyOf(errors);
    }

    public String at(String field) {
        return errors.getOrDefault(field, "");
    }
}
