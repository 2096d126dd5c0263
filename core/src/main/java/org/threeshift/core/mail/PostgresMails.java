package org.threeshift.core.mail;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresMails implements Mails {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    PostgresMails(JdbcClient jdbc, Ids ids, InstantSource time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.time = time;
        this.events = events;
    }

    @Override
    public void post(Mail mail) {
        int posted = jdbc.sql("""
                insert into outbox (id, key, topic, address, person_id, filled, calendar, posted_at, next_at)
                values (:id, :key, :topic, :address, cast(:person as uuid), cast(:filled as jsonb), :calendar, :at, :at)
                    on conflict (key) do nothing
                """)
                .param("id", ids.next())
                .param("key", mail.key())
                .param("topic", mail.topic().code())
                .param("address", mail.address())
                .param("person", mail.person().map(PersonId::value).orElse(null))
                .param("filled", JsonMapper.shared().writeValueAsString(mail.values()))
                .param("calendar", mail.calendar().map(CalendarPart::text).orElse(null))
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (posted == 1) {
            events.publishEvent(new MailPosted());
        }
    }
}
