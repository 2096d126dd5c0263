package org.threeshift.core.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a text in CSV with commas, semicolons or tabs, as spreadsheets and people write it. Lines whose cells are all blank are left out.
 *
 * @param head the names of the columns
 */
public record CsvTable(List<String> head, List<Row> rows) {
    public CsvTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** @param line where the row begins, the head's being 1 */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Empty where the row has no such cell. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** What became of a text. */
    public sealed interface Reading {
        record Read(CsvTable table) implements Reading {}

        /** @param line where a quotation mark opens that is never closed; 1 otherwise */
        record Failed(Fault fault, long line) implements Reading {}
    }

    /** Why a text is no table. */
    public enum Fault {
        EMPTY,
        /** More than {@link CsvFile#MOST_BYTES}. */
        TOO_LARGE,
        TOO_MANY_ROWS,
        BROKEN
    }

    /** @param mostRows below the head */
    public static Reading read(String text, int mostRows) {
        if (text.isBlank()) {
            return new Reading.Failed(Fault.EMPTY, 1);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > CsvFile.MOST_BYTES) {
            return new Reading.Failed(Fault.TOO_LARGE, 1);
        }
        if (text.chars().filter(character -> character == '"').count() % 2 == 1) {
            return new Reading.Failed(Fault.BROKEN, lastQuote(text));
        }
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(record.getStartingLineNumber(), record.getFields()));
                }
                if (rows.size() > mostRows + 1) {
                    return new Reading.Failed(Fault.TOO_MANY_ROWS, 1);
                }
            }
        } catch (CsvParseException | IOException broken) {
            return new Reading.Failed(Fault.BROKEN, 1);
        }
        return rows.isEmpty()
                ? new Reading.Failed(Fault.EMPTY, 1)
                : new Reading.Read(new CsvTable(rows.getFirst().cells(), rows.subList(1, rows.size())));
    }

    /** The line of a quotation mark that opens and is never closed: every other one closes the one before. */
    private static long lastQuote(String text) {
        String before = text.substring(0, text.lastIndexOf('"'));
        return 1 + before.chars().filter(character -> character == '\n').count();
    }

    /** The one of which the first line holds most, outside of quotes; a comma where it holds none. */
    private static char separator(String text) {
        String head = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count =
                    head.chars().filter(character -> character == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
