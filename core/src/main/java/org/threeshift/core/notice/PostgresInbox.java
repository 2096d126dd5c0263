package org.threeshift.core.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** What lies on people's pages of messages. */
@Component
class PostgresInbox {
    /** More are "99+" all the same. */
    static final int MOST_COUNTED = 100;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private static final String TOLD = """
            select notice.id, notice.kind, notice.filled, notice.link, notice.shown_at, notice.read_at,
                   case
                       when notice.kind not in ('BOOKED', 'CHANGED', 'CLOCKS_CHANGED', 'TOMORROW') then 'STANDS'
                       when interview.phase = 'CANCELLED' then 'CALLED_OFF'
                       when interview.starts_at <> cast(nullif(notice.filled ->> 'at', '') as timestamptz) then 'MOVED'
                       else 'STANDS'
                   end as since
              from notice
              left join interview on interview.id = notice.interview_id
            """;

    private final JdbcClient jdbc;

    PostgresInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts it onto its person's page, from the moment of the delivery on. */
    void show(UUID notice) {
        jdbc.sql("""
                update notice
                   set shown_at = notice_delivery.at
                  from notice_delivery
                 where notice.id = :notice
                   and notice_delivery.notice_id = notice.id
                   and notice_delivery.channel = 'IN_APP'
                """).param("notice", notice).update();
    }

    int unread(PersonId person) {
        return jdbc.sql("""
                        select count(*)
                          from (select
                                  from notice
                                 where person_id = :person
                                   and shown_at is not null
                                   and read_at is null
                                 limit :most) as fresh
                        """)
                .param("person", person.value())
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** The newest first, with people as ids still. */
    List<Told> list(PersonId person, Optional<Inbox.Place> after, int limit) {
        return jdbc.sql(TOLD + """
                 where notice.person_id = :person
                   and notice.shown_at is not null
                   and (notice.shown_at, notice.id) < (:at, :id)
                   and notice.kind = any (:kinds)
                 order by notice.shown_at desc, notice.id desc
                 limit :limit
                """)
                .param("person", person.value())
                .param("at", after.map(Inbox.Place::at).orElse(NEVER).atOffset(ZoneOffset.UTC))
                .param("id", after.map(Inbox.Place::id).orElse(LAST))
                .param("kinds", List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new))
                .param("limit", limit)
                .query(PostgresInbox::told)
                .list();
    }

    Optional<Told> find(PersonId person, UUID id) {
        return jdbc.sql(TOLD + """
                 where notice.id = :id
                   and notice.person_id = :person
                   and notice.shown_at is not null
                   and notice.kind = any (:kinds)
                """)
                .param("person", person.value())
                .param("id", id)
                .param("kinds", List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new))
                .query(PostgresInbox::told)
                .optional();
    }

    void read(PersonId person, UUID id, Instant at) {
        jdbc.sql("""
                update notice
                   set read_at = :at
                 where id = :id
                   and person_id = :person
                   and shown_at is not null
                   and read_at is null
                """)
                .param("person", person.value())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param until what came later is not read with it */
    void readAll(PersonId person, Instant until, Instant at) {
        jdbc.sql("""
                update notice
                   set read_at = :at
                 where person_id = :person
                   and shown_at <= :until
                   and read_at is null
                """)
                .param("person", person.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        Map<String, String> values = JsonMapper.shared().readValue(row.getString("filled"), PostgresDue.VALUES);
        return new Told(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                values,
                row.getString("link"),
                row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") == null,
                Told.Since.valueOf(row.getString("since")));
    }
}
