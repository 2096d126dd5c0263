package org.threeshift.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.token.AccessTokens.Bearer;
import org.threeshift.core.token.AccessTokens.Made;

class AccessTokensTest {
    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final SecureRandom chance = new SecureRandom();
    private final Ids ids = new Ids(now::get, chance);
    private final List<Deed> deeds = new ArrayList<>();
    private final Trail trail = (deed, _, about, _) -> {
        assertThat(about).isPresent();
        deeds.add(deed);
    };
    private final People people = People.inMemory(ids, now::get);
    private final AccessTokens tokens =
            new AccessTokens(new InMemoryAccessTokenStore(), people, ids, now::get, chance, trail);
    private final Person ada = ((Outcome.Done)
                    people.register("Ada", "ada@example.org", "correct horse battery", "UTC", Role.MEMBER))
            .person();

    @Test
    void a_token_acts_as_its_owner_for_ninety_days_when_nothing_else_is_asked() {
        Made.Done made = made("  Calendar \t of mine ", "read", "");
        assertThat(made.token().name()).isEqualTo("Calendar of mine");
        assertThat(tokens.bearer(made.secret())).map(Bearer::person).contains(ada);
        now.set(START.plus(Duration.ofDays(90)).minusSeconds(1));
        assertThat(tokens.bearer(made.secret())).isPresent();
        now.set(START.plus(Duration.ofDays(90)));
        assertThat(tokens.bearer(made.secret())).isEmpty();
        assertThat(tokens.of(ada)).hasSize(1);
    }

    @Test
    void a_secret_is_long_marked_and_told_to_nobody_by_accident() {
        Made.Done made = made("One", "write", "1");
        assertThat(made.secret().text()).startsWith("threeshift_").hasSizeGreaterThan(50);
        assertThat(made.toString()).doesNotContain(made.secret().text());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "'', read, 90, NAME_MISSING",
                "'   ', read, 90, NAME_MISSING",
                "'a\u202eb', read, 90, NAME_UNPRINTABLE",
                "'a\u0000b', read, 90, NAME_UNPRINTABLE",
                "One, '', 90, SCOPE_UNKNOWN",
                "One, admin, 90, SCOPE_UNKNOWN",
                "One, read, 0, DAYS_OUT_OF_RANGE",
                "One, read, 366, DAYS_OUT_OF_RANGE",
                "One, read, -1, DAYS_OUT_OF_RANGE",
                "One, read, soon, DAYS_OUT_OF_RANGE",
                "One, read, 99999999999, DAYS_OUT_OF_RANGE"
            })
    void what_makes_no_token_is_refused_with_a_sentence(String name, String scope, String days, TokenProblem problem) {
        assertThat(tokens.make(ada, name, scope, days)).isEqualTo(new Made.Refused(List.of(problem)));
        assertThat(problem.sentence()).endsWith(".");
        assertThat(tokens.of(ada)).isEmpty();
    }

    @Test
    void a_name_has_sixty_characters_at_most() {
        assertThat(tokens.make(ada, "x".repeat(61), "read", ""))
                .isEqualTo(new Made.Refused(List.of(TokenProblem.NAME_TOO_LONG)));
        assertThat(made("😀".repeat(60), "read", "").token().name()).hasSize(120);
    }

    @Test
    void nobody_has_more_than_twenty_that_work() {
        for (int i = 0; i < AccessTokens.MOST; i++) {
            made("Number " + i, "read", i == 0 ? "1" : "");
        }
        assertThat(tokens.make(ada, "One more", "read", ""))
                .isEqualTo(new Made.Refused(List.of(TokenProblem.TOO_MANY)));
        now.set(START.plus(Duration.ofDays(1)));
        assertThat(made("One more", "read", "").token().name()).isEqualTo("One more");
    }

    @Test
    void a_guest_has_none() {
        Person guest = ((Outcome.Done) people.welcomeGuest("Gus", ZoneOffset.UTC)).person();
        assertThat(tokens.make(guest, "One", "read", "")).isEqualTo(new Made.Refused(List.of(TokenProblem.NO_ACCOUNT)));
    }

    @Test
    void a_revoked_token_is_dead_and_nobody_else_revokes_it() {
        Person ben = ((Outcome.Done)
                        people.register("Ben", "ben@example.org", "correct horse battery", "UTC", Role.MEMBER))
                .person();
        Made.Done made = made("One", "read", "");
        assertThat(tokens.revoke(ben, made.token().id())).isFalse();
        assertThat(tokens.bearer(made.secret())).isPresent();
        assertThat(tokens.revoke(ada, made.token().id())).isTrue();
        assertThat(tokens.bearer(made.secret())).isEmpty();
        assertThat(deeds).containsExactly(Deed.TOKEN_MADE, Deed.TOKEN_REVOKED);
    }

    @Test
    void a_made_up_token_is_nobodys() {
        assertThat(tokens.bearer(new Token("threeshift_made-up"))).isEmpty();
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        Made.Done made = made("One", "read", "");
        var _ = tokens.bearer(made.secret());
        now.set(START.plusSeconds(59));
        var _ = tokens.bearer(made.secret());
        assertThat(tokens.of(ada).getFirst().lastUsedAt()).contains(START);
        now.set(START.plusSeconds(61));
        var _ = tokens.bearer(made.secret());
        assertThat(tokens.of(ada).getFirst().lastUsedAt()).contains(START.plusSeconds(61));
    }

    private Made.Done made(String name, String scope, String days) {
        return (Made.Done) tokens.make(ada, name, scope, days);
    }
}
