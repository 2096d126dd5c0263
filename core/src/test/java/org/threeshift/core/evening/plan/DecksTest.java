package org.threeshift.core.evening.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecksTest {
    private static Decks.Card card(String question, int minutes) {
        return new Decks.Card(question, minutes);
    }

    @Test
    void a_question_in_two_slots_is_found() {
        assertThat(Heard.hostsWhatTheyAreYetToBeAsked(List.of(List.of("a", "b"), List.of("c", "a"))))
                .isTrue();
        assertThat(Heard.hostsWhatTheyAreYetToBeAsked(List.of(List.of("a", "b"), List.of("c", "d"))))
                .isFalse();
    }

    @Test
    void slots_are_dealt_to_in_turn_until_they_are_full() {
        var cards = List.of(
                card("a", 8), card("b", 8), card("c", 8), card("d", 8), card("e", 8), card("f", 8), card("g", 8));
        assertThat(Decks.deal(cards, 2, 24)).contains(List.of(List.of("a", "c", "e"), List.of("b", "d", "f")));
    }

    @Test
    void what_is_in_no_deck_is_spare_in_one_slot_each() {
        var cards = List.of(card("a", 8), card("b", 8), card("c", 8), card("d", 30), card("e", 8), card("f", 8));
        var spare = Decks.spare(cards, List.of(List.of("a"), List.of("b")), 24);
        assertThat(spare).containsExactly(List.of(card("c", 8), card("f", 8)), List.of(card("e", 8)));
    }

    @Test
    void a_question_longer_than_a_half_is_left_out() {
        assertThat(Decks.deal(List.of(card("a", 11), card("b", 10)), 1, 20)).isEmpty();
        assertThat(Decks.deal(List.of(card("a", 10), card("b", 10)), 1, 20)).isPresent();
        assertThat(Decks.enoughFor(List.of(card("a", 11), card("b", 10), card("c", 9)), 20))
                .isEqualTo(1);
    }
}
