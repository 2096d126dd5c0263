package org.threeshift.core.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresAuditStore implements AuditStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    /** Since and before everything. */
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final String COLUMNS = "id, at, deed, actor_id, about_id, address, request, detail, redacted";

    private final JdbcClient jdbc;

    PostgresAuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By person the two sides are read apart, each along its index, and no more of either than the page holds. */
    @Override
    public List<AuditLine> find(Search search, Optional<Place> after, int limit) {
        String byDeed = search.deed().isPresent() ? "and deed = :deed" : "";
        String narrowed = """
                  at >= :from
                      and at < :until
                      and (at, id) < (:at, :id)
                      %s
                """.formatted(byDeed);
        return read(
                search.person().isPresent() ? ofPerson(narrowed) : """
                        select %s
                          from audit_event
                         where %s
                         order by at desc, id desc
                         limit :limit
                        """.formatted(COLUMNS, narrowed),
                search,
                after,
                limit);
    }

    @Override
    public List<AuditLine> about(PersonId person, Optional<Place> after, int limit) {
        var search = new Search(Optional.of(person), Optional.empty(), Optional.empty(), Optional.empty());
        return find(search, after, limit);
    }

    private static String ofPerson(String narrowed) {
        return """
                select %1$s
                  from (select *
                          from (select %1$s
                                  from audit_event
                                 where actor_id = :person
                                   and %2$s
                                 order by at desc, id desc
                                 limit :limit) as done
                         union all
                        select *
                          from (select %1$s
                                  from audit_event
                                 where about_id = :person
                                   and actor_id is distinct from :person
                                   and %2$s
                                 order by at desc, id desc
                                 limit :limit) as suffered) as either
                 order by at desc, id desc
                 limit :limit
                """.formatted(COLUMNS, narrowed);
    }

    private List<AuditLine> read(String sql, Search search, Optional<Place> after, int limit) {
        return jdbc.sql(sql)
                .param("person", search.person().map(PersonId::value).orElse(null))
                .param("deed", search.deed().map(Deed::code).orElse(null))
                .param("from", storable(search.from().orElse(EVER)))
                .param("until", storable(search.until().orElse(NEVER)))
                .param("at", storable(after.map(Place::at).orElse(NEVER)))
                .param("id", after.map(Place::id).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    /** An address can name moments that PostgreSQL has no place for. */
    private static OffsetDateTime storable(Instant moment) {
        Instant late = moment.isBefore(EVER) ? EVER : moment;
        return (late.isAfter(NEVER) ? NEVER : late).atOffset(ZoneOffset.UTC);
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("deed"),
                person(row.getObject("actor_id", UUID.class)),
                person(row.getObject("about_id", UUID.class)),
                new Whence.From(
                        Optional.ofNullable(row.getString("address")), Optional.ofNullable(row.getString("request"))),
                JSON.readValue(row.getString("detail"), DETAIL),
                row.getBoolean("redacted"));
    }

    private static Optional<PersonId> person(@Nullable UUID id) {
        return Optional.ofNullable(id).map(PersonId::new);
    }
}
