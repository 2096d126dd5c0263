package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;

class PostgresPersonStoreIT extends PersonStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final PersonStore store = new PostgresPersonStore(database.jdbcClient());

    @Override
    PersonStore store() {
        return store;
    }

    @Test
    void an_address_that_the_database_would_choke_on_is_nobodys() {
        InstantSource time = InstantSource.system();
        People people = new People(store, new Ids(time, new Random(3)), time);
        assertThat(people.authenticate("ada\0@example.org", "whatever")).isEmpty();
        assertThat(people.findByEmail("ada\0@example.org")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "null", textBlock = """
            an account without an address, Ada,   null,            MEMBER, false, null
            a guest with an address,       Ada,   ada@example.org, MEMBER, true,  null
            a guest with a password,       Ada,   null,            MEMBER, true,  hash
            a guest who is a coach,        Ada,   null,            COACH,  true,  null
            an address in capitals,        Ada,   Ada@Example.org, MEMBER, false, null
            no name,                       '',    ada@example.org, MEMBER, false, null
            a name with space around,      ' A ', ada@example.org, MEMBER, false, null
            an unknown role,               Ada,   ada@example.org, OWNER,  false, null
            """)
    void the_database_itself_refuses(
            String what, String name, String email, String role, boolean guest, String passwordHash) {
        assertThatThrownBy(() -> database.jdbcClient()
                        .sql("""
                        insert into person (id, name, email, role, zone, guest, password_hash, created_at)
                        values (gen_random_uuid(), :name, :email, :role, 'UTC', :guest, :hash, now())
                        """)
                        .param("name", name)
                        .param("email", email)
                        .param("role", role)
                        .param("guest", guest)
                        .param("hash", passwordHash)
                        .update())
                .as(what)
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
