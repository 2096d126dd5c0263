package org.threeshift.core.csv;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as CSV (RFC 4180): every cell in quotes, lines ended by CR LF. A cell that a spreadsheet would take for a formula gets
 * an apostrophe in front, as OWASP advises ("CSV injection"); a plain number stays a number. To be sent as {@link #MEDIA_TYPE}, in UTF-8.
 */
public final class SafeCsv {
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String LINE_END = "\r\n";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    /** The full-width forms too: some spreadsheets read them as the others. */
    private static final String FORMULA_STARTS = "=+-@|%＝＋－＠";

    private final StringBuilder text = new StringBuilder();
    private final int width;

    /** @param head the names of the columns */
    public SafeCsv(List<String> head) {
        this.width = head.size();
        row(head);
    }

    /** @throws IllegalArgumentException when the row has more or fewer cells than the head */
    public SafeCsv row(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalArgumentException("%d cells under %d columns".formatted(cells.size(), width));
        }
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "\"" : ",\"")
                    .append(inert(cells.get(i)).replace("\"", "\"\""))
                    .append('"');
        }
        text.append(LINE_END);
        return this;
    }

    /** The whole table. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** The text itself, or with an apostrophe before it; without characters that no text needs. */
    static String inert(String cell) {
        String readable = cell.codePoints()
                .filter(character -> !Character.isISOControl(character) || "\n\r\t".indexOf(character) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return startsFormula(readable) ? "'" + readable : readable;
    }

    private static boolean startsFormula(String cell) {
        String visible = cell.strip();
        if (visible.isEmpty() || NUMBER.matcher(cell).matches()) {
            return false;
        }
        return FORMULA_STARTS.indexOf(visible.charAt(0)) >= 0 || "\t\r\n".indexOf(cell.charAt(0)) >= 0;
    }
}
