package org.threeshift.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.notice.Choices.Choice;
import org.threeshift.core.people.PersonId;

class KindTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_mail_of_its_name_with_the_same_places_between_name_and_link(Kind kind) {
        var places = new ArrayList<>(List.of("name"));
        places.addAll(kind.places());
        places.add("link");
        // How long it takes is as it stands when the mail goes out, as its entry for a calendar says.
        if (List.of(Kind.BOOKED, Kind.PLANNED, Kind.CHANGED, Kind.MOVED).contains(kind)) {
            places.add("length");
        }
        assertThat(EmailSender.topic(kind).places()).isEqualTo(places);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void what_is_chosen_together_is_chosen_under_one_kind(Kind kind) {
        assertThat(kind.chosenAs().chosenAs()).isEqualTo(kind.chosenAs());
        assertThat(kind.unlessChosen()).isEqualTo(kind.chosenAs().unlessChosen());
    }

    @Test
    void whoever_chose_nothing_is_told_as_the_kind_has_it_and_whoever_chose_as_they_chose() {
        assertThat(new Choices(Map.of()).wanted(Kind.IN_TEN_MINUTES)).containsExactly(Channel.IN_APP, Channel.PUSH);
        var chosen = new Choices(Map.of(
                new Choice(Kind.IN_TEN_MINUTES, Channel.EMAIL), true,
                new Choice(Kind.IN_TEN_MINUTES, Channel.IN_APP), false));
        assertThat(chosen.wanted(Kind.IN_TEN_MINUTES)).containsExactly(Channel.EMAIL, Channel.PUSH);
    }

    @Test
    void the_second_reminder_of_a_sheet_follows_the_choice_about_the_first() {
        var none = new Choices(Map.of(
                new Choice(Kind.SHEET_STILL_OWED, Channel.EMAIL), false,
                new Choice(Kind.SHEET_OWED, Channel.IN_APP), false));
        assertThat(none.wanted(Kind.SHEET_STILL_OWED)).isEmpty();
        assertThat(none.wanted(Kind.SHEET_OWED)).isEmpty();
        assertThat(none.wanted(Kind.SHEETS_MISSING)).isNotEmpty();
    }

    @Test
    void a_notice_without_one_of_its_values_or_with_a_link_to_elsewhere_is_none() {
        assertThatThrownBy(() -> notice(Map.of("at", NOW.toString()), "/home")).hasMessageContaining("confirm-by");
        assertThatThrownBy(() -> notice(Map.of("at", "", "confirm-by", ""), "//example.org"))
                .hasMessageContaining("path");
        assertThat(notice(Map.of("at", "", "confirm-by", ""), "/home").key()).isEqualTo("key");
    }

    private static Notice notice(Map<String, String> values, String link) {
        return new Notice(
                "key",
                Kind.CONFIRM,
                new PersonId(new UUID(0, 1)),
                values,
                Optional.empty(),
                link,
                NOW,
                NOW.plusSeconds(1));
    }
}
