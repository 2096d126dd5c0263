package org.threeshift.web.report;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV by RFC 4180, with a mark of UTF-8 at its beginning. */
final class CsvRows {
    private CsvRows() {}

    static List<List<String>> of(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int index = csv.startsWith("\ufeff") ? 1 : 0; index < csv.length(); index++) {
            char at = csv.charAt(index);
            if (at == '"' && quoted && index + 1 < csv.length() && csv.charAt(index + 1) == '"') {
                cell.append('"');
                index++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && (at == ',' || at == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (at == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || at != '\r') {
                cell.append(at);
            }
        }
        return rows;
    }
}
