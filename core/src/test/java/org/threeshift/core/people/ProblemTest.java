package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void every_problem_has_a_sentence_and_every_sentence_a_problem() {
        ResourceBundle sentences = ResourceBundle.getBundle("org.threeshift.core.people.problems", Locale.ENGLISH);
        assertThat(Arrays.stream(Problem.values()).map(Problem::key)).hasSameElementsAs(sentences.keySet());
        assertThat(Arrays.stream(Problem.values()).map(Problem::sentence)).allMatch(sentence -> sentence.endsWith("."));
    }
}
