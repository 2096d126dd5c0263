package org.threeshift.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.hours.Span;
import org.threeshift.core.notice.Hours;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.notice.Told;
import org.threeshift.web.page.RealPages;

/** What is said of practice evenings on the page of messages, by Berlin’s clock. */
class NoticeWordsTest {
    private static final Instant AT = Instant.parse("2026-12-09T21:30:00Z");
    private static final Map<String, String> EVENING =
            Map.of("by", "Miriam", "at", AT.toString(), "title", "Both chairs", "reason", "", "takes", "");

    @Test
    void a_change_says_both_hours_whom_one_meets_and_that_the_yes_stands() {
        var before = Span.of(Instant.parse("2026-12-02T16:30:00Z"), Duration.ofHours(2));
        Told told = told(
                Kind.EVENING_CHANGED,
                Map.of(
                        "hours", Hours.of(Span.of(AT, Duration.ofMinutes(40)), before),
                        "partners", "Élodie, Kofi",
                        "answer", "stands",
                        "new-note", "Bring tea.",
                        "reason", "The room is taken."));
        assertThat(NoticeWords.sentence(RealPages.page(), told))
                .isEqualTo("“Both chairs” with Miriam: now Wed 9 Dec, 22:30 to 23:10, instead of Wed 2 Dec, 17:30 to"
                        + " 19:30. You meet Élodie, Kofi. You still count as coming. If you can’t come then, say so"
                        + " on its page.");
        assertThat(NoticeWords.aside(RealPages.page(), told)).contains("“The room is taken.” New note: “Bring tea.”");
    }

    @Test
    void what_was_told_before_hours_were_kept_says_when_it_is() {
        assertThat(NoticeWords.sentence(RealPages.page(), told(Kind.EVENING_CHANGED, Map.of())))
                .startsWith("“Both chairs” with Miriam: Wed 9 Dec, 22:30.");
    }

    @Test
    void another_plan_is_not_told_as_the_first_one_was() {
        assertThat(NoticeWords.sentence(
                        RealPages.page(), told(Kind.EVENING_PLANNED, Map.of("whom", "Kofi", "anew", ""))))
                .isEqualTo("Your plan of “Both chairs” with Miriam, Wed 9 Dec, 22:30, is there. You meet Kofi.");
        assertThat(NoticeWords.sentence(
                        RealPages.page(), told(Kind.EVENING_PLANNED, Map.of("whom", "", "anew", "anew"))))
                .isEqualTo("Your plan of “Both chairs” with Miriam, Wed 9 Dec, 22:30, has changed. As it stands you"
                        + " meet nobody there. Should that change, you are told.");
    }

    @Test
    void a_coach_is_told_who_cannot_come_and_whom_that_leaves_alone() {
        assertThat(NoticeWords.sentence(
                        RealPages.page(), told(Kind.EVENING_GUESTS, Map.of("gone", "Arjun", "alone", "Nadia"))))
                .isEqualTo("“Both chairs”, Wed 9 Dec, 22:30. Can’t come after all: Arjun. As the plan stands, nobody"
                        + " is left to meet for: Nadia.");
    }

    private static Told told(Kind kind, Map<String, String> values) {
        var all = new HashMap<>(EVENING);
        all.putAll(values);
        return new Told(new UUID(0, 1), kind, all, "/evenings/x", AT, true, Told.Since.STANDS);
    }
}
