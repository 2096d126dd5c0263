package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "\uff1d1+1", "|calc"})
    void what_a_spreadsheet_would_compute_is_text(String formula) {
        assertThat(Csv.cell(formula)).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada", "12 November", "1+1", "a=b", "ada@example.org", "  Ada"})
    void what_it_would_not_stays_as_it_is(String text) {
        assertThat(Csv.cell(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void quotes_are_doubled_and_rows_end_as_the_standard_says() {
        assertThat(new Csv().row("a \"b\"", "c\nd").row("e", "f").toString())
                .isEqualTo("\ufeff\"a \"\"b\"\"\",\"c\nd\"\r\n\"e\",\"f\"\r\n");
    }
}
