package org.threeshift.core.token;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.PersonId;

class PostgresAccessTokenStoreIT extends AccessTokenStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    AccessTokenStore store() {
        return new PostgresAccessTokenStore(database.jdbcClient());
    }

    @Override
    PersonId somebody() {
        UUID id = UUID.randomUUID();
        database.jdbcClient()
                .sql("""
                        insert into person (id, name, email, role, zone, guest, created_at)
                        values (:id, 'Somebody', :email, 'MEMBER', 'UTC', false, now())
                        """)
                .param("id", id)
                .param("email", id + "@example.org")
                .update();
        return new PersonId(id);
    }

    @Test
    void the_database_itself_takes_no_token_for_longer_than_a_year() {
        PersonId ada = somebody();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.jdbcClient()
                        .sql("""
                                insert into access_token (id, person_id, name, scope, token_hash, created_at, expires_at)
                                values (:id, :person, 'Long', 'READ', sha256('x'), now(), now() + interval '366 days')
                                """)
                        .param("id", UUID.randomUUID())
                        .param("person", ada.value())
                        .update())
                .withMessageContaining("access_token_lasts_a_year_at_most");
    }
}
