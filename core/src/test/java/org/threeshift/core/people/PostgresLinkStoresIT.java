package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.SetupLinks.Purpose;

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
    void an_admin_whose_link_was_used_by_another_meanwhile_is_not_made() {
        Ids ids = new Ids(Instant::now, new SecureRandom());
        People people = new People(new PostgresPersonStore(database.jdbcClient()), ids, Instant::now);
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        SetupLinks links = new SetupLinks(setupLinkStore(), transactions, Instant::now, new SecureRandom());
        Token token = links.forFirstAdmin();
        Outcome late = links.spend(token, Purpose.FIRST_ADMIN, nobody -> {
            database.jdbcClient().sql("update setup_link set used_at = now()").update();
            return people.register("Eve", "eve@example.org", "correct horse battery", "UTC", Role.ADMIN);
        });
        assertThat(late).isEqualTo(Outcome.refused(Problem.LINK_OVER));
        assertThat(people.findByEmail("eve@example.org")).isEmpty();
    }

    @Test
    void the_secret_of_a_link_is_not_in_the_database() {
        Token token = new SetupLinks(
                        setupLinkStore(), TransactionOperations.withoutTransaction(), Instant::now, new SecureRandom())
                .forFirstAdmin();
        assertThat(database.jdbcClient()
                        .sql("select count(*) from setup_link where setup_link::text like '%' || :secret || '%'")
                        .param("secret", token.text())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(setupLinkStore().find(token.hash())).isPresent();
    }
}
