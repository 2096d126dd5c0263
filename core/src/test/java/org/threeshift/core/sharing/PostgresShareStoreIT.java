package org.threeshift.core.sharing;

import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class PostgresShareStoreIT extends ShareStoreContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @Override
    ShareStore store() {
        return new PostgresShareStore(database.jdbcClient());
    }

    @Override
    PersonId owner() {
        UUID id = UUID.randomUUID();
        database.jdbcClient().sql("""
                insert into person (id, name, role, zone, guest, created_at)
                values (:id, 'Somebody', 'MEMBER', 'UTC', true, now())
                """).param("id", id).update();
        return new PersonId(id);
    }

    @Override
    InterviewId interview() {
        UUID id = UUID.randomUUID();
        database.jdbcClient()
                .sql("""
                insert into interview (id, kind, phase, host, invitee, bank_id, bank_version, round_id, title, minutes,
                                       starts_at, zone)
                values (:id, 'PEER', 'SCHEDULED', :host, 'Ada', 'bank', 1, 'round', 'Round', 10, now(), 'UTC')
                """)
                .param("id", id)
                .param("host", owner().value())
                .update();
        return new InterviewId(id);
    }
}
