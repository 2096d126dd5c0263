package org.threeshift.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.cohort.ImportProblem.Code;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.csv.CsvFile;

class ImportReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_table_is_read_whatever_parts_its_cells(String separator) {
        String text =
                "Name,E-Mail,Pronouns,Zone,Target role\n\"Solheim, Ingrid\",INGRID@example.org,she/her,Europe/Oslo,Head of brand\n"
                        .replace(",", separator)
                        .replace("Solheim" + separator, "Solheim,");
        ImportTable table = ImportReader.read(text);
        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).hasSize(1);
        ImportRow row = table.rows().getFirst();
        assertThat(row.email()).isEqualTo("ingrid@example.org");
        assertThat(row.about()).isEqualTo(new About("Solheim, Ingrid", "she/her", "Europe/Oslo", "Head of brand"));
        assertThat(row.bad()).isFalse();
    }

    @Test
    void a_file_is_read_however_a_spreadsheet_saved_it() {
        String text = "name;email\nÉlodie Marchand;e@example.org\n";
        Charset windows = Charset.forName("windows-1252");
        for (byte[] file : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(windows))) {
            assertThat(CsvFile.text(file)).isEqualTo(text);
        }
    }

    @Test
    void a_workbook_is_called_what_it_is_and_does_not_come_back() {
        ImportTable table =
                ImportReader.read(CsvFile.text(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, (byte) 0xe9}));
        assertThat(table.problems()).extracting(ImportProblem::code).containsExactly(Code.NO_TEXT);
        assertThat(table.text()).isEmpty();
    }

    /** Each bad row of one table, by its line and what is wrong there. */
    @ParameterizedTest(name = "{0} is wrong by {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,a@example.org                           | NAME_MISSING
            `Ada,`                                   | EMAIL_MISSING
            Ada,ada                                  | EMAIL_MALFORMED
            Ada,a@example.org,,Mars/Base             | ZONE_UNKNOWN
            Ada,a@example.org,x40                    | PRONOUNS_TOO_LONG
            Ada,a@example.org,,,x100                 | TARGET_ROLE_TOO_LONG
            Ada,a@example.org,,,,,more               | CELLS
            Ada,BEN@example.org                      | TWICE
            x100 x,a@example.org                     | NAME_TOO_LONG
            A\u202eda,a@example.org                  | NAME_UNPRINTABLE
            Ada,a@example.org,s\u0007he              | PRONOUNS_UNPRINTABLE
            Ada,a@example.org,,,b\u202ead            | TARGET_ROLE_UNPRINTABLE
            """)
    void a_bad_row_is_named_by_its_line(String row, Code code) {
        String spelled = row.replace("x100", "x".repeat(101)).replace("x40", "x".repeat(41));
        ImportTable table =
                ImportReader.read("name,email,pronouns,zone,target role\nBen,ben@example.org\n\n" + spelled + "\n");
        assertThat(table.bad()).hasSize(1);
        assertThat(table.bad().getFirst().line()).isEqualTo(4);
        assertThat(table.bad().getFirst().problems())
                .extracting(ImportProblem::code)
                .containsExactly(code);
        assertThat(table.ready()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ` `                      | EMPTY
            name,mood\\nAda,fine     | COLUMN_MISSING
            name,email,mail\\nAda,a,b | COLUMN_TWICE
            name,email               | NO_ROWS
            name,email\\n"Ada,a@example.org | BROKEN
            """)
    void a_table_that_cannot_be_read_says_why(String text, Code code) {
        ImportTable table = ImportReader.read(text.replace("\\n", "\n"));
        assertThat(table.problems()).extracting(ImportProblem::code).containsExactly(code);
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void a_table_holds_five_hundred_people_and_no_more() {
        assertThat(ImportReader.read(table(500)).rows()).hasSize(500);
        assertThat(ImportReader.read(table(501)).problems())
                .extracting(ImportProblem::code)
                .containsExactly(Code.TOO_MANY_ROWS);
        assertThat(ImportReader.read("x".repeat(CsvFile.MOST_BYTES + 1)).problems())
                .extracting(ImportProblem::code)
                .containsExactly(Code.TOO_LARGE);
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_sentence(Code code) {
        assertThat(ImportProblem.of(code, "x").sentence()).isNotBlank().doesNotContain("{0}");
    }

    private static String table(int people) {
        return "name,email\n"
                + IntStream.range(0, people)
                        .mapToObj(number -> "Person " + number + ",p" + number + "@example.org")
                        .collect(Collectors.joining("\n"));
    }
}
