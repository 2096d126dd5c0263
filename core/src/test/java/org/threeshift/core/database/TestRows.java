package org.threeshift.core.database;

import java.util.UUID;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** People and interviews as bare rows, for stores whose own rows hang on them. */
public final class TestRows {
    private TestRows() {}

    public static PersonId person(TestDatabase database) {
        UUID id = UUID.randomUUID();
        database.jdbcClient().sql("""
                insert into person (id, name, role, zone, guest, created_at)
                values (:id, 'Somebody', 'MEMBER', 'UTC', true, now())
                """).param("id", id).update();
        return new PersonId(id);
    }

    /** Scheduled, with a host of its own. */
    public static InterviewId interview(TestDatabase database) {
        return interview(database, person(database));
    }

    public static InterviewId interview(TestDatabase database, PersonId host) {
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

    /** Gives somebody a part in an interview. */
    public static void seat(TestDatabase database, InterviewId interview, PersonId person, String seat) {
        database.jdbcClient()
                .sql("""
                insert into participant (interview_id, person_id, seat)
                values (:interview, :person, :seat)
                """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("seat", seat)
                .update();
    }
}
