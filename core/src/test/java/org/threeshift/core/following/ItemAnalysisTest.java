package org.threeshift.core.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.following.ItemAnalysis.Answer;
import org.threeshift.core.following.SessionReport.Quality;
import org.threeshift.core.interview.model.InterviewId;

class ItemAnalysisTest {
    /**
     * Ten interviews on three questions, by hand. Question a: 1 1 2 2 3 3 4 4 5 5, b the same, c: 3 4 3 4 3 4 3 4 3 4.
     * Against a the rest is (b + c) / 2 = 2, 2.5, 2.5, 3, 3, 3.5, 3.5, 4, 4, 4.5 with mean 3.25. Deviations of a: −2 −2 −1 −1 0 0 1 1 2 2,
     * squares 20; of the rest: −1.25 −.75 −.75 −.25 −.25 .25 .25 .75 .75 1.25, squares 2 · (1.5625 + 2 · .5625 + 2 · .0625) = 5.625;
     * products: 2.5 + 1.5 + .75 + .25 + 0 + 0 + .25 + .75 + 1.5 + 2.5 = 10. So r = 10 / √(20 · 5.625) = .942809.
     * Against c the rest is a (as b equals a): products: −.5 · (−2) + .5 · (−2) … = 0, so r = 0.
     */
    @Test
    void a_question_is_compared_with_the_others_of_its_interviews() {
        var answers = new ArrayList<Answer<String>>();
        for (int number = 0; number < 10; number++) {
            answers.addAll(interview(number, 1 + number / 2, 1 + number / 2, 3 + number % 2));
        }
        Quality a = quality(answers, "a");

        assertThat(a.answers()).isEqualTo(10);
        assertThat(a.compared()).isEqualTo(10);
        assertThat(a.difficulty()).isEqualTo(0.5);
        assertThat(a.discrimination().orElseThrow()).isCloseTo(0.942809, within(1e-6));
        assertThat(quality(answers, "c").discrimination().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(quality(answers, "c").difficulty()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void nine_interviews_are_too_little_to_say() {
        var answers = new ArrayList<Answer<String>>();
        for (int number = 0; number < 9; number++) {
            answers.addAll(interview(number, 1 + number / 2, 1 + number / 2, 3));
        }
        assertThat(quality(answers, "a").discrimination()).isEmpty();
        assertThat(quality(answers, "a").compared()).isEqualTo(9);
        assertThat(quality(answers, "a").answers()).isEqualTo(9);
    }

    @Test
    void an_interview_with_one_other_question_does_not_count() {
        var answers = new ArrayList<Answer<String>>();
        for (int number = 0; number < 20; number++) {
            answers.addAll(interview(number, 1 + number % 5, 1 + number % 4));
        }
        assertThat(quality(answers, "a").discrimination()).isEmpty();
        assertThat(quality(answers, "a").compared()).isZero();
    }

    @Test
    void what_never_varies_separates_nobody_and_nothing_can_be_said() {
        var answers = new ArrayList<Answer<String>>();
        for (int number = 0; number < 20; number++) {
            answers.addAll(interview(number, 3, 1 + number % 5, 1 + number % 3));
        }
        assertThat(quality(answers, "a").discrimination()).isEmpty();
        assertThat(quality(answers, "b").discrimination()).isPresent();
    }

    private static Quality quality(List<Answer<String>> answers, String question) {
        return Optional.ofNullable(ItemAnalysis.of(answers).get(question)).orElseThrow();
    }

    private static List<Answer<String>> interview(int number, double... levels) {
        var answers = new ArrayList<Answer<String>>();
        for (int index = 0; index < levels.length; index++) {
            answers.add(
                    new Answer<>(new InterviewId(new UUID(1, number)), Character.toString('a' + index), levels[index]));
        }
        return answers;
    }
}
