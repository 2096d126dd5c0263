package org.threeshift.core.scorecard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.scorecard.Score.Scored;

/** Laws that hold for any levels by any panel. */
class ScorecardLawsTest {
    private static final Shift[] SHIFTS = Shift.values();
    private static final List<TrapJudgement> JUDGEMENTS = List.of(TrapJudgement.values());
    private static final int SHADOW = 50;

    /** Keys by interviewer, question and shift; 0 is not observed. */
    static final class Grid {
        private final int[][][] keys;

        Grid(int[][][] keys) {
            this.keys = keys;
        }

        int[][][] keys() {
            return keys;
        }

        int panel() {
            return keys.length;
        }

        int questions() {
            return keys[0].length;
        }

        Played play() {
            return play(Optional.empty());
        }

        /** @param training the levels of somebody who shadows, as of one interviewer */
        Played play(Optional<int[][]> training) {
            var questions = IntStream.range(0, questions())
                    .mapToObj(index -> Played.wide("q" + index))
                    .toArray(Question[]::new);
            var played = new Played(panel(), questions);
            training.ifPresent(_ -> played.shadow(SHADOW));
            for (int question = 0; question < questions(); question++) {
                played.pose("q" + question);
                if (training.isPresent()) {
                    train(played, "q" + question, training.get()[question]);
                }
                for (int rater = 0; rater < panel(); rater++) {
                    played.trap(
                            rater + 1, "q" + question, JUDGEMENTS.get(keys[rater][question][0] % JUDGEMENTS.size()));
                    for (int shift = 0; shift < SHIFTS.length; shift++) {
                        played.level(rater + 1, "q" + question, SHIFTS[shift], keys[rater][question][shift]);
                    }
                }
            }
            return played.publish();
        }

        private static void train(Played played, String question, int[] keys) {
            played.height(SHADOW, question, Shift.TEAM)
                    .note(SHADOW, question, "For training.")
                    .trap(SHADOW, question, TrapJudgement.FELL);
            for (int shift = 0; shift < SHIFTS.length; shift++) {
                played.level(SHADOW, question, SHIFTS[shift], keys[shift]);
            }
        }

        Grid with(int[][] another) {
            int[][][] more = Arrays.copyOf(keys, keys.length + 1);
            more[keys.length] = another;
            return new Grid(more);
        }

        Grid shuffled(Random chance) {
            var raters = new ArrayList<>(Arrays.asList(keys));
            Collections.shuffle(raters, chance);
            return new Grid(raters.toArray(int[][][]::new));
        }

        @Override
        public String toString() {
            return Arrays.deepToString(keys);
        }
    }

