package org.threeshift.core.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresNotices implements Notices {
    /** What was not told is dropped; what was told, and is still on its way outside, is no news from now on. */
    private static final String WITHDRAWN = """
            update notice
               set settled_at = coalesce(settled_at, :now),
                   dropped = dropped or settled_at is null,
                   until = case
                               when settled_at is null then until
                               else least(until, greatest(cast(:now as timestamptz), due_at + interval '1 millisecond'))
                           end
            """;

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
        postAll(List.of(notice));
    }

    @Override
    public void postAll(Collection<Notice> all) {
        Instant now = time.instant();
        List<Notice> notices = List.copyOf(all);
        int posted = jdbc.sql("""
                insert into notice (id, key, person_id, kind, interview_id, filled, link, posted_at, due_at, until, next_at)
                select told.id, told.key, person.id, told.kind, told.interview, told.filled, told.link, :now, told.due, told.until,
                       told.due
                  from unnest(cast(:ids as uuid[]), cast(:keys as text[]), cast(:people as uuid[]), cast(:kinds as text[]),
                              cast(:interviews as uuid[]), cast(:filled as jsonb[]), cast(:links as text[]),
                              cast(:dues as timestamptz[]), cast(:untils as timestamptz[]))
                       as told (id, key, person_id, kind, interview, filled, link, due, until)
                  join person on person.id = told.person_id
                 where not person.guest
                 order by person.id, told.key
                    on conflict (person_id, key) do nothing
                """)
                .param("ids", notices.stream().map(_ -> ids.next()).toArray(UUID[]::new))
                .param("keys", texts(notices, Notice::key))
                .param(
                        "people",
                        notices.stream().map(notice -> notice.to().value()).toArray(UUID[]::new))
                .param("kinds", texts(notices, notice -> notice.kind().name()))
                .param(
                        "interviews",
                        notices.stream().map(PostgresNotices::interview).toArray(UUID[]::new))
                .param("filled", texts(notices, notice -> JsonMapper.shared().writeValueAsString(notice.values())))
                .param("links", texts(notices, Notice::link))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dues", texts(notices, notice -> notice.due().toString()))
                .param("untils", texts(notices, notice -> notice.until().toString()))
                .update();
        if (posted > 0 && notices.stream().anyMatch(notice -> !notice.due().isAfter(now))) {
            events.publishEvent(new NoticePosted());
        }
    }

    private static @Nullable UUID interview(Notice notice) {
        return notice.about().map(InterviewId::value).orElse(null);
    }

    private static String[] texts(List<Notice> notices, Function<Notice, String> text) {
        return notices.stream().map(text).toArray(String[]::new);
    }

    @Override
    public void withdraw(String key) {
        withdrawAll(List.of(key));
    }

    @Override
    public void withdrawAll(Collection<String> keys) {
        jdbc.sql(WITHDRAWN + """
                 where key = any (cast(:keys as text[]))
                   and (settled_at is null or until > :now)
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void settle(String key) {
        withdraw(key);
        jdbc.sql("""
                update notice
                   set read_at = :now
                 where key = :key
                   and shown_at is not null
                   and read_at is null
                """)
                .param("key", key)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void withdraw(String beginning, Collection<PersonId> people) {
        jdbc.sql(WITHDRAWN + """
                 where person_id = any (cast(:people as uuid[]))
                   and starts_with(key, :beginning)
                   and (settled_at is null or until > :now)
                """)
                .param("beginning", beginning)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Set<PersonId> untold(String key) {
        return jdbc.sql("""
                select person_id
                  from notice
                 where key = :key
                   and dropped
                """)
                .param("key", key)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }
}
