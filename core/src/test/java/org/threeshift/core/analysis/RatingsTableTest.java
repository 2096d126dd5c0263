package org.threeshift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeshift.core.analysis.TableProblem.Code;

class RatingsTableTest {
    private static final List<Rating> TWO =
            List.of(new Rating("Ada, B.", "", "Dana", 4), new Rating("Ada, B.", "", "Eli", 2.5));

    @Test
    void commas_semicolons_and_tabs_quotes_line_ends_and_marks_all_say_the_same() {
        for (String text : List.of(
                "subject,rater,level\n\"Ada, B.\",Dana,4\n\"Ada, B.\",Eli,2.5\n",
                "Subject;RATER;Level\r\n\"Ada, B.\";Dana;4\r\n\"Ada, B.\";Eli;2,5\r\n",
                "rater\tlevel\tsubject\nDana\t4\tAda, B.\n\nEli\t2.5\tAda, B.",
                "subject,comment,rater,level\n\"Ada, B.\",\"said \"\"no\"\"\",Dana,4\n\"Ada, B.\",,Eli,25e-1\n")) {
            RatingsTable table = RatingsTable.read(text);
            assertThat(table.problems()).as(text).isEmpty();
            assertThat(table.ratings()).as(text).containsExactlyInAnyOrderElementsOf(TWO);
        }
    }

    @Test
    void an_item_makes_a_unit_of_its_own() {
        RatingsTable table = RatingsTable.read("subject,item,rater,level\nAda,budget,Dana,4\nAda,team,Dana,3\n");
        assertThat(table.ratings())
                .containsExactly(new Rating("Ada", "budget", "Dana", 4), new Rating("Ada", "team", "Dana", 3));
    }

    @Test
    void an_empty_level_is_missing_and_no_zero() {
        RatingsTable table = RatingsTable.read("subject,rater,level\nAda,Dana,\nAda,Eli,NA\nBo,Dana,0\nBo,Eli");
        assertThat(table.ratings()).containsExactly(new Rating("Bo", "", "Dana", 0));
        assertThat(table.missing()).isEqualTo(3);
    }

    @Test
    void every_bad_line_is_named() {
        RatingsTable table = RatingsTable.read("""
                subject,rater,level
                Ada,Dana,four
                ,Dana,3
                Ada,,3
                Ada,Eli,3
                Ada,Eli,4
                Bo,Eli,1e9
                Bo,Dana,3,4
                Cy,Dana,3
                """);
        assertThat(table.good()).isFalse();
        assertThat(table.problems())
                .extracting(problem -> problem.line().orElse(0) + " " + problem.code())
                .containsExactly(
                        "2 LEVEL_NO_NUMBER",
                        "3 SUBJECT_MISSING",
                        "4 RATER_MISSING",
                        "6 TWICE",
                        "7 LEVEL_TOO_FAR",
                        "8 CELLS");
        assertThat(table.problems().get(3).sentence()).isEqualTo("This rater has rated the same in line 5 already.");
        assertThat(table.problems().getFirst().sentence()).startsWith("“four” is no level.");
    }

    @Test
    void what_is_no_table_says_why() {
        assertThat(code("")).isEqualTo(Code.EMPTY);
        assertThat(code(",,\n")).isEqualTo(Code.EMPTY);
        assertThat(code("subject,rater,level")).isEqualTo(Code.NO_ROWS);
        assertThat(code("subject,rater\nAda,Dana\n")).isEqualTo(Code.COLUMN_MISSING);
        assertThat(code("subject,rater,level,level\nAda,Dana,1,2\n")).isEqualTo(Code.COLUMN_TWICE);
        assertThat(code("subject,rater,level\n\"Ada,Dana,1\n")).isEqualTo(Code.BROKEN);
        assertThat(code("x".repeat(1024 * 1024 + 1))).isEqualTo(Code.TOO_LARGE);
        assertThat(code("subject,rater,level\n" + "a,b,\n".repeat(RatingsTable.MOST_ROWS + 1)))
                .isEqualTo(Code.TOO_MANY_ROWS);
    }

    @Test
    void no_more_problems_are_listed_than_anybody_reads_and_all_are_counted() {
        RatingsTable table = RatingsTable.read("subject,rater,level\n" + "Ada,Dana,x\n".repeat(500));
        assertThat(table.problems()).hasSize(RatingsTable.MOST_PROBLEMS);
        assertThat(table.wrong()).isEqualTo(999);
    }

    @Test
    void every_problem_has_its_sentence() {
        for (Code code : Code.values()) {
            assertThat(TableProblem.of(code, "1").sentence())
                    .as(code.name())
                    .endsWith(".")
                    .doesNotContain("{");
        }
    }

    private static Code code(String text) {
        return RatingsTable.read(text).problems().getFirst().code();
    }
}
