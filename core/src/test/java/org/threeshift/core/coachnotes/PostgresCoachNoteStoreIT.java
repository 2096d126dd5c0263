package org.threeshift.core.coachnotes;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.PersonId;

class PostgresCoachNoteStoreIT extends CoachNoteStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    CoachNoteStore store() {
        return new PostgresCoachNoteStore(database.jdbcClient());
    }

    @Override
    PersonId person() {
        UUID id = UUID.randomUUID();
        database.jdbcClient().sql("""
                insert into person (id, name, role, zone, guest, created_at)
                values (:id, 'Somebody', 'MEMBER', 'UTC', true, now())
                """).param("id", id).update();
        return new PersonId(id);
    }
}