    @Provide
    Arbitrary<Grid> grids() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 6))
                .as((panel, questions) -> Arbitraries.integers()
                        .between(0, 5)
                        .array(int[].class)
                        .ofSize(SHIFTS.length)
                        .array(int[][].class)
                        .ofSize(questions)
                        .array(int[][][].class)
                        .ofSize(panel)
                        .map(Grid::new))
                .flatMap(grid -> grid);
    }

    @Property(tries = 150)
    void a_score_lies_within_the_scale_and_inside_its_band(@ForAll("grids") Grid grid) {
        for (ShiftCard card : grid.play().scorecard().shifts()) {
            if (card.score() instanceof Scored(var mean, var band, var basis)) {
                assertThat(mean).isBetween(1.0, 5.0);
                assertThat(band.low()).isBetween(1.0, mean);
                assertThat(band.high()).isBetween(mean, 5.0);
                assertThat(basis.levels()).isGreaterThanOrEqualTo(Score.LEAST_LEVELS);
            } else {
                assertThat(card.score().basis().levels()).isLessThan(Score.LEAST_LEVELS);
            }
        }
    }

    @Property(tries = 100)
    void the_order_in_which_different_raters_wrote_moves_nothing(@ForAll("grids") Grid grid, @ForAll Random chance) {
        Played played = grid.play();

        Scorecard other = played.scorecard(interleaved(played.events(), chance), Optional.empty());

        assertThat(other).isEqualTo(played.scorecard());
    }

    @Property(tries = 100)
    void scores_do_not_depend_on_which_interviewer_gave_which_levels(
            @ForAll("grids") Grid grid, @ForAll Random chance) {
        Scorecard one = grid.play().scorecard();
        Scorecard other = grid.shuffled(chance).play().scorecard();

        for (Shift shift : SHIFTS) {
            assertThat(other.on(shift).score()).isEqualTo(one.on(shift).score());
        }
        assertThat(other.headline()).isEqualTo(one.headline());
        assertThat(other.practice()).isEqualTo(one.practice());
    }

    @Property(tries = 100)
    void an_interviewer_who_observed_nothing_moves_no_score(@ForAll("grids") Grid grid) {
        Scorecard without = grid.play().scorecard();
        Scorecard with =
                grid.with(new int[grid.questions()][SHIFTS.length]).play().scorecard();

        for (Shift shift : SHIFTS) {
            assertThat(with.on(shift).score().value())
                    .isEqualTo(without.on(shift).score().value());
            assertThat(with.on(shift).score().basis().levels())
                    .isEqualTo(without.on(shift).score().basis().levels());
        }
    }

    @Property(tries = 150)
    void a_scorecard_is_unmoved_by_any_shadow(@ForAll("grids") Grid grid, @ForAll Random chance) {
        int[][] training = anyLevels(grid, chance);

        Scorecard with = grid.play(Optional.of(training)).scorecard();

        assertThat(with).isEqualTo(grid.play().scorecard());
    }

    @Property(tries = 100)
    void a_level_not_observed_on_a_question_of_its_own_changes_no_mean(@ForAll("grids") Grid grid) {
        int[][][] more = Arrays.stream(grid.keys())
                .map(ofOne -> {
                    int[][] longer = Arrays.copyOf(ofOne, ofOne.length + 1);
                    longer[ofOne.length] = new int[SHIFTS.length];
                    return longer;
                })
                .toArray(int[][][]::new);
        Scorecard with = new Grid(more).play().scorecard();
        Scorecard without = grid.play().scorecard();

        for (Shift shift : SHIFTS) {
            assertThat(with.on(shift).score().value())
                    .isEqualTo(without.on(shift).score().value());
            assertThat(with.on(shift).raters()).isEqualTo(without.on(shift).raters());
            if (with.on(shift).score() instanceof Scored(var _, var band, var _)
                    && without.on(shift).score() instanceof Scored(var _, var before, var _)) {
                assertThat(band).isEqualTo(before);
            }
        }
    }

    @Property(tries = 150)
    void a_panels_band_is_never_narrower_than_the_one_over_its_questions(@ForAll("grids") Grid grid) {
        Scorecard card = grid.play().scorecard();
        for (Shift shift : SHIFTS) {
            if (card.on(shift).score() instanceof Scored(var mean, var band, var _)) {
                List<Double> means =
                        Working.of(card, shift).means().stream().sorted().toList();
                assertThat(band.reach())
                        .isGreaterThanOrEqualTo(Band.around(mean, means).reach());
                if (band.method() == Band.Method.PANEL) {
                    assertThat(grid.panel()).isGreaterThanOrEqualTo(TwoWay.LEAST_INTERVIEWERS);
                    assertThat(grid.questions()).isGreaterThanOrEqualTo(TwoWay.LEAST_QUESTIONS);
                }
            }
        }
    }

    @Property(tries = 100)
    void a_replay_tells_the_same_numbers(@ForAll("grids") Grid grid) {
        Played played = grid.play();
        var published = (Interview.Published) Evolve.fold(played.events());

        for (Shift shift : SHIFTS) {
            assertThat(Figures.score(published, shift))
                    .isEqualTo(played.scorecard().on(shift).score());
        }
        assertThat(new Figures().lines(new InterviewId(new UUID(1, 1)), published))
                .hasSize(SHIFTS.length)
                .allMatch(line -> line.startsWith("score "));
    }

    @Property(tries = 100)
    void the_levels_on_the_sheets_add_up_to_every_score(@ForAll("grids") Grid grid) {
        Scorecard card = grid.play().scorecard();
        for (Shift shift : SHIFTS) {
            Working working = Working.of(card, shift);
            card.on(shift)
                    .score()
                    .value()
                    .ifPresent(score -> assertThat(working.means().stream()
                                    .mapToDouble(mean -> mean)
                                    .average()
                                    .orElseThrow())
                            .isCloseTo(score, within(1e-12)));
            assertThat(working.lines().stream()
                            .flatMap(line -> line.given().stream())
                            .filter(given -> given.level().value().isPresent())
                            .count())
                    .isEqualTo(card.on(shift).score().basis().levels());
        }
    }

    /** Otherwise the law above would hold for a play in which the shadow writes nothing. */
    @Property(tries = 100)
    void the_same_levels_of_an_interviewer_are_on_the_scorecard(@ForAll("grids") Grid grid, @ForAll Random chance) {
        int[][] levels = anyLevels(grid, chance);

        Scorecard with = grid.with(levels).play().scorecard();

        assertThat(with).isNotEqualTo(grid.play().scorecard());
        for (Shift shift : SHIFTS) {
            assertThat(with.on(shift).raters()).hasSize(grid.panel() + 1);
        }
    }

    private static int[][] anyLevels(Grid grid, Random chance) {
        return IntStream.range(0, grid.questions())
                .mapToObj(_ -> chance.ints(SHIFTS.length, 0, Level.HIGHEST + 1).toArray())
                .toArray(int[][]::new);
    }

    @Property(tries = 100)
    void raising_one_level_never_lowers_a_score(@ForAll("grids") Grid grid, @ForAll Random chance) {
        int rater = chance.nextInt(grid.panel());
        int question = chance.nextInt(grid.questions());
        int shift = chance.nextInt(SHIFTS.length);
        int key = grid.keys()[rater][question][shift];
        if (key == 0 || key == Level.HIGHEST) {
            return;
        }
        double before = score(grid, SHIFTS[shift]);
        grid.keys()[rater][question][shift] = key + 1;

        assertThat(score(grid, SHIFTS[shift])).isGreaterThanOrEqualTo(before);
    }

    private static double score(Grid grid, Shift shift) {
        return grid.play().scorecard().on(shift).score().value().orElse(0);
    }

    private static boolean commutes(Recorded recorded) {
        return recorded.event() instanceof InterviewEvent.Rated
                || recorded.event() instanceof InterviewEvent.TrapJudged;
    }

    /** Each rater's own ratings and judgements stay in their order; those of different raters are mixed anew after the last question. */
    private static List<Recorded> interleaved(List<Recorded> events, Random chance) {
        List<ArrayDeque<Recorded>> waiting = new ArrayList<>(events.stream()
                .filter(ScorecardLawsTest::commutes)
                .collect(groupingBy(Recorded::actor, toCollection(ArrayDeque::new)))
                .values());
        var mixed = new ArrayList<Recorded>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof InterviewEvent.Finished) {
                while (!waiting.isEmpty()) {
                    mixed.add(waiting.get(chance.nextInt(waiting.size())).removeFirst());
                    waiting.removeIf(ArrayDeque::isEmpty);
                }
            }
            if (!commutes(recorded)) {
                mixed.add(recorded);
            }
        }
        return mixed;
    }
}
