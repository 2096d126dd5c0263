package org.threeshift.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.threeshift.core.reliability.Keeping.KEPT;
import static org.threeshift.core.reliability.Keeping.LATE;
import static org.threeshift.core.reliability.Keeping.NO_SHOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void somebody_of_whom_nothing_is_known_counts_as_the_base_rate_and_is_reliable() {
        Reliability newcomer = of();
        assertThat(newcomer.score()).isEqualTo(Reliability.BASE_RATE);
        assertThat(newcomer.reliable()).isTrue();
        assertThat(newcomer.toMend()).isZero();
        assertThat(newcomer.counted()).isZero();
        assertThat(newcomer.paused()).isFalse();
    }

    @Test
    void the_score_is_the_weighted_mean_with_two_commitments_at_the_base_rate() {
        assertThat(of(one(KEPT, 0)).score()).isCloseTo((1 + 1.6) / 3, CLOSE);
        assertThat(of(one(LATE, 0)).score()).isCloseTo((0.5 + 1.6) / 3, CLOSE);
        assertThat(of(one(NO_SHOW, 0)).score()).isCloseTo(1.6 / 3, CLOSE);
        assertThat(of(one(NO_SHOW, 0), one(KEPT, 60)).score()).isCloseTo((0.5 + 1.6) / 3.5, CLOSE);
    }

    @Test
    void a_late_word_lies_between_a_kept_one_and_none() {
        assertThat(of(one(LATE, 3)).score())
                .isLessThan(of(one(KEPT, 3)).score())
                .isGreaterThan(of(one(NO_SHOW, 3)).score());
        Reliability mixed = of(one(KEPT, 1), one(LATE, 2), one(NO_SHOW, 3), one(LATE, 4));
        assertThat(mixed.count(KEPT)).isEqualTo(1);
        assertThat(mixed.count(LATE)).isEqualTo(2);
        assertThat(mixed.count(NO_SHOW)).isEqualTo(1);
        assertThat(mixed.counted()).isEqualTo(4);
    }

    @Test
    void after_a_half_life_a_commitment_weighs_half() {
        assertThat(of(one(NO_SHOW, 60)).score()).isCloseTo(1.6 / 2.5, CLOSE);
        assertThat(of(one(NO_SHOW, 120)).score()).isCloseTo(1.6 / 2.25, CLOSE);
    }

    @Test
    void everything_fades_towards_the_base_rate() {
        double before = 0;
        for (int days = 0; days <= 700; days += 10) {
            double score = of(one(NO_SHOW, days)).score();
            assertThat(score).isGreaterThan(before).isLessThan(Reliability.BASE_RATE);
            before = score;
        }
        assertThat(of(one(NO_SHOW, 3000)).score()).isCloseTo(Reliability.BASE_RATE, within(1e-3));
        assertThat(of(one(KEPT, 3000)).score()).isCloseTo(Reliability.BASE_RATE, within(1e-3));
    }

    @Test
    void only_the_last_ten_count_whichever_order_they_come_in() {
        List<Commitment> many = new ArrayList<>();
        for (int days = 1; days <= 10; days++) {
            many.add(one(KEPT, days));
        }
        Reliability ten = Reliability.of(many, Hold.NONE, NOW);
        many.add(one(NO_SHOW, 11));
        many.add(one(NO_SHOW, 12));
        Collections.shuffle(many, new Random(3));
        Reliability twelve = Reliability.of(many, Hold.NONE, NOW);
        assertThat(twelve.counted()).isEqualTo(Reliability.COUNTED);
        assertThat(twelve.score()).isCloseTo(ten.score(), CLOSE);
        assertThat(twelve.last()).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    }

    @Test
    void the_score_lies_between_nought_and_one_whatever_happened() {
        Random chance = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Commitment> some = new ArrayList<>();
            for (int number = chance.nextInt(15); number > 0; number--) {
                some.add(one(any(chance), chance.nextInt(400)));
            }
            Reliability reliability = Reliability.of(some, Hold.NONE, NOW);
            assertThat(reliability.score()).isBetween(0.0, 1.0);
            assertThat(reliability.toMend()).isBetween(0, Reliability.COUNTED);
        }
    }

    @Test
    void one_more_kept_never_lowers_it_and_one_more_no_show_never_raises_it() {
        Random chance = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<Commitment> some = new ArrayList<>();
            for (int number = chance.nextInt(10); number > 0; number--) {
                some.add(one(any(chance), 1 + chance.nextInt(400)));
            }
            double score = Reliability.of(some, Hold.NONE, NOW).score();
            assertThat(Reliability.of(with(some, one(KEPT, 0)), Hold.NONE, NOW).score())
                    .isGreaterThanOrEqualTo(score - 1e-9);
            assertThat(Reliability.of(with(some, one(NO_SHOW, 0)), Hold.NONE, NOW)
                            .score())
                    .isLessThanOrEqualTo(score + 1e-9);
        }
    }

    @Test
    void so_many_kept_ones_mend_it_and_one_fewer_would_not() {
        assertThat(of(one(NO_SHOW, 0)).toMend()).isEqualTo(4);
        assertThat(of(one(LATE, 0)).toMend()).isEqualTo(2);
        Random chance = new Random(5);
        for (int round = 0; round < 300; round++) {
            List<Commitment> some = new ArrayList<>();
            for (int number = 1 + chance.nextInt(9); number > 0; number--) {
                some.add(one(any(chance), 1 + chance.nextInt(200)));
            }
            int needed = Reliability.of(some, Hold.NONE, NOW).toMend();
            assertThat(afterKeeping(some, needed).reliable()).isTrue();
            if (needed > 0) {
                assertThat(afterKeeping(some, needed - 1).reliable()).isFalse();
            }
        }
    }

    @Test
    void ten_no_shows_can_be_mended_too() {
        List<Commitment> ten = new ArrayList<>();
        for (int days = 0; days < 10; days++) {
            ten.add(one(NO_SHOW, days));
        }
        int needed = Reliability.of(ten, Hold.NONE, NOW).toMend();
        assertThat(needed).isLessThanOrEqualTo(10);
        assertThat(afterKeeping(ten, needed).reliable()).isTrue();
    }

    @Test
    void what_is_called_off_for_a_time_to_come_weighs_as_if_it_were_now() {
        assertThat(of(one(LATE, -1)).score()).isEqualTo(of(one(LATE, 0)).score());
    }

    @Test
    void two_no_shows_in_a_row_pause_matching_for_fourteen_days_from_the_last() {
        Reliability two = of(one(NO_SHOW, 1), one(NO_SHOW, 9));
        assertThat(two.pausedUntil()).contains(ago(1).plus(Duration.ofDays(14)));
        assertThat(of(one(NO_SHOW, 1)).paused()).isFalse();
        assertThat(of(one(NO_SHOW, 13), one(NO_SHOW, 20)).paused()).isTrue();
        assertThat(of(one(NO_SHOW, 14), one(NO_SHOW, 20)).paused()).isFalse();
    }

    @Test
    void what_lies_between_breaks_the_row() {
        assertThat(of(one(NO_SHOW, 1), one(KEPT, 2), one(NO_SHOW, 3)).paused()).isFalse();
        assertThat(of(one(NO_SHOW, 1), one(LATE, 2), one(NO_SHOW, 3)).paused()).isFalse();
        assertThat(of(one(KEPT, 1), one(NO_SHOW, 2), one(NO_SHOW, 3)).paused()).isFalse();
    }

    @Test
    void a_third_no_show_after_the_pause_pauses_again() {
        assertThat(of(one(NO_SHOW, 2), one(NO_SHOW, 30), one(NO_SHOW, 40)).pausedUntil())
                .contains(ago(2).plus(Reliability.PAUSE));
    }

    @Test
    void a_lifted_pause_is_over_and_what_was_before_it_pauses_nothing_any_more() {
        Hold lifted = new Hold(Optional.empty(), Optional.of(NOW.minusSeconds(60)));
        List<Commitment> two = List.of(one(NO_SHOW, 1), one(NO_SHOW, 2));
        assertThat(Reliability.of(two, lifted, NOW).paused()).isFalse();
        Instant later = NOW.plus(Duration.ofDays(3));
        Commitment third = new Commitment(UUID.randomUUID(), NOW.plus(Duration.ofDays(1)), NO_SHOW);
        Commitment fourth = new Commitment(UUID.randomUUID(), NOW.plus(Duration.ofDays(2)), NO_SHOW);
        assertThat(Reliability.of(with(two, third), lifted, later).paused()).isFalse();
        assertThat(Reliability.of(with(with(two, third), fourth), lifted, later).pausedUntil())
                .contains(fourth.at().plus(Reliability.PAUSE));
        // But it is as unreliable as it was: lifting forgives the pause and not what happened.
        assertThat(Reliability.of(two, lifted, NOW).score())
                .isEqualTo(Reliability.of(two, Hold.NONE, NOW).score());
    }

    @Test
    void an_admins_pause_lasts_until_its_end_and_the_longer_of_two_counts() {
        Instant until = NOW.plus(Duration.ofDays(30));
        Hold held = new Hold(Optional.of(until), Optional.empty());
        assertThat(Reliability.of(List.of(), held, NOW).pausedUntil()).contains(until);
        assertThat(Reliability.of(List.of(), held, until).paused()).isFalse();
        assertThat(Reliability.of(List.of(one(NO_SHOW, 0), one(NO_SHOW, 1)), held, NOW)
                        .pausedUntil())
                .contains(until);
        Hold shorter = new Hold(Optional.of(NOW.plusSeconds(60)), Optional.empty());
        assertThat(Reliability.of(List.of(one(NO_SHOW, 0), one(NO_SHOW, 1)), shorter, NOW)
                        .pausedUntil())
                .contains(NOW.plus(Reliability.PAUSE));
    }

    @Test
    void calling_off_is_late_within_a_day_and_else_no_commitment_at_all() {
        assertThat(Keeping.calledOff(NOW, NOW.minus(Duration.ofHours(24)))).isEmpty();
        assertThat(Keeping.calledOff(NOW, NOW.minus(Duration.ofHours(24)).plusSeconds(1)))
                .contains(LATE);
        assertThat(Keeping.calledOff(NOW, NOW.plusSeconds(60))).contains(LATE);
    }

    private static Reliability afterKeeping(List<Commitment> some, int kept) {
        List<Commitment> all = new ArrayList<>(some);
        for (int number = 0; number < kept; number++) {
            all.add(one(KEPT, 0));
        }
        return Reliability.of(all, Hold.NONE, NOW);
    }

    private static List<Commitment> with(List<Commitment> some, Commitment more) {
        List<Commitment> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static Keeping any(Random chance) {
        return List.of(KEPT, LATE, NO_SHOW).get(chance.nextInt(3));
    }

    private static Reliability of(Commitment... commitments) {
        return Reliability.of(List.of(commitments), Hold.NONE, NOW);
    }

    private static Commitment one(Keeping keeping, int daysAgo) {
        return new Commitment(UUID.randomUUID(), ago(daysAgo), keeping);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
