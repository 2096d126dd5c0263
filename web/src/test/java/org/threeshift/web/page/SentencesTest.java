package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class SentencesTest {
    private final SentenceUses uses = SentenceUses.read(
            Path.of("src/main/resources/messages"), Path.of("src/main/jte"), Path.of("src/main/java"));

    private final SentenceUses counterexample = SentenceUses.read(
            Path.of("src/test/resources/counterexample/messages"), Path.of("src/test/resources/counterexample/jte"));

    @Test
    void every_sentence_asked_for_is_there() {
        assertThat(uses.missing()).isEmpty();
    }

    @Test
    void every_sentence_is_asked_for() {
        assertThat(uses.unused()).isEmpty();
    }

    @Test
    void every_key_begins_with_its_files_name() {
        assertThat(uses.misplaced()).isEmpty();
    }

    @Test
    void no_sentence_holds_a_straight_apostrophe() {
        assertThat(uses.withStraightApostrophe()).isEmpty();
    }

    @Test
    void every_sentence_is_a_pattern_that_can_be_filled() {
        uses.sentences()
                .forEach((key, sentence) -> assertThatCode(() -> new MessageFormat(sentence, Locale.ENGLISH))
                        .as(key)
                        .doesNotThrowAnyException());
    }

    @Test
    void the_guard_sees_what_is_missing_unused_misplaced_or_eaten() {
        assertThat(counterexample.missing()).containsExactly("story.absent", "story.none.");
        assertThat(counterexample.unused()).containsExactly("other.place", "story.forgotten");
        assertThat(counterexample.misplaced()).containsExactly("other.place");
        assertThat(counterexample.withStraightApostrophe()).containsExactly("story.eaten");
    }

    @Test
    void every_term_of_the_vocabulary_has_a_name() throws Exception {
        var texts = new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
        Stream.<Enum<?>[]>of(
                        Shift.values(),
                        Skill.values(),
                        Rung.values(),
                        Level.values(),
                        TrapJudgement.values(),
                        Verdict.values(),
                        Role.values(),
                        Seniority.values())
                .flatMap(Stream::of)
                .forEach(term -> assertThat(texts.name(term)).isNotBlank());
    }
}
