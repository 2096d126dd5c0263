package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    @ParameterizedTest
    @CsvSource({
        "'', PASSWORD_MISSING",
        "short, PASSWORD_TOO_SHORT",
        "ninechars, PASSWORD_TOO_SHORT",
        "aaaaaaaaaaaa, PASSWORD_TRIVIAL",
        "abababababab, PASSWORD_TRIVIAL",
        "1234567890, PASSWORD_TRIVIAL",
        "9876543210, PASSWORD_TRIVIAL",
        "qwertyuiop, PASSWORD_TRIVIAL",
        "Password2026!, PASSWORD_TRIVIAL",
        "threeshift123, PASSWORD_TRIVIAL",
        "letmeinletmein, PASSWORD_TRIVIAL",
        "nuttertools, PASSWORD_LEAKED",
        "NutterTools, PASSWORD_LEAKED",
        "undertaker1984!, PASSWORD_LEAKED",
        "Tigger2026!!, PASSWORD_LEAKED",
        "ada lovelace, PASSWORD_ABOUT_YOU",
        "AdaLovelace, PASSWORD_ABOUT_YOU",
        "ada@example.org, PASSWORD_ABOUT_YOU"
    })
    void a_weak_password_is_refused(String password, Problem problem) {
        assertThat(Entry.password(password, "Ada Lovelace", "ada@example.org")).contains(problem);
    }

    @Test
    void a_password_of_201_characters_is_refused_and_one_of_200_is_not() {
        assertThat(Entry.password("x1y2z".repeat(40), "Ada", "")).isEmpty();
        assertThat(Entry.password("x1y2z".repeat(40) + "!", "Ada", "")).contains(Problem.PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery staple", "pässwörter und mehr", "admin of my own fate", "zq81hslw0d"})
    void a_good_password_needs_no_special_characters(String password) {
        assertThat(Entry.password(password, "Ada Lovelace", "ada@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada@example.org", "a.b+c@sub.example.co.uk", "o'hara@example.org", "jürgen@müller.example"})
    void an_address_is_accepted(String email) {
        assertThat(Entry.email(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.org",
                "ada@localhost",
                "ada@example.",
                "a b@example.org",
                "a@b@c.org",
                "a,b@c.org",
                // No message can go there.
                "a\"b@example.org",
                "a\u202eb@example.org",
                "a\u00a0b@example.org",
                "a@exam\u200bple.org",
                "a\u2028b@example.org"
            })
    void what_is_no_address_is_refused(String email) {
        assertThat(Entry.email(email)).contains(Problem.EMAIL_MALFORMED);
    }

    @Test
    void names_of_all_scripts_are_accepted_and_invisible_ones_are_not() {
        assertThat(Entry.name("Zoë Müller-Łukasz")).isEmpty();
        assertThat(Entry.name("王小明")).isEmpty();
        assertThat(Entry.name("क्\u200dष")).isEmpty();
        assertThat(Entry.name("\u200d")).contains(Problem.NAME_UNPRINTABLE);
        assertThat(Entry.name("Ada\u202e")).contains(Problem.NAME_UNPRINTABLE);
        assertThat(Entry.name(Entry.tidyName(" \u00a0 "))).contains(Problem.NAME_MISSING);
        assertThat(Entry.name("x".repeat(101))).contains(Problem.NAME_TOO_LONG);
        assertThat(Entry.tidyName("  Ada \t Lovelace ")).isEqualTo("Ada Lovelace");
    }

    @Test
    void a_zone_is_a_region() {
        assertThat(Entry.zone("Europe/Berlin")).isEmpty();
        assertThat(Entry.zone("UTC")).isEmpty();
        assertThat(Entry.zone("Europe/Atlantis")).contains(Problem.ZONE_UNKNOWN);
        assertThat(Entry.zone("+01:00")).contains(Problem.ZONE_UNKNOWN);
        assertThat(Entry.zone("")).contains(Problem.ZONE_UNKNOWN);
    }
}
