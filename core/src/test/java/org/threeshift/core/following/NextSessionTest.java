package org.threeshift.core.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.following.Candidates.NONE;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.following.NextSession.Past;
import org.threeshift.core.following.NextSession.Pick;
import org.threeshift.core.following.NextSession.Why;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

class NextSessionTest {
    private static final Instant NOW = Candidates.NOW;
    private static final Question BUDGET = question("budget", Shift.STRATEGY);
    private static final Question NUMBERS = question("numbers", Shift.ACCOUNTABILITY);
    private static final Question MISS = question("miss", Shift.STRATEGY, Shift.ACCOUNTABILITY);
    private static final Question PEOPLE = question("people", Shift.TEAM, Shift.ACCOUNTABILITY);
    private static final Question OWNED = question("owned", Shift.ACCOUNTABILITY);
    private static final Bank BANK = new Bank(
            "bank",
            1,
            "Bank",
            "Role",
            "",
            List.of(BUDGET, NUMBERS, MISS, PEOPLE, OWNED),
            List.of(
                    round("short", BUDGET, NUMBERS),
                    round("screen", NUMBERS, MISS, PEOPLE),
                    round("panel", NUMBERS, MISS, OWNED)));
    private static final Sitting WEAK_ON_ACCOUNTABILITY = Candidates.called("Mira")
            .scorecard(Set.of(1), NONE, 1, 3.5, 2.5, 4)
            .followed()
            .newest()
            .orElseThrow();

    @Test
    void the_round_is_the_one_never_had_that_probes_the_weakest_shift() {
        NextSession next = next(Map.of(), Map.of("screen", ago(5)));

        assertThat(next.shift()).contains(Shift.ACCOUNTABILITY);
        assertThat(next.round()).map(Round::id).contains("panel");
        assertThat(next(Map.of(), Map.of()).round()).map(Round::id).contains("screen");
        assertThat(next(Map.of(), Map.of("screen", ago(5), "panel", ago(9))).round())
                .map(Round::id)
                .contains("panel");
    }

    @Test
    void a_question_whose_trap_held_them_comes_again_after_two_weeks() {
        assertThat(next(Map.of("miss", past(14, 2, true)), Map.of()).questions())
                .contains(new Pick(MISS, Why.TRAP_HELD));
        assertThat(next(Map.of("miss", past(13, 2, true)), Map.of()).questions())
                .extracting(Pick::why)
                .containsExactly(Why.NEVER_ASKED);
        assertThat(next(Map.of("miss", past(20, 2, true), "people", past(30, 2, true)), Map.of())
                        .questions()
                        .getFirst())
                .isEqualTo(new Pick(PEOPLE, Why.TRAP_HELD));
    }

    @Test
    void a_question_that_the_round_does_not_hold_is_never_among_them() {
        NextSession next = next(Map.of("budget", past(20, 1, true)), Map.of());

        assertThat(next.bank()).isEqualTo("bank");
        assertThat(next.questions())
                .isNotEmpty()
                .allSatisfy(pick -> assertThat(next.round().orElseThrow().questions())
                        .contains(pick.question().id()));
    }

    @Test
    void then_the_lowest_on_the_weakest_shift_and_one_that_was_never_asked_each_once() {
        Map<String, Past> asked = Map.of(
                "budget", past(20, 1, false),
                "miss", past(20, 2.5, false),
                "people", past(20, 2, true));

        assertThat(next(asked, Map.of()).questions())
                .containsExactly(new Pick(PEOPLE, Why.TRAP_HELD), new Pick(NUMBERS, Why.NEVER_ASKED));
        assertThat(next(Map.of("miss", past(20, 2.5, false), "people", past(20, 3, false)), Map.of())
                        .questions())
                .containsExactly(new Pick(MISS, Why.LOWEST), new Pick(NUMBERS, Why.NEVER_ASKED));
    }

    @Test
    void before_the_first_scorecard_any_round_will_do() {
        NextSession next = NextSession.of(BANK, Optional.empty(), Map.of(), Map.of(), NOW);

        assertThat(next.shift()).isEmpty();
        assertThat(next.round()).map(Round::id).contains("short");
        assertThat(next.questions()).containsExactly(new Pick(BUDGET, Why.NEVER_ASKED));
    }

    private static NextSession next(Map<String, Past> asked, Map<String, Instant> rounds) {
        return NextSession.of(BANK, Optional.of(WEAK_ON_ACCOUNTABILITY), asked, rounds, NOW);
    }

    private static Past past(int daysAgo, double mean, boolean held) {
        return new Past(ago(daysAgo), Optional.of(mean), held);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Round round(String id, Question... questions) {
        return new Round(id, id, "", Arrays.stream(questions).map(Question::id).toList(), 60);
    }

    private static Question question(String id, Shift... shifts) {
        return new Question(
                id,
                "Title of " + id,
                "Prompt",
                "Why",
                List.of(shifts),
                Skill.FINANCIAL_LITERACY,
                List.of(),
                new Question.StrategicAnswer(List.of("part"), "Example"),
                Map.of(),
                Map.of(),
                8);
    }
}
