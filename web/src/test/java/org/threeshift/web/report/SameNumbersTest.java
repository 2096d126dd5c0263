package org.threeshift.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.scorecard.SampleScorecards;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.web.api.ScorecardJsons;
import org.threeshift.web.page.RealPages;
import org.threeshift.web.paper.Paper;
import org.threeshift.web.paper.Papers;
import org.threeshift.web.paper.Pdf;
import tools.jackson.databind.JsonNode;

/**
 * The page, the PDF, the JSON and the CSV of one scorecard say the same numbers. What is expected on page and paper is written
 * here from JSON and CSV alone, rounded by arithmetic of its own.
 */
class SameNumbersTest {
    private static final Papers PAPERS = new Papers();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[+−]?\\d+(?:[.:,]\\d+)*%?");
    private static final List<String> SHIFTS = List.of("STRATEGY", "ACCOUNTABILITY", "TEAM");
    private static final String NONE = "–";

    /** One scorecard in its four forms. */
    private record Forms(String page, String paper, JsonNode json, List<List<String>> csv) {
        static Forms of(Scorecard card) {
            byte[] file = PAPERS.pdf(
                            "paper/scorecard",
                            Map.of(
                                    "sheet",
                                    ScorecardPages.own(card),
                                    "beside",
                                    Optional.empty(),
                                    "moments",
                                    RealPages.moments(),
                                    "paper",
                                    Paper.A4),
                            Paper.A4)
                    .orElseThrow();
            try (Pdf pdf = Pdf.of(file)) {
                return new Forms(
                        ScorecardPages.words(card),
                        pdf.words(),
                        ScorecardJsons.of(card, SampleScorecards.names()),
                        CsvRows.of(LevelsTable.csv(card, SampleScorecards.names())));
            }
        }
    }

    @ParameterizedTest(name = "interview {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void page_paper_json_and_csv_say_the_same_numbers(long seed) {
        Forms forms = Forms.of(SampleScorecards.random(seed));
        List<String> rows = rows(forms);

        assertThat(rows).hasSizeGreaterThan(4);
        assertThat(missing(rows, forms.page())).as("not on the page").isEmpty();
        assertThat(missing(rows, forms.paper())).as("not on paper").isEmpty();
        assertThat(numbers(forms.paper())).as("on paper, and on the page").isEqualTo(numbers(forms.page()));
        assertThat(wrongMeans(forms)).isEmpty();
    }

    @Test
    void a_number_that_differs_in_its_last_digit_is_found_out() {
        Forms forms = Forms.of(SampleScorecards.full(3));
        String row = rows(forms).stream()
                .filter(one -> one.matches("Strategy \\d.*"))
                .findFirst()
                .orElseThrow();
        String digit = row.substring("Strategy 1.".length(), "Strategy 1.".length() + 1);
        String other = row.replaceFirst("\\." + digit, "." + (digit.equals("9") ? "8" : "9"));

        assertThat(missing(List.of(row), forms.paper())).isEmpty();
        assertThat(missing(List.of(other), forms.paper())).containsExactly(other);
        assertThat(numbers(forms.paper() + " 7.77")).isNotEqualTo(numbers(forms.page()));
    }

    /** The rows of every table that both page and paper hold, as JSON and CSV would have them. */
    private static List<String> rows(Forms forms) {
        var rows = new ArrayList<String>();
        JsonNode json = forms.json();
        for (JsonNode shift : json.get("shifts")) {
            rows.add(chartRow(shift));
        }
        for (JsonNode interviewer : json.get("interviewers")) {
            String id = interviewer.get("id").asString();
            rows.add(interviewer.get("name").asString() + " "
                    + all(
                            json.get("shifts"),
                            shift -> mean(measure(find(
                                            shift.get("byInterviewer"),
                                            rater -> rater.get("interviewer")
                                                    .asString()
                                                    .equals(id))
                                    .get("mean")))));
        }
        if (!json.get("selfScoreWaived").asBoolean()) {
            rows.add("You " + all(json.get("shifts"), shift -> mean(measure(shift.get("self")))));
            rows.add("You, compared with them "
                    + all(json.get("shifts"), shift -> signed(measure(shift.get("selfGap")))));
        }
        for (JsonNode skill : json.get("skills")) {
            JsonNode score = skill.get("score");
            rows.add((score.get("score").isNull() ? nothing(score) : one(score.get("score"))) + " "
                    + count(score.get("questions").asInt(), "question") + ", "
                    + count(score.get("levels").asInt(), "level"));
        }
        if (json.get("interviewers").size() > 1) {
            givenRows(forms, rows);
        }
        return rows;
    }

