package org.threeshift.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** What every store of cards does. */
abstract class FeedbackStoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    abstract FeedbackStore store();

    abstract PersonId person();

    abstract InterviewId interview();

    @Test
    void a_card_is_found_by_its_interviewer_and_by_its_interview() {
        FeedbackCard card = card(person(), "Showed me my own words.");
        assertThat(store().put(card, 0)).isTrue();
        assertThat(store().about(card.interviewer())).containsExactly(card);
        assertThat(store().of(card.interview())).containsExactly(card);
        assertThat(store().about(card.candidate())).isEmpty();
        assertThat(store().of(interview())).isEmpty();
    }

    @Test
    void cards_keep_the_order_in_which_they_were_first_given() {
        PersonId ada = person();
        FeedbackCard first = card(ada, "One.");
        FeedbackCard second = card(ada, "Two.");
        FeedbackCard third = card(ada, "Three.");
        store().put(first, 0);
        store().put(second, 1);
        store().put(third, 2);
        FeedbackCard changed = changed(first, "One, on reflection.");
        assertThat(store().put(changed, 3)).isTrue();
        assertThat(store().about(ada)).containsExactly(changed, second, third);
    }

    @Test
    void whoever_has_not_seen_the_newest_card_changes_nothing() {
        PersonId ada = person();
        FeedbackCard first = card(ada, "One.");
        store().put(first, 0);
        assertThat(store().put(changed(first, "Late."), 0)).isFalse();
        assertThat(store().put(card(ada, "Late, too."), 0)).isFalse();
        assertThat(store().about(ada)).containsExactly(first);
    }

    @Test
    void an_interview_has_a_card_for_each_of_its_interviewers() {
        FeedbackCard ada = card(person(), "");
        FeedbackCard ben =
                new FeedbackCard(ada.interview(), person(), ada.candidate(), ada.levels(), "Too fast.", NOON);
        store().put(ben, 0);
        store().put(ada, 0);
        assertThat(store().of(ada.interview()))
                .containsExactlyInAnyOrder(ada, ben)
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        (FeedbackCard card) -> card.interviewer().toString()));
    }

    FeedbackCard card(PersonId interviewer, String sentence) {
        return new FeedbackCard(
                interview(),
                interviewer,
                person(),
                Map.of(Shift.STRATEGY, Level.FOUR, Shift.ACCOUNTABILITY, Level.NOT_OBSERVED, Shift.TEAM, Level.ONE),
                sentence,
                NOON);
    }

    private static FeedbackCard changed(FeedbackCard card, String sentence) {
        return new FeedbackCard(
                card.interview(),
                card.interviewer(),
                card.candidate(),
                Map.of(Shift.STRATEGY, Level.FIVE, Shift.ACCOUNTABILITY, Level.TWO, Shift.TEAM, Level.NOT_OBSERVED),
                sentence,
                NOON.plusSeconds(60));
    }
}
