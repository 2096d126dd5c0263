package org.threeshift.core.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresNotices implements Notices {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    PostgresNotices(JdbcClient jdbc, Ids ids, InstantSource time, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.time = time;
        this.events = events;
    }

    @Override
    public void post(Notice notice) {
        Instant now = time.instant();
        int posted = jdbc.sql("""
                insert into notice (id, key, person_id, kind, interview_id, filled, link, posted_at, due_at, until, next_at)
                select :id, :key, person.id, :kind, cast(:interview as uuid), cast(:filled as jsonb), :link, :now, :due, :until, :due
                  from person
                 where person.id = :person
                   and not person.guest
                    on conflict (person_id, key) do nothing
                """)
                .param("id", ids.next())
                .param("key", notice.key())
                .param("person", notice.to().value())
                .param("kind", notice.kind().name())
                .param("interview", notice.about().map(InterviewId::value).orElse(null))
                .param("filled", JsonMapper.shared().writeValueAsString(notice.values()))
                .param("link", notice.link())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("due", notice.due().atOffset(ZoneOffset.UTC))
                .param("until", notice.until().atOffset(ZoneOffset.UTC))
                .update();
        if (posted == 1 && !notice.due().isAfter(now)) {
            events.publishEvent(new NoticePosted());
        }
    }

    @Override
    public void withdraw(String key) {
        jdbc.sql("""
                update notice
                   set settled_at = :now,
                       dropped = true
                 where key = :key
                   and settled_at is null
                """)
                .param("key", key)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
