package org.threeshift.core.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.PersonId;

@Component
final class PostgresAccessTokenStore implements AccessTokenStore {
    private final JdbcClient jdbc;

    PostgresAccessTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(AccessToken token, byte[] hash) {
        jdbc.sql("""
                insert into access_token (id, person_id, name, scope, token_hash, created_at, expires_at)
                values (:id, :person, :name, :scope, :hash, :created, :expires)
                """)
                .param("id", token.id().value())
                .param("person", token.person().value())
                .param("name", token.name())
                .param("scope", token.scope().name())
                .param("hash", hash)
                .param("created", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<AccessToken> find(byte[] hash) {
        return jdbc.sql("""
                select id, person_id, name, scope, created_at, expires_at, last_used_at
                  from access_token
                 where token_hash = :hash
                """)
                .param("hash", hash)
                .query(PostgresAccessTokenStore::token)
                .optional();
    }

    @Override
    public List<AccessToken> of(PersonId person) {
        return jdbc.sql("""
                select id, person_id, name, scope, created_at, expires_at, last_used_at
                  from access_token
                 where person_id = :person
                 order by created_at desc, id desc
                """)
                .param("person", person.value())
                .query(PostgresAccessTokenStore::token)
                .list();
    }

    @Override
    public void used(AccessTokenId token, Instant at, Instant before) {
        jdbc.sql("""
                update access_token
                   set last_used_at = :at
                 where id = :id
                   and (last_used_at is null or last_used_at < :before)
                """)
                .param("id", token.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean remove(PersonId person, AccessTokenId token) {
        return jdbc.sql("""
                        delete from access_token
                         where id = :id
                           and person_id = :person
                        """)
                        .param("id", token.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public int removeAll(PersonId person) {
        return jdbc.sql("""
                delete from access_token
                 where person_id = :person
                """).param("person", person.value()).update();
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                new AccessTokenId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                Scope.valueOf(row.getString("scope")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
