package org.threeshift.core.pairs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.model.PairCommand.AgreeToMove;
import org.threeshift.core.pairs.model.PairCommand.AskToMove;
import org.threeshift.core.pairs.model.PairCommand.CalledOff;
import org.threeshift.core.pairs.model.PairCommand.Cancel;
import org.threeshift.core.pairs.model.PairCommand.Confirm;
import org.threeshift.core.pairs.model.PairCommand.Follow;
import org.threeshift.core.pairs.model.PairCommand.Judge;
import org.threeshift.core.pairs.model.PairCommand.LookAtTime;
import org.threeshift.core.pairs.model.PairCommand.Separate;
import org.threeshift.core.pairs.model.PairCommand.StayAtHour;
import org.threeshift.core.pairs.model.PairState.Cancelled;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.pairs.model.PairState.HalfConfirmed;
import org.threeshift.core.pairs.model.PairState.Kept;
import org.threeshift.core.pairs.model.PairState.Missed;
import org.threeshift.core.pairs.model.PairState.Over;
import org.threeshift.core.pairs.model.PairState.Parted;
import org.threeshift.core.pairs.model.PairState.Proposed;
import org.threeshift.core.pairs.model.PairState.Released;
import org.threeshift.core.pairs.model.PairState.Undecided;
import org.threeshift.core.pairs.model.PairState.Why;
import org.threeshift.core.pairs.model.PairState.Wish;
import org.threeshift.core.people.PersonId;

class DecideTest {
    private static final PersonId ADA = person(1);
    private static final PersonId BEN = person(2);
    private static final PersonId STRANGER = person(3);
    private static final Instant MADE = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant START = Instant.parse("2026-11-26T18:00:00Z");
    private static final Duration LENGTH = Duration.ofMinutes(60);
    private static final Span HOUR = Span.of(START, LENGTH);
    private static final Span LATER = Span.of(START.plus(Duration.ofHours(26)), LENGTH);
    private static final Instant BY = MADE.plus(Duration.ofDays(2));

    private static final Proposed PROPOSED = new Proposed(HOUR, BY);
    private static final HalfConfirmed HALF = new HalfConfirmed(HOUR, BY, ADA);
    private static final Confirmed CONFIRMED = new Confirmed(HOUR, Optional.empty());
    private static final Confirmed WISHED = new Confirmed(HOUR, Optional.of(new Wish(ADA, LATER)));
    private static final List<PairState> OVER = List.of(
            new Released(HOUR, Why.DECLINED, Set.of(ADA), false),
            new Released(HOUR, Why.LAPSED, Set.of(ADA, BEN), false),
            new Cancelled(HOUR, ADA, true),
            new Kept(HOUR),
            new Missed(HOUR, Set.of(BEN)));

    @Test
    void both_have_to_confirm() {
        assertThat(at(MADE, PROPOSED, new Confirm(ADA))).isEqualTo(changed(HALF));
        assertThat(at(MADE, HALF, new Confirm(BEN))).isEqualTo(changed(CONFIRMED));
    }

