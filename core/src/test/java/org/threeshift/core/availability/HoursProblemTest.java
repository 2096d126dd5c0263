package org.threeshift.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HoursProblemTest {
    @Test
    void every_problem_has_a_sentence_and_every_sentence_a_problem() {
        ResourceBundle sentences = ResourceBundle.getBundle("org.threeshift.core.availability.hours", Locale.ENGLISH);
        assertThat(Arrays.stream(HoursProblem.values()).map(HoursProblem::key)).hasSameElementsAs(sentences.keySet());
        assertThat(Arrays.stream(HoursProblem.values()).map(HoursProblem::sentence))
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
