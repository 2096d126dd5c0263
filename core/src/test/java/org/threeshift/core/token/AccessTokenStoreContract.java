package org.threeshift.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.PersonId;

/** What every store of tokens does. */
abstract class AccessTokenStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    abstract AccessTokenStore store();

    /** Somebody whom the store lets own tokens. */
    abstract PersonId somebody();

    @Test
    void a_token_is_found_by_its_secret_alone() {
        PersonId ada = somebody();
        AccessToken token = token(ada, NOW);
        store().add(token, hash("one"));
        store().add(token(ada, NOW), hash("two"));
        assertThat(store().find(hash("one"))).contains(token);
        assertThat(store().find(hash("three"))).isEmpty();
    }

    @Test
    void everybody_has_their_own_the_newest_first() {
        PersonId ada = somebody();
        PersonId ben = somebody();
        AccessToken first = token(ada, NOW);
        AccessToken second = token(ada, NOW.plusSeconds(1));
        store().add(first, hash("first"));
        store().add(second, hash("second"));
        store().add(token(ben, NOW), hash("bens"));
        assertThat(store().of(ada)).containsExactly(second, first);
        assertThat(store().of(somebody())).isEmpty();
    }

    @Test
    void a_use_is_noted_unless_one_was_noted_just_before() {
        PersonId ada = somebody();
        AccessToken token = token(ada, NOW);
        store().add(token, hash("used"));
        store().used(token.id(), NOW.plusSeconds(10), NOW.minusSeconds(50));
        store().used(token.id(), NOW.plusSeconds(20), NOW.minusSeconds(40));
        assertThat(store().of(ada).getFirst().lastUsedAt()).contains(NOW.plusSeconds(10));
        store().used(token.id(), NOW.plusSeconds(80), NOW.plusSeconds(20));
        assertThat(store().of(ada).getFirst().lastUsedAt()).contains(NOW.plusSeconds(80));
    }

    @Test
    void only_its_owner_removes_a_token() {
        PersonId ada = somebody();
        AccessToken token = token(ada, NOW);
        store().add(token, hash("kept"));
        assertThat(store().remove(somebody(), token.id())).isFalse();
        assertThat(store().find(hash("kept"))).isPresent();
        assertThat(store().remove(ada, token.id())).isTrue();
        assertThat(store().remove(ada, token.id())).isFalse();
        assertThat(store().find(hash("kept"))).isEmpty();
    }

    @Test
    void all_of_somebodys_tokens_go_together_and_nobody_elses() {
        PersonId ada = somebody();
        PersonId ben = somebody();
        store().add(token(ada, NOW), hash("a1"));
        store().add(token(ada, NOW), hash("a2"));
        store().add(token(ben, NOW), hash("b1"));
        assertThat(store().removeAll(ada)).isEqualTo(2);
        assertThat(store().of(ada)).isEmpty();
        assertThat(store().of(ben)).hasSize(1);
    }

    /** Another for each test, as all may share one database. */
    private byte[] hash(String word) {
        return new Token(getClass().getName() + salt + word).hash();
    }

    private final UUID salt = UUID.randomUUID();

    private static AccessToken token(PersonId person, Instant at) {
        return new AccessToken(
                new AccessTokenId(UUID.randomUUID()),
                person,
                "Calendar",
                Scope.READ,
                at,
                at.plus(Duration.ofDays(90)),
                Optional.empty());
    }
}
