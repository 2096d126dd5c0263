package org.threeshift.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.QuestionCard;
import org.threeshift.core.scorecard.QuestionCard.ShiftLevels;
import org.threeshift.core.scorecard.SampleScorecards;
import org.threeshift.core.scorecard.Scorecard;

class LevelsTableTest {
    private final Scorecard card = SampleScorecards.random(11);

    @Test
    void what_is_not_observed_is_told_apart_from_what_was_never_given_and_neither_is_a_number() {
        List<List<String>> rows = CsvRows.of(LevelsTable.csv(card, SampleScorecards.names()));

        assertThat(rows.stream().map(row -> row.get(9)).distinct())
                .containsExactlyInAnyOrder("state", "observed", "not_observed", "missing");
        assertThat(rows.stream().skip(1))
                .allSatisfy(row ->
                        assertThat(row.get(10).isEmpty()).isEqualTo(!row.get(9).equals("observed")));
        assertThat(rows).allMatch(row -> row.size() == 11);
    }

    @Test
    void there_is_a_row_for_each_question_shift_and_interviewer() {
        long judgements = card.questions().stream()
                        .mapToLong(question -> question.shifts().size())
                        .sum()
                * card.interviewers().size();

        assertThat(CsvRows.of(LevelsTable.csv(card, Map.of())).stream()
                        .filter(row -> row.get(6).equals("interviewer")))
                .hasSize((int) judgements);
    }

    @Test
    void each_given_level_stands_there_as_it_was_given() {
        List<List<String>> rows = CsvRows.of(LevelsTable.csv(card, Map.of()));
        for (QuestionCard question : card.questions()) {
            for (ShiftLevels levels : question.shifts()) {
                levels.given()
                        .forEach(given -> assertThat(rows)
                                .anySatisfy(row -> assertThat(row)
                                        .contains(
                                                question.question().id(),
                                                levels.shift().name(),
                                                given.interviewer().toString(),
                                                given.level() == Level.NOT_OBSERVED
                                                        ? "not_observed"
                                                        : Integer.toString(
                                                                given.level().key()))));
            }
        }
    }

    @Test
    void a_name_that_a_spreadsheet_would_compute_is_no_formula() {
        Map<PersonId, String> names = new HashMap<>(SampleScorecards.names());
        names.replaceAll((_, _) -> "=HYPERLINK(\"http://example.org\",\"x\")\r\n");

        assertThat(CsvRows.of(LevelsTable.csv(card, names)).stream().skip(1))
                .allSatisfy(row -> assertThat(row.get(8)).startsWith("'="));
    }
}
