package org.threeshift.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it,
 * so that nothing that somebody typed is ever computed (OWASP, CSV injection).
 */
public final class Csv {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%";

    private final StringBuilder text = new StringBuilder("\ufeff");

    public Csv row(String... cells) {
        return row(Arrays.asList(cells));
    }

    public Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append(LINE_END);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String cell(String value) {
        String inert = !value.isEmpty()
                        && FORMULA_STARTS.indexOf(value.stripLeading().isEmpty() ? value.charAt(0) : first(value)) >= 0
                ? "'" + value
                : value;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }

    /** What a spreadsheet looks at: some skip spaces before it. */
    private static char first(String value) {
        char own = value.charAt(0);
        return FORMULA_STARTS.indexOf(own) >= 0 ? own : value.stripLeading().charAt(0);
    }
}
