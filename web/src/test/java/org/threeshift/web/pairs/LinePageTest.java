package org.threeshift.web.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.Estimate;
import org.threeshift.core.pairs.PairView;
import org.threeshift.core.pairs.WaitingRoom.Ahead;
import org.threeshift.core.pairs.WaitingRoom.Ended;
import org.threeshift.core.pairs.WaitingRoom.Hindrance;
import org.threeshift.core.pairs.model.Origin;
import org.threeshift.core.pairs.model.Pair;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.pairs.model.PairState.Confirmed;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.page.RealPages;
import org.threeshift.web.page.Texts;

/** What the waiting room and the page of a pair say, in words. */
class LinePageTest {
    private static final Instant NOW = RealPages.moments().now();
    private static final PersonId READER = new PersonId(new UUID(0, 1));

    @Test
    void whoever_has_something_ahead_reads_what_and_when() {
        Instant from = NOW.plus(Duration.ofMinutes(13));
        assertThat(line(outside(busy(Optional.of("Director panel"), from, false), Optional.empty())))
                .contains("You have “Director panel” at 21:13, and an exchange of 60 minutes would run into it.")
                .doesNotContain("Come in, and");
        assertThat(line(outside(busy(Optional.empty(), from, false), Optional.empty())))
                .contains("You have an appointment at 21:13,");
        assertThat(line(outside(busy(Optional.of("Director panel"), NOW.minusSeconds(60), true), Optional.empty())))
                .contains("You have “Director panel” until 21:44.");
    }

    @Test
    void whoever_watches_something_is_told_and_may_come_in() {
        Instant from = NOW.plus(Duration.ofMinutes(13));
        assertThat(now(ahead(Optional.of("Director panel"), from, false)))
                .contains("You watch “Director panel” at 21:13, and an exchange of 60 minutes would run into it.")
                .contains("Come in, and");
        assertThat(now(ahead(Optional.of("Director panel"), NOW, true)))
                .contains("You watch “Director panel” until 21:45.");
    }

    private static String now(Ahead watches) {
        return RealPages.html(
                "pairs/now",
                Map.of(
                        "line",
                        outside(Optional.empty(), Optional.empty()),
                        "saved",
                        false,
                        "watches",
                        Optional.of(watches),
                        "practice",
                        Optional.empty()));
    }

    @Test
    void whoever_left_reads_how() {
        LineCard closed = outside(Optional.empty(), Optional.of(Ended.PAGE_CLOSED));
        assertThat(line(closed)).contains("You left the line when this page was closed, or asleep, for half a minute.");
        LineCard pressed = outside(Optional.empty(), Optional.of(Ended.NOT_THEIRS));
        assertThat(line(pressed)).contains("not by your doing");
        assertThat(line(pressed.left())).contains("You left the line.").doesNotContain("not by your doing");
    }

    @Test
    void what_waiting_led_to_is_told_in_times_and_not_in_people() {
        assertThat(estimate(new Estimate(5, 3, Optional.of(Duration.ofMinutes(4)))))
                .contains("somebody came 5 times at this hour of the week, and 3 times found a partner,"
                        + " half of those within 4 minutes.");
        assertThat(estimate(new Estimate(6, 1, Optional.of(Duration.ofSeconds(20)))))
                .contains("came 6 times at this hour of the week, and once found a partner, within a minute.");
        assertThat(estimate(new Estimate(7, 0, Optional.empty())))
                .contains("7 times")
                .contains("never found a partner");
    }

    @Test
    void hours_at_which_calling_off_would_be_late_at_once_are_said_to_be_so() {
        assertThat(move(Duration.ofHours(25))).doesNotContain("counts as late");
        assertThat(move(Duration.ofHours(23)))
                .contains("An hour before Thu 19 Nov, 21:00", "calling off counts as late.")
                .contains("the first two of a day and eight in all at most");
    }

    private static String estimate(Estimate known) {
        return line(outside(Optional.empty(), Optional.empty(), Optional.of(known)));
    }

    private static String line(LineCard card) {
        return RealPages.html("pairs/line", Map.of("line", card));
    }

    private static String move(Duration ahead) {
        var pair = new Pair(
                new PairId(new UUID(0, 3)),
                Origin.DRAW,
                READER,
                new PersonId(new UUID(0, 2)),
                NOW,
                new InterviewId(new UUID(0, 4)),
                new Confirmed(hour(Duration.ofDays(4)), Optional.empty()));
        var view = new PairView(pair, READER, Optional.empty(), Optional.empty(), Optional.empty(), "", NOW);
        return RealPages.html(
                "pairs/move", Map.of("card", new PairCard(view, Optional.empty()), "hours", List.of(hour(ahead))));
    }

    private static Span hour(Duration ahead) {
        return Span.of(NOW.plus(ahead), Duration.ofHours(1));
    }

    private static Ahead ahead(Optional<String> what, Instant from, boolean begun) {
        return new Ahead(what, Span.of(from, Duration.ofMinutes(45)), begun, 60);
    }

    private static Optional<Hindrance> busy(Optional<String> what, Instant from, boolean begun) {
        return Optional.of(new Hindrance.Busy(ahead(what, from, begun)));
    }

    private static LineCard outside(Optional<Hindrance> hindrance, Optional<Ended> ended) {
        return outside(hindrance, ended, Optional.empty());
    }

    private static LineCard outside(Optional<Hindrance> hindrance, Optional<Ended> ended, Optional<Estimate> estimate) {
        return new LineCard(
                "outside",
                Optional.empty(),
                0,
                hindrance,
                ended.map(Texts::constant),
                estimate,
                Optional.empty(),
                Optional.empty());
    }
}
