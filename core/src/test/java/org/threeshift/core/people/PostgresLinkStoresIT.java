package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Token;

class PostgresLinkStoresIT extends LinkStoresContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    SetupLinkStore setupLinkStore() {
        return new PostgresSetupLinkStore(database.jdbcClient());
    }

    @Override
    InvitationStore invitationStore() {
        return new PostgresInvitationStore(database.jdbcClient());
    }

    @Override
    PersonId somebody() {
        Person guest = new Person(
                new PersonId(UUID.randomUUID()), "Guest", Optional.empty(), Role.MEMBER, ZoneOffset.UTC, true);
        new PostgresPersonStore(database.jdbcClient())
                .add(new PersonStore.Account(guest, Optional.empty()), Instant.EPOCH);
        return guest.id();
    }

    @Test
    void the_secret_of_a_link_is_not_in_the_database() {
        Token token = new SetupLinks(setupLinkStore(), Instant::now, new SecureRandom()).forFirstAdmin();
        assertThat(database.jdbcClient()
                        .sql("select count(*) from setup_link where encode(token_hash, 'escape') = :secret")
                        .param("secret", token.text())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(setupLinkStore().find(token.hash())).isPresent();
    }
}