    private static String chartRow(JsonNode shift) {
        JsonNode score = shift.get("score");
        boolean scored = !score.get("score").isNull();
        return "%s %s %s %s %s %s"
                .formatted(
                        capital(shift.get("shift").asString()),
                        scored ? one(score.get("score")) : nothing(score),
                        scored ? one(score.get("bandLow")) + " to " + one(score.get("bandHigh")) : NONE,
                        mean(measure(shift.get("self"))),
                        mean(measure(shift.get("previous"))),
                        score.get("levels").asInt() == 0
                                ? NONE
                                : count(score.get("questions").asInt(), "question") + ", "
                                        + count(score.get("levels").asInt(), "level") + ", "
                                        + count(score.get("interviewers").asInt(), "interviewer"));
    }

    /** Who gave what, from the CSV. */
    private static void givenRows(Forms forms, List<String> rows) {
        forms.csv().stream()
                .skip(1)
                .filter(row -> row.get(6).equals("interviewer") && !row.get(9).equals("missing"))
                .collect(Collectors.groupingBy(
                        row -> row.get(1) + row.get(5),
                        Collectors.mapping(
                                row -> row.get(8) + " "
                                        + (row.get(9).equals("observed") ? row.get(10) : "not observed"),
                                Collectors.joining(", "))))
                .values()
                .forEach(rows::add);
    }

    /** Means in the JSON that are not, to the last bit, those of the levels in the CSV. */
    private static List<String> wrongMeans(Forms forms) {
        var wrong = new ArrayList<String>();
        for (JsonNode question : forms.json().get("questions")) {
            for (JsonNode shift : question.get("shifts")) {
                var mean = forms.csv().stream()
                        .skip(1)
                        .filter(row -> row.get(1).equals(question.get("number").asString())
                                && row.get(5).equals(shift.get("shift").asString())
                                && row.get(6).equals("interviewer")
                                && row.get(9).equals("observed"))
                        .mapToInt(row -> Integer.parseInt(row.get(10)))
                        .average();
                JsonNode said = measure(shift.get("mean"));
                if (mean.isPresent() ? said.isNull() || said.asDouble() != mean.getAsDouble() : !said.isNull()) {
                    wrong.add(question.get("id").asString() + ": " + said + " instead of " + mean);
                }
            }
        }
        return wrong;
    }

    private static List<String> missing(List<String> rows, String words) {
        return rows.stream().filter(row -> !words.contains(row)).toList();
    }

    private static Set<String> numbers(String words) {
        return NUMBER.matcher(words).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode measure(JsonNode node) {
        return node.get("value");
    }

    private static String mean(JsonNode value) {
        return value.isNull() ? NONE : one(value);
    }

    private static String signed(JsonNode value) {
        if (value.isNull() || one(value).matches("-?0\\.0")) {
            return value.isNull() ? NONE : "0.0";
        }
        return value.asDouble() < 0 ? one(value).replace("-", "−") : "+" + one(value);
    }

    /** One digit after the point, halves up. */
    private static String one(JsonNode value) {
        return new BigDecimal(value.asString())
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String nothing(JsonNode score) {
        return switch (score.get("reason").asString()) {
            case "NOT_PROBED" -> "not asked about";
            case "NOT_OBSERVED" -> "not observed";
            default -> "too little to say";
        };
    }

    private static String count(int number, String thing) {
        return number == 0 ? "no " + thing : number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String capital(String shift) {
        assertThat(SHIFTS).contains(shift);
        return shift.charAt(0) + shift.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String all(JsonNode nodes, java.util.function.Function<JsonNode, String> words) {
        return StreamSupport.stream(nodes.spliterator(), false).map(words).collect(Collectors.joining(" "));
    }

    private static JsonNode find(JsonNode nodes, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
