package org.threeshift.core.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.settings.Settings;

/**
 * Guests who made no account, once everything that they took part in lies as many days back as the settings say. Whom no
 * interview names is deleted; whom one does is erased or, where nothing erases, loses the name, so that what others got out
 * of the interview stays right.
 */
@Component
final class PostgresGuests implements Sweep {
    static final String NAMELESS = "A former guest";
    private static final int MOST_A_NIGHT = 500;

    private final JdbcClient jdbc;
    private final Settings settings;
    private final ObjectProvider<GuestEraser> erasers;

    PostgresGuests(JdbcClient jdbc, Settings settings, ObjectProvider<GuestEraser> erasers) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.erasers = erasers;
    }

    @Override
    public String name() {
        return "guests";
    }

    @Override
    public int sweep(Instant now) {
        GuestEraser eraser = erasers.getIfAvailable(() -> this::takeName);
        List<PersonId> due = due(now.minus(Duration.ofDays(settings.current().guestDays())));
        return OneByOne.count(due, guest -> {
            endSessions(guest);
            if (!deleted(guest)) {
                eraser.erase(guest);
            }
            return true;
        });
    }

    private List<PersonId> due(Instant before) {
        return jdbc.sql("""
                select id
                  from person
                 where guest
                   and merged_into is null
                   and name <> :nameless
                   and erased_at is null
                   and created_at < :before
                   and not exists (
                           select
                             from participant
                             join interview on interview.id = participant.interview_id
                            where participant.person_id = person.id
                              and greatest(interview.starts_at, interview.started_at, interview.finished_at,
                                           interview.published_at, interview.cancelled_at) >= :before)
                 order by created_at
                 limit :most
                """)
                .param("nameless", NAMELESS)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", MOST_A_NIGHT)
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    private void endSessions(PersonId guest) {
        jdbc.sql("delete from spring_session where principal_name = :guest")
                .param("guest", guest.toString())
                .update();
    }

    /** The database knows best what still names somebody. */
    private boolean deleted(PersonId guest) {
        try {
            return jdbc.sql("delete from person where id = :guest and guest")
                            .param("guest", guest.value())
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException named) {
            return false;
        }
    }

    private void takeName(PersonId guest) {
        jdbc.sql("update person set name = :nameless where id = :guest and guest")
                .param("nameless", NAMELESS)
                .param("guest", guest.value())
                .update();
    }
}
