package org.threeshift.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1:A9)",
                "  =1+1",
                "\t=1+1",
                "\r=1+1",
                "|cmd",
                "%0A=1",
                "＝1+1",
                "\u0000=1+1",
                "-"
            })
    void what_a_spreadsheet_would_run_begins_with_an_apostrophe(String cell) {
        assertThat(SafeCsv.inert(cell)).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élodie", "12", "-12.5", "+3", "", " ", "a=b", "O’Brien - Smith", "2026-11-26T06:00:00Z"})
    void any_other_cell_stays_as_it_is(String cell) {
        assertThat(SafeCsv.inert(cell)).isEqualTo(cell);
    }

    @Test
    void no_cell_leaves_its_quotes() {
        String table = new SafeCsv(List.of("name", "note"))
                .row(List.of("Ada \"the\" first", "two\r\nlines, and a comma"))
                .row(List.of("x\",\"=1+1", ""))
                .toString();
        assertThat(table).isEqualTo("""
                        "name","note"\r
                        "Ada ""the"" first","two\r
                        lines, and a comma"\r
                        "x"",""=1+1",""\r
                        """);
    }

    @Test
    void a_row_has_as_many_cells_as_the_head() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SafeCsv(List.of("name", "note")).row(List.of("alone")));
    }
}
