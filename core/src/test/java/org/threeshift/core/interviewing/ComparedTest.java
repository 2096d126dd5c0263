package org.threeshift.core.interviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.analysis.PanelAgreement;
import org.threeshift.core.interviewing.Compared.Given;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

class ComparedTest {
    private static final PersonId ADA = new PersonId(new UUID(0, 1));
    private static final PersonId BEN = new PersonId(new UUID(0, 2));
    private static final PersonId CY = new PersonId(new UUID(0, 3));

    private final List<Given> given = new ArrayList<>();

    private void answer(String interview, int question, int ada, int... others) {
        List<PersonId> people = List.of(BEN, CY);
        given.add(new Given(interview, "question-" + question, Shift.STRATEGY, ADA, ada));
        for (int at = 0; at < others.length; at++) {
            given.add(new Given(interview, "question-" + question, Shift.STRATEGY, people.get(at), others[at]));
        }
    }

    @Test
    void few_answers_or_few_interviews_say_nothing() {
        for (int question = 0; question < 9; question++) {
            answer("interview-" + question % 3, question, 3, 4);
        }
        assertThat(Compared.of(ADA, given)).isEqualTo(new Compared.TooLittle(9, 3));
        given.clear();
        for (int question = 0; question < 20; question++) {
            answer("interview-" + question % 2, question, 3, 4);
        }
        assertThat(Compared.of(ADA, given)).isEqualTo(new Compared.TooLittle(20, 2));
    }

    /** In each of three interviews four answers, Ada one level below Ben and Cy, who agree; once, all three give a 2. */
    @Test
    void somebody_stricter_is_told_by_how_much() {
        for (int interview = 0; interview < 3; interview++) {
            for (int question = 0; question < 4; question++) {
                boolean agreed = interview == 0 && question == 0;
                answer(
                        "interview-" + interview,
                        question,
                        agreed ? 2 : 1 + question,
                        agreed ? 2 : 2 + question,
                        agreed ? 2 : 2 + question);
            }
        }
        assertThat(Compared.of(ADA, given)).isInstanceOfSatisfying(Compared.Found.class, found -> {
            assertThat(found.answers()).isEqualTo(12);
            assertThat(found.interviews()).isEqualTo(3);
            assertThat(found.others()).isEqualTo(2);
            // The interviews' means are −0.75, −1 and −1: mean −0.9167, s = 0.1443, t(0.975, 2) = 4.3027.
            assertThat(found.apart()).isEqualTo(-0.9167, within(0.0001));
            assertThat(found.low()).isEqualTo(-1.2752, within(0.0001));
            assertThat(found.high()).isEqualTo(-0.5581, within(0.0001));
            assertThat(found.clear()).isTrue();
            // 1 of 12 answers, each beside both others.
            assertThat(found.same()).isEqualTo(1.0 / 12, within(1e-12));
            assertThat(found.withinOne()).isEqualTo(1);
            assertThat(found.shifts()).singleElement().satisfies(on -> {
                assertThat(on.shift()).isEqualTo(Shift.STRATEGY);
                assertThat(on.apart()).isEqualTo(-11.0 / 12, within(1e-12));
            });
            assertThat(found.agreement()).isInstanceOf(PanelAgreement.Found.class);
        });
    }

    @Test
    void somebody_now_above_now_below_is_not_clearly_either() {
        for (int question = 0; question < 12; question++) {
            answer("interview-" + question % 4, question, 3, question % 4 < 2 ? 4 : 2);
        }
        assertThat(Compared.of(ADA, given))
                .isInstanceOfSatisfying(
                        Compared.Found.class, found -> assertThat(found.clear()).isFalse());
    }

    @Test
    void what_only_one_side_scored_is_left_out() {
        for (int question = 0; question < 12; question++) {
            answer("interview-" + question % 3, question, 3, 4);
        }
        Compared before = Compared.of(ADA, given);
        given.add(new Given("interview-0", "question-99", Shift.TEAM, ADA, 5));
        given.add(new Given("interview-0", "question-98", Shift.TEAM, BEN, 1));
        given.add(new Given("interview-0", "question-98", Shift.TEAM, CY, 5));
        assertThat(Compared.of(ADA, given)).isEqualTo(before);
    }

    @Test
    void the_order_of_levels_is_irrelevant() {
        for (int question = 0; question < 15; question++) {
            answer("interview-" + question % 4, question, 1 + question % 5, 1 + question % 3, 1 + question % 4);
        }
        Compared once = Compared.of(ADA, given);
        Collections.shuffle(given, new Random(4));
        assertThat(Compared.of(ADA, given)).isEqualTo(once);
    }

    @Test
    void a_spread_leaves_out_what_was_not_observed() {
        var spread = new Interviewing.Spread(Shift.TEAM, Map.of(Level.NOT_OBSERVED, 7, Level.TWO, 1, Level.FOUR, 2));
        assertThat(spread.levels()).isEqualTo(3);
        assertThat(spread.mean().orElseThrow()).isEqualTo(10.0 / 3, within(1e-12));
        assertThat(spread.deviation().orElseThrow()).isEqualTo(Math.sqrt(4.0 / 3), within(1e-12));
        assertThat(new Interviewing.Spread(Shift.TEAM, Map.of(Level.NOT_OBSERVED, 7)).mean())
                .isEmpty();
    }
}
