package org.threeshift.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.bank.Round;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.exchange.SecondRound.Source;

/** On the bank that ships: rounds of 20, 55, 45 and 10 minutes with disjoint questions, and six questions in no round. */
class SecondRoundTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Bank BANK = bank();
    private static final List<String> ALL =
            BANK.questions().stream().map(Question::id).toList();

    @Test
    void the_round_that_fills_the_time_best_comes_next() {
        assertThat(roundAfter("the-seven", 55)).contains("director-panel");
        assertThat(roundAfter("the-seven", 30)).contains("hiring-manager-screen");
        assertThat(roundAfter("director-panel", 60)).contains("the-seven");
        assertThat(roundAfter("hiring-manager-screen", 10)).contains("warm-up");
    }

    @Test
    void a_round_keeps_its_questions_and_gets_the_halfs_time() {
        SecondRound chosen = chosen(questionsOf("the-seven"), Map.of(), 50).orElseThrow();
        assertThat(chosen.source()).isEqualTo(Source.ROUND);
        assertThat(chosen.round().minutes()).isEqualTo(50);
        assertThat(chosen.round().questions())
                .isEqualTo(BANK.round("director-panel").orElseThrow().questions());
    }

    @Test
    void a_round_that_was_chosen_beforehand_is_held_unless_somebody_saw_some_of_it() {
        var chosen = SecondRound.chosen(BANK, "director-panel", questionsOf("the-seven"), 30);
        assertThat(chosen).hasValueSatisfying(round -> {
            assertThat(round.source()).isEqualTo(Source.CHOSEN);
            assertThat(round.round().minutes()).isEqualTo(30);
        });
        assertThat(SecondRound.chosen(BANK, "director-panel", Set.of("across-from-finance"), 30))
                .isEmpty();
        assertThat(SecondRound.chosen(BANK, "no-such-round", Set.of(), 30)).isEmpty();
    }

    @Test
    void a_round_with_one_question_that_was_seen_is_not_free() {
        var seen = new HashSet<>(questionsOf("the-seven"));
        seen.add("across-from-finance");
        SecondRound chosen = chosen(seen, Map.of(), 45).orElseThrow();
        assertThat(chosen.source()).isEqualTo(Source.FRESH_QUESTIONS);
        assertThat(chosen.round().id()).isEqualTo(SecondRound.MADE_UP);
        assertThat(chosen.round().title()).isEqualTo("Made up");
        assertThat(time(chosen)).isBetween(23, 45);
    }

    @Test
    void a_round_posed_to_the_candidate_within_sixty_days_is_not_free() {
        Instant lately = NOW.minus(SecondRound.STAYS_FRESH_AFTER).plusSeconds(1);
        assertThat(chosen(questionsOf("the-seven"), Map.of("across-from-finance", lately), 45))
                .map(SecondRound::source)
                .contains(Source.FRESH_QUESTIONS);
        assertThat(chosen(questionsOf("the-seven"), Map.of("across-from-finance", lately.minusSeconds(1)), 45))
                .map(SecondRound::source)
                .contains(Source.ROUND);
    }

    @Test
    void questions_that_are_put_together_lead_on_every_shift() {
        var seen = new HashSet<>(questionsOf("the-seven"));
        seen.add("across-from-finance");
        SecondRound chosen = chosen(seen, Map.of(), 45).orElseThrow();
        assertThat(chosen.round().questions().stream()
                        .limit(3)
                        .map(id -> BANK.question(id).orElseThrow().shifts().getFirst()))
                .doesNotHaveDuplicates();
    }

    @Test
    void too_few_fresh_questions_are_filled_up_with_what_was_met_longest_ago() {
        Map<String, Instant> met = metDaysAgo(ALL, 1);
        met.put("growing-a-junior", NOW.minus(Duration.ofDays(30)));
        met.put("the-missed-number", NOW.minus(Duration.ofDays(50)));
        SecondRound chosen = chosen(questionsOf("the-seven"), met, 20).orElseThrow();
        assertThat(chosen.source()).isEqualTo(Source.SEEN_BEFORE);
        assertThat(chosen.round().questions()).startsWith("the-missed-number", "growing-a-junior");
    }

    @Test
    void fresh_ones_stand_before_those_met_before() {
        Map<String, Instant> met = metDaysAgo(ALL, 5);
        met.remove("warm-up");
        met.remove("the-first-ninety-days");
        SecondRound chosen = chosen(questionsOf("the-seven"), met, 40).orElseThrow();
        assertThat(chosen.source()).isEqualTo(Source.SEEN_BEFORE);
        assertThat(chosen.round().questions())
                .startsWith("the-first-ninety-days")
                .hasSizeGreaterThan(3);
    }

    @Test
    void enough_fresh_questions_need_no_filling_up() {
        Map<String, Instant> met = metDaysAgo(ALL, 5);
        met.keySet().removeAll(Set.of("the-first-ninety-days", "growing-a-junior", "the-missed-number"));
        SecondRound chosen = chosen(questionsOf("the-seven"), met, 38).orElseThrow();
        assertThat(chosen.source()).isIn(Source.ROUND, Source.FRESH_QUESTIONS);
        assertThat(chosen.round().questions()).doesNotContainAnyElementsOf(met.keySet());
    }

    @Test
    void when_both_saw_everything_there_is_no_second_half() {
        assertThat(chosen(Set.copyOf(ALL), Map.of(), 45)).isEmpty();
    }

    @Property
    void nothing_from_the_first_half_ever_comes_back(
            @ForAll("questions") Set<String> seen,
            @ForAll("moments") Map<String, Instant> met,
            @ForAll @IntRange(min = 5, max = 120) int minutes) {
        Optional<SecondRound> chosen = chosen(seen, met, minutes);
        chosen.ifPresent(some -> {
            assertThat(some.round().questions())
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .noneMatch(seen::contains)
                    .isSubsetOf(ALL);
            assertThat(time(some)).isLessThanOrEqualTo(minutes);
            assertThat(some.round().minutes()).isEqualTo(minutes);
        });
    }

    @Property
    void what_the_candidate_met_lately_comes_back_only_when_it_is_said(
            @ForAll("questions") Set<String> seen,
            @ForAll("moments") Map<String, Instant> met,
            @ForAll @IntRange(min = 5, max = 120) int minutes) {
        chosen(seen, met, minutes).ifPresent(some -> {
            Set<String> lately = met.entrySet().stream()
                    .filter(entry -> entry.getValue().isAfter(NOW.minus(SecondRound.STAYS_FRESH_AFTER)))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(some.round().questions().stream().anyMatch(lately::contains))
                    .isEqualTo(some.source() == Source.SEEN_BEFORE);
        });
    }

    @Provide
    Arbitrary<Set<String>> questions() {
        return Arbitraries.of(ALL).set();
    }

    @Provide
    Arbitrary<Map<String, Instant>> moments() {
        return Arbitraries.maps(
                Arbitraries.of(ALL),
                Arbitraries.integers().between(0, 120).map(days -> NOW.minus(Duration.ofDays(days))));
    }

    private static Optional<String> roundAfter(String first, int minutes) {
        return chosen(questionsOf(first), Map.of(), minutes)
                .filter(some -> some.source() == Source.ROUND)
                .map(some -> some.round().id());
    }

    private static Optional<SecondRound> chosen(Set<String> seen, Map<String, Instant> met, int minutes) {
        return SecondRound.choose(BANK, seen, met, NOW, minutes, "Made up");
    }

    private static Map<String, Instant> metDaysAgo(List<String> questions, int days) {
        var met = new HashMap<String, Instant>();
        questions.forEach(id -> met.put(id, NOW.minus(Duration.ofDays(days))));
        return met;
    }

    private static Set<String> questionsOf(String round) {
        return Set.copyOf(BANK.round(round).map(Round::questions).orElseThrow());
    }

    private static int time(SecondRound chosen) {
        return chosen.round().questions().stream()
                .mapToInt(id -> BANK.question(id).orElseThrow().minutes())
                .sum();
    }

    private static Bank bank() {
        Banks banks = Banks.inMemory(() -> NOW);
        new ShippedBanks(banks).publishAll();
        return banks.newest("marketing-manager").orElseThrow();
    }
}
