package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    @Test
    void every_key_that_is_taken_while_the_line_is_lost_has_words() {
        var keys = new TreeSet<>(Keys.KNOWN);
        keys.removeAll(Keys.MOVES);
        assertThat(WaitingLine.words().keySet()).containsAll(keys);
    }

    @Test
    void what_moves_the_candidate_on_is_never_pressed_blindly() {
        assertThat(Keys.MOVES)
                .contains("]", "[", "e", "o", "x", "q", "i", "l", "b")
                .doesNotContain("4", "v", "p", "s");
    }

    @Test
    void the_browser_fills_in_the_shift() {
        assertThat(WaitingLine.words()).containsEntry("4", "{0}: 4.");
    }
}
