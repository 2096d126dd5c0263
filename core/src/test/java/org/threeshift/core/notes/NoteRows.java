package org.threeshift.core.notes;

import java.util.UUID;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** The rows that notes hang on. */
final class NoteRows {
    private NoteRows() {}

    static PersonId person(TestDatabase database) {
        UUID id = UUID.randomUUID();
        database.jdbcClient().sql("""
                insert into person (id, name, role, zone, guest, created_at)
                values (:id, 'Somebody', 'MEMBER', 'UTC', true, now())
                """).param("id", id).update();
        return new PersonId(id);
    }

    static InterviewId interview(TestDatabase database, PersonId host) {
        UUID id = UUID.randomUUID();
        database.jdbcClient()
                .sql("""
                insert into interview (id, kind, phase, host, invitee, bank_id, bank_version, round_id, title, minutes,
                                       starts_at, zone)
                values (:id, 'PEER', 'SCHEDULED', :host, 'Ada', 'bank', 1, 'round', 'Round', 10, now(), 'UTC')
                """)
                .param("id", id)
                .param("host", host.value())
                .update();
        return new InterviewId(id);
    }
}
