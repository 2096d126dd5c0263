package org.threeshift.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notice.Dispatch;
import org.threeshift.core.notice.Kind;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T16:00:00Z");
    private static final Optional<InterviewId> ONE = Optional.of(new InterviewId(new UUID(0, 7)));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_title_and_one_sentence_with_nothing_that_a_locked_screen_should_not_show(Kind kind) {
        Dispatch dispatch = dispatch(kind, ONE, "/there", name -> "<" + name + ">");
        String shown = PushWords.title(dispatch) + " " + PushWords.sentence(dispatch);
        assertThat(PushWords.title(dispatch)).isNotBlank();
        assertThat(shown)
                .doesNotContain("<round>", "<reason>", "<why>", "<candidate>", "<owing>", "<held>", "<ready>", "{");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"MATCHED", "CONFIRM", "RELEASED"})
    void nobody_is_named_before_both_have_confirmed(Kind kind) {
        assertThat(kind.places()).doesNotContain("other", "by", "candidate");
    }

    @Test
    void a_sentence_ends_however_long_a_name_is() {
        String sentence = PushWords.sentence(dispatch(Kind.IN_TEN_MINUTES, ONE, "/there", _ -> "😀".repeat(2_000)));
        assertThat(sentence.codePointCount(0, sentence.length())).isEqualTo(300);
    }

    @Test
    void ten_minutes_before_does_not_arrive_an_hour_later() {
        assertThat(PushWords.atMost(Kind.IN_TEN_MINUTES)).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(PushWords.urgency(Kind.IN_TEN_MINUTES)).isEqualTo(PushWords.Urgency.HIGH);
        assertThat(PushWords.urgency(Kind.WEEKLY_SUMMARY)).isEqualTo(PushWords.Urgency.LOW);
    }

    @Test
    void of_one_interview_the_last_message_replaces_those_before_and_of_others_none() {
        String moved = topic(Kind.CHANGED, ONE, "/interviews/7");
        assertThat(moved).matches("[\\w-]{32}");
        assertThat(topic(Kind.CANCELLED, ONE, "/interviews")).isEqualTo(moved);
        assertThat(topic(Kind.CHANGED, Optional.of(new InterviewId(new UUID(0, 8))), "/interviews/7"))
                .isNotEqualTo(moved);
        assertThat(topic(Kind.SCORECARD_READY, ONE, "/interviews/7")).isNotEqualTo(moved);
        assertThat(topic(Kind.RELEASED, Optional.empty(), "/practice/pairs/1"))
                .isEqualTo(topic(Kind.MATCHED, Optional.empty(), "/practice/pairs/1"))
                .isNotEqualTo(topic(Kind.MATCHED, Optional.empty(), "/practice/pairs/2"));
    }

    @Test
    void what_is_on_the_page_of_messages_is_opened_through_it() {
        Dispatch dispatch = dispatch(Kind.CHANGED, ONE, "/interviews/7", name -> name);
        JsonNode shown = JsonMapper.shared().readTree(PushWords.json(dispatch, true));
        assertThat(shown.path("page").asString()).isEqualTo("/interviews/7");
        assertThat(shown.path("open").asString()).isEqualTo("/messages/" + dispatch.notice());
        assertThat(JsonMapper.shared()
                        .readTree(PushWords.json(dispatch, false))
                        .path("open")
                        .asString())
                .isEqualTo("/interviews/7");
    }

    private static String topic(Kind kind, Optional<InterviewId> about, String link) {
        return PushWords.topic(dispatch(kind, about, link, name -> name));
    }

    private static Dispatch dispatch(
            Kind kind, Optional<InterviewId> about, String link, Function<String, String> value) {
        return new Dispatch(
                new UUID(0, 1),
                kind,
                new Person(new PersonId(new UUID(0, 2)), "Pia", Optional.empty(), Role.MEMBER, ZoneOffset.UTC, false),
                kind.places().stream().collect(Collectors.toMap(name -> name, value)),
                about,
                link,
                NOW);
    }
}
