package org.threeshift.core.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.PersonId;

class CoupleTest {
    private final PersonId ada = new PersonId(new UUID(1, 1));
    private final PersonId ben = new PersonId(new UUID(1, 2));

    @Test
    void two_are_the_same_two_whoever_comes_first() {
        assertThat(new Couple(ada, ben)).isEqualTo(new Couple(ben, ada));
        assertThat(new Couple(ada, ben).has(ben)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Couple(ada, ada));
    }

    @Test
    void a_block_holds_both_ways_and_a_favour_one_way() {
        var ties = new Ties(
                Set.of(new Couple(ben, ada)), Map.of(ada, Set.of(ben)), Map.of(new Couple(ada, ben), Instant.EPOCH));
        assertThat(ties.blocked(ada, ben)).isTrue();
        assertThat(ties.blocked(ben, ada)).isTrue();
        assertThat(ties.favours(ada, ben)).isTrue();
        assertThat(ties.favours(ben, ada)).isFalse();
        assertThat(ties.met(ben, ada)).contains(Instant.EPOCH);
    }

    @Test
    void every_problem_has_a_sentence_and_every_sentence_a_problem() {
        ResourceBundle sentences = ResourceBundle.getBundle("org.threeshift.core.relations.reports", Locale.ENGLISH);
        assertThat(Arrays.stream(ReportProblem.values()).map(ReportProblem::key))
                .hasSameElementsAs(sentences.keySet());
        assertThat(Arrays.stream(ReportProblem.values()).map(ReportProblem::sentence))
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
