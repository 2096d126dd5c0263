package org.threeshift.core.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.threeshift.core.evening.plan.Decks.Card;

/** A deck of a, b, c, and x, y to spare. */
class MeetingQuestionsTest {
    private static final List<Card> DECK = List.of(new Card("a", 8), new Card("b", 8), new Card("c", 8));
    private static final List<Card> SPARE = List.of(new Card("x", 8), new Card("y", 30));

    private static MeetingQuestions choose(Set<String> first, Set<String> second) {
        return MeetingQuestions.choose(DECK, SPARE, first, second, 10).orElseThrow();
    }

    @Test
    void where_all_is_open_the_deck_does() {
        assertThat(choose(Set.of(), Set.of())).isEqualTo(new MeetingQuestions(List.of("a"), Set.of("a", "b", "c")));
    }

    @Test
    void whoever_may_host_nothing_of_the_deck_hosts_what_is_spare_in_either_half() {
        Set<String> all = Set.of("a", "b", "c");
        assertThat(choose(all, Set.of()).firstHalf()).containsExactly("x");
        assertThat(choose(Set.of(), all)).isEqualTo(new MeetingQuestions(List.of("a"), Set.of("a", "x")));
    }

    @Test
    void the_only_question_that_the_other_may_host_is_left_to_them() {
        assertThat(choose(Set.of(), Set.of("b", "c"))).isEqualTo(new MeetingQuestions(List.of("b"), Set.of("a", "b")));
    }

    @Test
    void whoever_may_host_nothing_at_all_is_found_and_so_is_what_takes_too_long() {
        Set<String> all = Set.of("a", "b", "c", "x");
        assertThat(MeetingQuestions.choose(DECK, SPARE, all, Set.of(), 10)).isEmpty();
        assertThat(MeetingQuestions.hosts(DECK, SPARE, all, 10)).isFalse();
        assertThat(MeetingQuestions.hosts(DECK, SPARE, all, 30)).isTrue();
    }
}
