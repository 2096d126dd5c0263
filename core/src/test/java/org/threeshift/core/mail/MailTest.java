package org.threeshift.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@example.org\nSubject: hello",
                "ada@example.org, eve@example.org",
                "ada@example.org;eve@example.org",
                "Ada <ada@example.org>",
                "ada @example.org",
                "ada\u202e@example.org",
                "@example.org",
                "ada",
                ""
            })
    void only_one_address_and_nothing_else_is_an_address(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> to(address, "/confirm/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "javascript:alert(1)", "confirm/x"})
    void a_message_links_nowhere_but_to_this_installation(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> to("ada@example.org", link));
    }

    @Test
    void what_is_right_is_taken() {
        assertThatNoException().isThrownBy(() -> to("ada.o'neil+work@mail.example.org", "/confirm/x?y=1"));
    }

    @Test
    void a_key_is_needed_because_one_event_is_one_message() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail(" ", Topic.TRIAL, "ada@example.org", Optional.empty(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-A:one\nX-B:two\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\nBEGIN:VCARD\r\n",
                "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-A:0123456789012345678901234567890123456789012345678901234567890123456789"
                        + "01\r\nEND:VCALENDAR\r\n"
            })
    void a_calendar_part_asks_or_calls_off_in_whole_folded_lines(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarPart(text));
    }

    @Test
    void a_calendar_part_says_what_a_calendar_is_to_do() {
        var part = new CalendarPart("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n");
        assertThat(part.method()).isEqualTo(CalendarPart.Method.CANCEL);
    }

    private static Mail to(String address, String link) {
        return new Mail("key", Topic.PASSWORD_LINK, address, Optional.empty(), Map.of("by", "Ada", "link", link));
    }
}
