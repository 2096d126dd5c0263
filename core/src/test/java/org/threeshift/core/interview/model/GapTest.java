package org.threeshift.core.interview.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.interview.model.Interview.SelfScore;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** Every gap in the tables is computed by hand. */
class GapTest {
    private static final String QUESTION = "budget";

    @ParameterizedTest(name = "interviewers {0}, self {1}: {2} by {3}")
    @CsvSource(nullValues = "none", textBlock = """
            # interviewers, self, between,               levels
            '4',            2,    SELF_AND_INTERVIEWERS, 2
            '4',            4,    none,                  0
            '4',            3,    SELF_AND_INTERVIEWERS, 1
            '4,5',          4,    INTERVIEWERS,          1
            '4,5',          5,    INTERVIEWERS,          1
            '3,4,5',        4,    INTERVIEWERS,          2
            '4,4,5',        4,    INTERVIEWERS,          1
            '4,4,4',        3,    SELF_AND_INTERVIEWERS, 1
            '1,4',          4,    INTERVIEWERS,          3
            '4,5',          1,    SELF_AND_INTERVIEWERS, 3.5
            '2,4',          5,    SELF_AND_INTERVIEWERS, 2
            '1,5',          1,    INTERVIEWERS,          4
            '1,1',          5,    SELF_AND_INTERVIEWERS, 4
            '2',            none, none,                  0
            '2,4',          none, INTERVIEWERS,          2
            '2,0',          4,    SELF_AND_INTERVIEWERS, 2
            '0,0',          5,    none,                  0
            '5,0',          0,    none,                  0
            '5,1',          0,    INTERVIEWERS,          4
            """)
    void a_gap_is_the_wider_of_the_two(String given, Integer self, Between between, double levels) {
        List<Gap> gaps = widest(levels(given), Optional.ofNullable(self));
        if (between == null) {
            assertThat(gaps).isEmpty();
        } else {
            assertThat(gaps).containsExactly(new Gap(QUESTION, Shift.TEAM, between, levels));
        }
    }

    @Test
    void a_mean_between_two_levels_is_not_rounded() {
        assertThat(widest(levels("4,4,5"), Optional.of(2)))
                .singleElement()
                .satisfies(gap -> assertThat(gap.levels()).isEqualTo(13 / 3.0 - 2, within(1e-9)));
    }

    @Test
    void five_at_most_the_widest_first_and_equal_ones_in_the_order_of_posing() {
        var items = new ArrayList<AgendaItem>();
        Course course = Course.begun(Rehearsal.START);
        Sheet sheet = Sheet.blank(Rehearsal.HOST);
        var self = new ArrayList<SelfRating>();
        // Self minus the one interviewer: 1, 3, 2, 3, 1, 4, 0.
        int[] own = {2, 4, 3, 4, 2, 5, 1};
        for (int number = own.length - 1; number >= 0; number--) {
            items.add(new AgendaItem("q" + number, "Q", List.of(Shift.TEAM), List.of(), 5));
        }
        for (int number = 0; number < own.length; number++) {
            course = course.pose("q" + number, Rehearsal.START.plus(Duration.ofMinutes(number)));
            sheet = sheet.rated("q" + number, Shift.TEAM, Level.ONE);
            self.add(new SelfRating("q" + number, Shift.TEAM, Level.ofKey(own[number])));
        }
        var agenda = new Agenda("bank", 1, "round", "Round", 20, items);
        assertThat(Gap.widest(List.of(sheet), score(self), agenda, course))
                .extracting(Gap::questionId)
                .containsExactly("q5", "q1", "q3", "q2", "q0");
    }

    @Test
    void what_was_not_posed_makes_no_gap() {
        Rehearsal talking = Rehearsal.talking();
        assertThat(Gap.widest(
                        talking.held().counting(),
                        talking.held().selfScore(),
                        talking.held().setup().agenda(),
                        Course.begun(Rehearsal.START)))
                .isEmpty();
    }

    @Provide
    Arbitrary<List<Integer>> panels() {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(0).ofMaxSize(8);
    }

    @Property
    void a_gap_lies_between_one_and_four_levels_and_does_not_know_the_order_of_raters(
            @ForAll("panels") List<Integer> panel, @ForAll("panels") List<Integer> selfs, @ForAll Random random) {
        Optional<Integer> self = selfs.stream().findFirst();
        List<Gap> gaps = widest(panel, self);
        assertThat(gaps).hasSizeLessThanOrEqualTo(1).allMatch(gap -> gap.levels() >= 1 && gap.levels() <= 4);
        var shuffled = new ArrayList<>(panel);
        Collections.shuffle(shuffled, random);
        List<Gap> again = widest(shuffled, self);
        assertThat(again).hasSameSizeAs(gaps);
        for (int index = 0; index < gaps.size(); index++) {
            assertThat(again.get(index).between()).isEqualTo(gaps.get(index).between());
            assertThat(again.get(index).levels()).isEqualTo(gaps.get(index).levels(), within(1e-9));
        }
    }

    @Property
    void a_rater_who_observed_nothing_changes_no_gap(
            @ForAll("panels") List<Integer> panel, @ForAll("panels") List<Integer> selfs) {
        var joined = new ArrayList<>(panel);
        joined.add(0);
        Optional<Integer> self = selfs.stream().findFirst();
        assertThat(widest(joined, self)).isEqualTo(widest(panel, self));
    }

    private static List<Integer> levels(String given) {
        return List.of(given.split(",")).stream().map(Integer::valueOf).toList();
    }

    /** One question with one shift. */
    private static List<Gap> widest(List<Integer> panel, Optional<Integer> self) {
        List<Sheet> sheets = IntStream.range(0, panel.size())
                .mapToObj(index -> Sheet.blank(new PersonId(new UUID(4, index)))
                        .rated(QUESTION, Shift.TEAM, Level.ofKey(panel.get(index))))
                .toList();
        var agenda = new Agenda(
                "bank",
                1,
                "round",
                "Round",
                20,
                List.of(new AgendaItem(QUESTION, "The budget", List.of(Shift.TEAM), List.of(), 10)));
        return Gap.widest(
                sheets,
                self.flatMap(level -> score(List.of(new SelfRating(QUESTION, Shift.TEAM, Level.ofKey(level))))),
                agenda,
                Course.begun(Rehearsal.START).pose(QUESTION, Rehearsal.START));
    }

    private static Optional<SelfScore> score(List<SelfRating> ratings) {
        return Optional.of(new SelfScore(ratings, Rehearsal.START));
    }
}
