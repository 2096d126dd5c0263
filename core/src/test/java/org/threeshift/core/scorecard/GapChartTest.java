package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.threeshift.core.rubric.Shift.ACCOUNTABILITY;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.rubric.Shift.TEAM;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.threeshift.core.scorecard.GapChart.Track;
import org.threeshift.core.scorecard.Score.Basis;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;
import org.xml.sax.InputSource;

class GapChartTest {
    private static final Basis BASIS = new Basis(5, 5, 10, 0, 2);

    @Test
    void the_picture_says_in_words_what_it_shows() {
        assertThat(full().wide())
                .contains("role=\"img\"", "aria-labelledby=\"chart-gap-wide-title chart-gap-wide-desc\"")
                .contains("Strategy: 3.6, band 3.1 to 4.1, your own score 4.2, last time 2.9.")
                .contains("Accountability: 2.7, band 2.2 to 3.2.")
                .contains("Team: too little to say.");
    }

    @Test
    void the_table_behind_it_holds_every_number() {
        assertThat(full().rows())
                .containsExactly(
                        new GapChart.Row(
                                STRATEGY,
                                "Strategy",
                                "3.6",
                                "3.1 to 4.1",
                                "5 questions, 10 levels, 2 interviewers",
                                "4.2",
                                "2.9"),
                        new GapChart.Row(
                                ACCOUNTABILITY,
                                "Accountability",
                                "2.7",
                                "2.2 to 3.2",
                                "5 questions, 10 levels, 2 interviewers",
                                "",
                                ""),
                        new GapChart.Row(
                                TEAM, "Team", "too little to say", "", "1 question, 2 levels, 1 interviewer", "", ""));
    }

    @Test
    void without_a_score_there_is_no_solid_marker() {
        assertThat(markers(full().wide())).isEqualTo(2);
        assertThat(markers(full().narrow())).isEqualTo(2);
        assertThat(markers(full().row())).isEqualTo(2);
    }

    @Test
    void an_earlier_score_that_has_not_moved_is_not_shown() {
        assertThat(full().showsBefore()).isTrue();
        assertThat(team(4, OptionalDouble.of(4)).showsBefore()).isFalse();
        assertThat(team(4, OptionalDouble.empty()).showsBefore()).isFalse();
        assertThat(team(4, OptionalDouble.of(3.9)).showsBefore()).isTrue();
    }

    private static GapChart team(double score, OptionalDouble previous) {
        return new GapChart(
                "chart",
                true,
                List.of(new Track(TEAM, new Scored(score, new Band(1, 5), BASIS), OptionalDouble.empty(), previous)));
    }

    @Test
    void no_style_attribute_breaks_the_sites_policy() {
        assertThat(full().figure() + full().row()).doesNotContain("style=").doesNotContain("<style");
    }

    @Test
    void every_form_is_well_formed_and_no_id_comes_twice() throws Exception {
        String page = "<main>" + full().figure() + full().row() + "</main>";
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(ids).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void an_id_that_could_break_out_of_its_attribute_is_refused() {
        assertThatThrownBy(() -> new GapChart("a\"b", true, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void no_text_leaves_the_picture_or_lies_on_another(
            @ForAll @DoubleRange(min = 1, max = 5) double score,
            @ForAll @DoubleRange(min = 1, max = 5) double self,
            @ForAll @DoubleRange(min = 1, max = 5) double previous) {
        var chart = new GapChart(
                "chart",
                true,
                List.of(new Track(
                        STRATEGY,
                        new Scored(score, new Band(1, 5), BASIS),
                        OptionalDouble.of(self),
                        OptionalDouble.of(previous))));

        assertThat(overlaps(chart.wide(), 760)).isEmpty();
        assertThat(overlaps(chart.narrow(), 340)).isEmpty();
    }

    @Test
    void a_label_on_another_would_be_noticed() {
        String colliding = "<text class=\"a\" x=\"100\" y=\"20\" font-size=\"15\" text-anchor=\"middle\">one</text>"
                + "<text class=\"b\" x=\"110\" y=\"22\" font-size=\"15\" text-anchor=\"middle\">two</text>";
        String outside =
                "<text class=\"a\" x=\"750\" y=\"20\" font-size=\"15\" text-anchor=\"start\">you said 4.2</text>";

        assertThat(overlaps(colliding, 760)).hasSize(1);
        assertThat(overlaps(outside, 760)).hasSize(1);
    }

    private static GapChart full() {
        return new GapChart(
                "chart",
                true,
                List.of(
                        new Track(
                                STRATEGY,
                                new Scored(3.6, new Band(3.1, 4.1), BASIS),
                                OptionalDouble.of(4.2),
                                OptionalDouble.of(2.9)),
                        new Track(
                                ACCOUNTABILITY,
                                new Scored(2.7, new Band(2.2, 3.2), BASIS),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        new Track(
                                TEAM,
                                new TooLittle(new Basis(1, 1, 2, 0, 1)),
                                OptionalDouble.empty(),
                                OptionalDouble.empty())));
    }

    private static long markers(String svg) {
        return Pattern.compile("class=\"gap-now\"").matcher(svg).results().count();
    }

    /** What is wrong with the texts of a picture, by boxes of half a size a character. */
    private static List<String> overlaps(String svg, double width) {
        List<Box> boxes = Pattern.compile(
                        "<text class=\"[^\"]*\" x=\"([^\"]+)\" y=\"([^\"]+)\" font-size=\"([^\"]+)\" text-anchor=\"(\\w+)\">([^<]*)<")
                .matcher(svg)
                .results()
                .map(Box::of)
                .toList();
        var wrong = new HashSet<String>();
        for (int one = 0; one < boxes.size(); one++) {
            if (boxes.get(one).left() < -1 || boxes.get(one).right() > width + 1) {
                wrong.add(boxes.get(one) + " leaves the picture");
            }
            for (int other = one + 1; other < boxes.size(); other++) {
                if (boxes.get(one).meets(boxes.get(other))) {
                    wrong.add(boxes.get(one) + " lies on " + boxes.get(other));
                }
            }
        }
        return List.copyOf(wrong);
    }

    private record Box(String words, double left, double right, double top, double bottom) {
        static Box of(MatchResult match) {
            double x = Double.parseDouble(match.group(1));
            double baseline = Double.parseDouble(match.group(2));
            double size = Double.parseDouble(match.group(3));
            double width = match.group(5).length() * size * 0.5;
            double left = switch (match.group(4)) {
                case "start" -> x;
                case "end" -> x - width;
                default -> x - width / 2;
            };
            return new Box(match.group(5), left, left + width, baseline - size * 0.75, baseline);
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
