package org.threeshift.core.entry;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PostgresEntryRequests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PostgresEntryRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(EntryRequest request) {
        jdbc.sql("""
                insert into entry_request (id, kind, email, details, asked_at)
                values (:id, :kind, :email, cast(:details as jsonb), :at)
                """)
                .param("id", request.id())
                .param("kind", request.kind().name())
                .param("email", request.email())
                .param("details", JSON.writeValueAsString(request.details()))
                .param("at", request.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the oldest in the caller's transaction; what another node has in hand is skipped. */
    Optional<EntryRequest> take() {
        return jdbc.sql("""
                delete from entry_request
                 where id = (select id
                               from entry_request
                              order by id
                              limit 1
                                for update skip locked)
                returning id, kind, email, details, asked_at
                """)
                .query((row, number) -> new EntryRequest(
                        row.getObject("id", UUID.class),
                        EntryRequest.Kind.valueOf(row.getString("kind")),
                        row.getString("email"),
                        JSON.readValue(row.getString("details"), DETAILS),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void drop(UUID id) {
        jdbc.sql("""
                delete from entry_request
                 where id = :id
                """).param("id", id).update();
    }
}