    @Test
    void who_confirms_twice_confirms_for_nobody_else() {
        assertThat(at(MADE, HALF, new Confirm(ADA))).isEqualTo(new Decision.Unchanged());
        assertThat(at(MADE, CONFIRMED, new Confirm(ADA))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void who_confirms_a_moment_too_late_is_told_so() {
        assertThat(at(BY, HALF, new Confirm(BEN))).isEqualTo(changed(CONFIRMED));
        assertThat(at(BY.plusNanos(1), HALF, new Confirm(BEN))).isEqualTo(refused(PairRefusal.TOO_LATE));
        assertThat(at(BY.plusNanos(1), PROPOSED, new Confirm(BEN))).isEqualTo(refused(PairRefusal.TOO_LATE));
    }

    @Test
    void the_clock_releases_by_whose_doing_it_is() {
        assertThat(at(BY, PROPOSED, new LookAtTime())).isEqualTo(new Decision.Unchanged());
        assertThat(at(BY.plusNanos(1), PROPOSED, new LookAtTime()))
                .isEqualTo(changed(new Released(HOUR, Why.LAPSED, Set.of(ADA, BEN), false)));
        assertThat(at(BY.plusNanos(1), HALF, new LookAtTime()))
                .isEqualTo(changed(new Released(HOUR, Why.LAPSED, Set.of(BEN), false)));
        assertThat(at(BY.plusNanos(1), CONFIRMED, new LookAtTime())).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void either_declines_until_both_have_confirmed() {
        var released = changed(new Released(HOUR, Why.DECLINED, Set.of(ADA), false));
        assertThat(at(MADE, PROPOSED, new PairCommand.Decline(ADA))).isEqualTo(released);
        assertThat(at(MADE, HALF, new PairCommand.Decline(ADA))).isEqualTo(released);
        assertThat(at(MADE, CONFIRMED, new PairCommand.Decline(ADA))).isEqualTo(refused(PairRefusal.CONFIRMED));
    }

    @Test
    void who_called_off_a_day_before_was_not_late_and_a_moment_after_that_was() {
        Instant day = START.minus(Duration.ofHours(24));
        assertThat(at(day, CONFIRMED, new Cancel(BEN))).isEqualTo(changed(new Cancelled(HOUR, BEN, false)));
        assertThat(at(day.plusNanos(1), CONFIRMED, new Cancel(BEN))).isEqualTo(changed(new Cancelled(HOUR, BEN, true)));
        assertThat(at(START, CONFIRMED, new Cancel(BEN))).isEqualTo(refused(PairRefusal.BEGUN));
        assertThat(at(MADE, HALF, new Cancel(BEN))).isEqualTo(refused(PairRefusal.NOT_CONFIRMED));
    }

    @Test
    void what_was_called_off_on_its_own_page_is_called_off_here_by_whoever_did_it() {
        assertThat(at(START.minusSeconds(60), CONFIRMED, new CalledOff(ADA)))
                .isEqualTo(changed(new Cancelled(HOUR, ADA, true)));
        assertThat(at(MADE, CONFIRMED, new CalledOff(STRANGER)))
                .isEqualTo(changed(new Released(HOUR, Why.APART, Set.of(), true)));
    }

    @Test
    void the_old_hour_stands_until_the_other_says_yes() {
        assertThat(at(MADE, CONFIRMED, new AskToMove(ADA, LATER))).isEqualTo(changed(WISHED));
        assertThat(WISHED.hour()).isEqualTo(HOUR);
        assertThat(at(MADE, WISHED, new AgreeToMove(ADA, LATER))).isEqualTo(refused(PairRefusal.OWN_WISH));
        assertThat(at(MADE, WISHED, new AgreeToMove(BEN, LATER)))
                .isEqualTo(changed(new Confirmed(LATER, Optional.empty())));
        assertThat(at(MADE, CONFIRMED, new AgreeToMove(BEN, LATER))).isEqualTo(refused(PairRefusal.NO_WISH));
    }

    @Test
    void who_agrees_to_an_hour_agrees_to_that_one_alone() {
        Span other = Span.of(LATER.from().plus(LENGTH), LENGTH);
        assertThat(at(MADE, WISHED, new AgreeToMove(BEN, other))).isEqualTo(refused(PairRefusal.NO_WISH));
        assertThat(at(MADE, new Confirmed(LATER, Optional.empty()), new AgreeToMove(BEN, LATER)))
                .as("the tap came twice")
                .isEqualTo(new Decision.Unchanged());
    }

    @Test
    void two_who_ask_for_the_same_hour_have_both_said_yes() {
        assertThat(at(MADE, WISHED, new AskToMove(BEN, LATER)))
                .isEqualTo(changed(new Confirmed(LATER, Optional.empty())));
        assertThat(at(MADE, WISHED, new AskToMove(ADA, LATER))).isEqualTo(changed(WISHED));
    }

    @Test
    void nobody_moves_to_an_hour_that_is_near_or_past_nor_once_the_hour_has_come() {
        Instant late = START.minus(Duration.ofMinutes(30));
        assertThat(at(late, CONFIRMED, new AskToMove(ADA, Span.of(late.plus(Duration.ofMinutes(59)), LENGTH))))
                .isEqualTo(refused(PairRefusal.HOUR_PASSED));
        assertThat(at(late, CONFIRMED, new AskToMove(ADA, Span.of(late.plus(Duration.ofMinutes(60)), LENGTH))))
                .isInstanceOf(Decision.Changed.class);
        assertThat(at(START, CONFIRMED, new AskToMove(ADA, LATER))).isEqualTo(refused(PairRefusal.BEGUN));
        assertThat(at(START, WISHED, new AgreeToMove(BEN, LATER))).isEqualTo(refused(PairRefusal.BEGUN));
        Span near = Span.of(START.minusSeconds(7200), LENGTH);
        assertThat(at(near.from(), new Confirmed(HOUR, Optional.of(new Wish(ADA, near))), new AgreeToMove(BEN, near)))
                .isEqualTo(refused(PairRefusal.HOUR_PASSED));
        assertThat(at(MADE, CONFIRMED, new AskToMove(ADA, HOUR))).isEqualTo(refused(PairRefusal.NOT_SHARED));
        assertThat(at(MADE, PROPOSED, new AskToMove(ADA, LATER))).isEqualTo(refused(PairRefusal.NOT_CONFIRMED));
    }

    @Test
    void either_takes_a_wish_off_the_table() {
        assertThat(at(MADE, WISHED, new StayAtHour(ADA))).isEqualTo(changed(CONFIRMED));
        assertThat(at(MADE, WISHED, new StayAtHour(BEN))).isEqualTo(changed(CONFIRMED));
        assertThat(at(MADE, CONFIRMED, new StayAtHour(BEN))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void the_clock_decides_ten_minutes_after_the_start_and_not_before() {
        Instant ten = START.plus(Duration.ofMinutes(10));
        assertThat(at(ten.minusNanos(1), CONFIRMED, new Judge(Set.of(), true))).isEqualTo(new Decision.Unchanged());
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(ADA, BEN), true))).isEqualTo(changed(new Kept(HOUR)));
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(ADA), true))).isEqualTo(changed(new Missed(HOUR, Set.of(BEN))));
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(), true)))
                .isEqualTo(changed(new Missed(HOUR, Set.of(ADA, BEN))));
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(STRANGER), true)))
                .isEqualTo(changed(new Missed(HOUR, Set.of(ADA, BEN))));
    }

    @Test
    void nobody_is_blamed_for_an_hour_in_which_the_installation_was_down() {
        Instant ten = START.plus(Duration.ofMinutes(10));
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(), false)))
                .isEqualTo(changed(new Released(HOUR, Why.UNWATCHED, Set.of(), true)));
        assertThat(at(ten, CONFIRMED, new Judge(Set.of(ADA, BEN), false))).isEqualTo(changed(new Kept(HOUR)));
    }

    @Test
    void an_interview_that_was_moved_on_its_own_page_takes_the_pair_along() {
        assertThat(at(MADE, WISHED, new Follow(LATER))).isEqualTo(changed(new Confirmed(LATER, Optional.empty())));
        assertThat(at(MADE, CONFIRMED, new Follow(HOUR))).isEqualTo(new Decision.Unchanged());
        assertThat(at(MADE, PROPOSED, new Follow(LATER))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void two_who_had_agreed_are_parted_at_once_and_go_on_knowing_each_others_names() {
        assertThat(at(MADE, CONFIRMED, new Separate(ADA)))
                .isEqualTo(changed(new Released(HOUR, Why.APART, Set.of(), true)));
    }

    /** Beside each other: one pair whose partner will not, and one whose partner only does not answer. */
    @Test
    void whoever_is_blocked_sees_at_every_moment_what_they_would_see_of_somebody_who_does_not_answer() {
        List<PairCommand> said = List.of(
                new Confirm(BEN),
                new PairCommand.Decline(BEN),
                new LookAtTime(),
                new Cancel(BEN),
                new AskToMove(BEN, LATER),
                new AgreeToMove(BEN, LATER),
                new StayAtHour(BEN));
        Random chance = new Random(11);
        for (int life = 0; life < 2_000; life++) {
            PairState silent = PROPOSED;
            // Whether they had confirmed before or not, nobody was told.
            PairState blocked = after(MADE, chance.nextBoolean() ? HALF : PROPOSED, new Separate(ADA));
            Instant now = MADE;
            for (int step = 0; step < 8; step++) {
                now = now.plusSeconds(chance.nextInt(18 * 3600));
                PairCommand command = said.get(chance.nextInt(said.size()));
                assertThat(refusal(at(now, blocked, command)))
                        .as("%s after %s", command, blocked)
                        .isEqualTo(refusal(at(now, silent, command)));
                silent = after(now, silent, command);
                blocked = after(now, blocked, command);
                assertThat(toBen(blocked)).isEqualTo(toBen(silent));
            }
        }
    }

    /** What would give it away, so that the test above is known to find it. */
    @Test
    void a_release_at_once_would_be_seen() {
        assertThat(toBen(new Released(HOUR, Why.APART, Set.of(), false))).isNotEqualTo(toBen(PROPOSED));
        assertThat(toBen(new Released(HOUR, Why.DECLINED, Set.of(ADA), false)))
                .isNotEqualTo(toBen(new Released(HOUR, Why.LAPSED, Set.of(ADA), false)));
    }

    @Test
    void for_whoever_will_not_meet_the_other_it_is_over_at_once_and_had_no_part_of_theirs() {
        var parted = new Parted(HOUR, BY, ADA, false);
        assertThat(at(MADE, PROPOSED, new Separate(ADA))).isEqualTo(changed(parted));
        assertThat(at(MADE, new HalfConfirmed(HOUR, BY, BEN), new Separate(ADA)))
                .isEqualTo(changed(new Parted(HOUR, BY, ADA, true)));
        assertThat(pair(parted).seenBy(ADA).state()).isEqualTo(new Released(HOUR, Why.APART, Set.of(), false));
        for (PairCommand command : ofThem(ADA)) {
            assertThat(at(MADE, parted, command)).isEqualTo(refused(PairRefusal.OVER));
        }
        assertThat(at(BY.plusNanos(1), parted, new LookAtTime()))
                .isEqualTo(changed(new Released(HOUR, Why.LAPSED, Set.of(BEN), false)));
        assertThat(at(BY.plusNanos(1), new Parted(HOUR, BY, ADA, true), new LookAtTime()))
                .isEqualTo(changed(new Released(HOUR, Why.LAPSED, Set.of(), false)));
        assertThat(at(MADE, parted, new Separate(ADA))).isEqualTo(new Decision.Unchanged());
        assertThat(at(MADE, parted, new Separate(BEN)))
                .as("both will not")
                .isEqualTo(changed(new Released(HOUR, Why.APART, Set.of(), false)));
    }

    private static PairState after(Instant now, PairState state, PairCommand command) {
        return at(now, state, command) instanceof Decision.Changed(var next) ? next : state;
    }

    private static Optional<PairRefusal> refusal(Decision decision) {
        return decision instanceof Decision.Refused(var refusal) ? Optional.of(refusal) : Optional.empty();
    }

    /** Of what ended it people read why, and their own part in it. */
    private static List<Object> toBen(PairState state) {
        PairState seen = pair(state).seenBy(BEN).state();
        return seen instanceof Released released
                ? List.of(released.hour(), released.why(), released.by().contains(BEN), released.agreed())
                : List.of(seen);
    }

    @Test
    void nothing_brings_back_what_is_over() {
        for (PairState over : OVER) {
            for (PairCommand command : everything()) {
                assertThat(at(MADE, over, command))
                        .as("%s of %s", command, over)
                        .isIn(new Decision.Unchanged(), refused(PairRefusal.OVER));
            }
            assertThat(at(MADE, over, new Confirm(BEN))).isEqualTo(refused(PairRefusal.OVER));
        }
    }

    @Test
    void who_says_again_what_ended_it_is_answered_as_the_first_time() {
        assertThat(at(MADE, new Released(HOUR, Why.DECLINED, Set.of(ADA), false), new PairCommand.Decline(ADA)))
                .isEqualTo(new Decision.Unchanged());
        assertThat(at(MADE, new Released(HOUR, Why.DECLINED, Set.of(ADA), false), new PairCommand.Decline(BEN)))
                .isEqualTo(refused(PairRefusal.OVER));
        assertThat(at(MADE, new Cancelled(HOUR, ADA, false), new Cancel(ADA))).isEqualTo(new Decision.Unchanged());
        assertThat(at(MADE, new Cancelled(HOUR, ADA, false), new Cancel(BEN))).isEqualTo(refused(PairRefusal.OVER));
    }

    @Test
    void to_everybody_else_there_is_no_such_pair() {
        List<PairState> all = new ArrayList<>(OVER);
        all.addAll(List.of(PROPOSED, HALF, CONFIRMED, WISHED));
        for (PairState state : all) {
            for (PairCommand command : ofThem(STRANGER)) {
                assertThat(at(MADE, state, command)).isEqualTo(refused(PairRefusal.NOT_FOUND));
            }
        }
    }

    @Test
    void in_the_waiting_room_the_hour_begins_when_both_have_tapped() {
        Instant tapped = MADE.plusSeconds(40);
        Pair now = new Pair(
                new PairId(new UUID(0, 9)),
                Origin.NOW,
                ADA,
                BEN,
                MADE,
                new InterviewId(new UUID(0, 8)),
                new HalfConfirmed(Span.of(MADE, LENGTH), MADE.plusSeconds(60), BEN));
        assertThat(Decide.decide(now, new Confirm(ADA), tapped))
                .isEqualTo(changed(new Confirmed(Span.of(tapped, LENGTH), Optional.empty())));
        assertThat(Decide.decide(now, new Confirm(ADA), MADE.plusSeconds(61))).isEqualTo(refused(PairRefusal.TOO_LATE));
    }

    @Test
    void both_have_two_days_to_confirm_but_not_beyond_a_day_before_the_hour() {
        assertThat(Origin.DRAW.confirmBy(MADE, MADE.plus(Duration.ofDays(5)))).isEqualTo(MADE.plus(Duration.ofDays(2)));
        assertThat(Origin.DRAW.confirmBy(MADE, MADE.plus(Duration.ofHours(36))))
                .isEqualTo(MADE.plus(Duration.ofHours(12)));
        assertThat(Origin.DRAW.confirmBy(MADE, MADE.plus(Duration.ofHours(3)))).isEqualTo(MADE);
        assertThat(Origin.NOW.confirmBy(MADE, MADE)).isEqualTo(MADE.plusSeconds(60));
    }

    /** Whatever is said in whatever order: an end is final, names and hours make sense, and nothing throws. */
    @Test
    void whatever_comes_in_whatever_order_every_state_follows_from_the_one_before() {
        Random chance = new Random(7);
        for (int life = 0; life < 3_000; life++) {
            PairState state = PROPOSED;
            Instant now = MADE;
            for (int step = 0; step < 25; step++) {
                now = now.plusSeconds(chance.nextInt(6 * 3600));
                List<PairCommand> all = everything();
                PairCommand command = all.get(chance.nextInt(all.size()));
                PairState before = state;
                if (at(now, state, command) instanceof Decision.Changed(var next)) {
                    assertThat(before).as("an end is final").isNotInstanceOf(Over.class);
                    state = next;
                    assertThat(next).isNotInstanceOf(Proposed.class);
                    if (next instanceof HalfConfirmed) {
                        assertThat(before).isInstanceOf(Proposed.class);
                    }
                    if (next instanceof Parted parted) {
                        assertThat(before).isInstanceOf(Undecided.class);
                        assertThat(parted.by()).isEqualTo(ADA);
                    }
                    if (before instanceof Parted) {
                        assertThat(next).as("they meet no more").isInstanceOfAny(Parted.class, Released.class);
                    }
                    if (next instanceof Confirmed && !(before instanceof Confirmed)) {
                        assertThat(before).isInstanceOf(HalfConfirmed.class);
                        assertThat(now).isBeforeOrEqualTo(((Undecided) before).confirmBy());
                    }
                    if (next instanceof Kept || next instanceof Missed || next instanceof Cancelled) {
                        assertThat(before).isInstanceOf(Confirmed.class);
                    }
                }
            }
        }
    }

    @Test
    void a_pair_of_one_and_a_miss_of_nobody_are_none() {
        assertThatThrownBy(() -> new Pair(
                        new PairId(new UUID(0, 1)),
                        Origin.DRAW,
                        ADA,
                        ADA,
                        MADE,
                        new InterviewId(new UUID(0, 2)),
                        PROPOSED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Missed(HOUR, Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pair(PROPOSED).partnerOf(STRANGER)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<PairCommand> everything() {
        List<PairCommand> all = new ArrayList<>(List.of(
                new LookAtTime(),
                new Separate(ADA),
                new Judge(Set.of(ADA), true),
                new Judge(Set.of(), false),
                new Follow(LATER),
                new CalledOff(BEN)));
        all.addAll(ofThem(ADA));
        all.addAll(ofThem(BEN));
        return all;
    }

    private static List<PairCommand> ofThem(PersonId by) {
        return List.of(
                new Confirm(by),
                new PairCommand.Decline(by),
                new Cancel(by),
                new AskToMove(by, LATER),
                new AgreeToMove(by, LATER),
                new StayAtHour(by));
    }

    private static Decision at(Instant now, PairState state, PairCommand command) {
        return Decide.decide(pair(state), command, now);
    }

    private static Pair pair(PairState state) {
        return new Pair(
                new PairId(new UUID(0, 9)), Origin.DRAW, ADA, BEN, MADE, new InterviewId(new UUID(0, 8)), state);
    }

    private static Decision changed(PairState state) {
        return new Decision.Changed(state);
    }

    private static Decision refused(PairRefusal refusal) {
        return new Decision.Refused(refusal);
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(0, number));
    }
}
