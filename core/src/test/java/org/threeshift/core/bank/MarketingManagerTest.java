package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;

/** What the bank that ships promises. */
class MarketingManagerTest {
    private static final Bank BANK = read();

    @Test
    void it_is_version_1_of_the_marketing_manager() {
        assertThat(BANK.id()).isEqualTo("marketing-manager");
        assertThat(BANK.version()).isEqualTo(1);
    }

    @Test
    void it_has_at_least_twenty_one_questions() {
        assertThat(BANK.questions()).hasSizeGreaterThanOrEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource
    void every_shift_is_primary_for_seven_questions_or_more(Shift shift) {
        assertThat(BANK.questions())
                .filteredOn(question -> question.primary() == shift)
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void every_skill_is_called_for(Skill skill) {
        assertThat(BANK.questions()).extracting(Question::skill).contains(skill);
    }

    @ParameterizedTest
    @CsvSource({"hiring-manager-screen, 3, 20", "the-seven, 7, 55", "director-panel, 5, 45", "warm-up, 1, 10"})
    void its_rounds_have_their_questions_and_minutes(String id, int questions, int minutes) {
        Round round = BANK.round(id).orElseThrow();
        assertThat(round.questions()).hasSize(questions);
        assertThat(round.minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"hiring-manager-screen, STRATEGY, 1", "hiring-manager-screen, TEAM, 3", "warm-up, STRATEGY, 1"})
    void a_round_knows_how_often_it_probes_a_shift(String id, Shift shift, long times) {
        assertThat(BANK.probing(BANK.round(id).orElseThrow(), shift)).isEqualTo(times);
    }

    @ParameterizedTest
    @EnumSource
    void the_seven_are_enough_for_a_score_on_every_shift(Shift shift) {
        assertThat(BANK.probing(BANK.round("the-seven").orElseThrow(), shift)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void it_has_four_rounds() {
        assertThat(BANK.rounds()).hasSize(4);
    }

    @Test
    void no_two_levels_of_a_shift_sound_alike() {
        for (Question question : BANK.questions()) {
            question.anchors()
                    .forEach((shift, anchors) -> assertThat(anchors.values())
                            .as("%s of %s", shift, question.id())
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void a_prompt_gives_nothing_of_its_guide_away() {
        for (Question question : BANK.questions()) {
            Set<String> guide = new HashSet<>(question.strategicAnswer().holds());
            question.traps().forEach(trap -> guide.add(trap.name()));
            assertThat(guide)
                    .as(question.id())
                    .noneMatch(part -> question.prompt()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(part.toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private static Bank read() {
        String name = "/banks/marketing-manager.yaml";
        try (InputStream file = MarketingManagerTest.class.getResourceAsStream(name)) {
            assertThat(file).isNotNull();
            return switch (new BankReader().read(file.readAllBytes(), name)) {
                case BankReading.Read read -> read.bank();
                case BankReading.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
