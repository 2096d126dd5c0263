package org.threeshift.core.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Directory.Details;
import org.threeshift.core.people.Directory.Show;

@Component
class PostgresDirectory {
    private static final String PERSON = """
            select id, name, email, role, zone, guest, suspended_at,
                   pronouns, languages, target_role, seniority, photo
              from person
             where merged_into is null
               and erased_at is null
            """;

    /** Locks every admin who can sign in, always in the same order: two who demote each other take turns. */
    private static final String ADMINS = """
            with admins as (
                select id
                  from person
                 where role = 'ADMIN'
                   and suspended_at is null
                 order by id
                   for update)
            """;

    private final JdbcClient jdbc;

    PostgresDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param query for the index of words; empty for everybody */
    List<Person> find(String query, Optional<Role> role, Show show, Optional<PersonId> after, int limit) {
        // Only conditions that are asked for, so that the index of each can be used.
        String sql = PERSON
                + (query.isEmpty() ? "" : "   and sought @@ to_tsquery('simple', :query)\n")
                + role.map(_ -> "   and role = :role\n   and not guest\n").orElse("")
                + switch (show) {
                    case EVERYBODY -> "";
                    case ACCOUNTS -> "   and not guest\n";
                    case GUESTS -> "   and guest\n";
                    case SUSPENDED -> "   and suspended_at is not null\n";
                }
                + after.map(_ -> """
                           and (lower(name) collate "und-x-icu", id)
                                   > (select lower(last.name) collate "und-x-icu", last.id from person as last where last.id = :after)
                        """).orElse("")
                + " order by lower(name) collate \"und-x-icu\", id\n limit :limit";
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("limit", limit);
        if (!query.isEmpty()) {
            statement = statement.param("query", query);
        }
        if (role.isPresent()) {
            statement = statement.param("role", role.get().name());
        }
        if (after.isPresent()) {
            statement = statement.param("after", after.get().value());
        }
        return statement.query(PostgresPersonStore.PERSON).list();
    }

    Optional<Details> details(PersonId id) {
        return jdbc.sql("""
                        select id, name, email, role, zone, guest, suspended_at,
                               pronouns, languages, target_role, seniority, photo,
                               created_at, password_hash is not null as has_password,
                               (select count(*) from participant where participant.person_id = person.id) as interviews
                          from person
                         where id = :id
                           and merged_into is null
                           and erased_at is null
                        """)
                .param("id", id.value())
                .query((row, number) -> new Details(
                        PostgresPersonStore.person(row),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("has_password"),
                        row.getInt("interviews")))
                .optional();
    }

    /** @return false when nobody would be left who runs the installation */
    boolean appoint(PersonId id, Role role) {
        return jdbc.sql(ADMINS + """
                        update person
                           set role = :role
                         where id = :id
                           and not guest
                           and (role <> 'ADMIN'
                                or suspended_at is not null
                                or :role = 'ADMIN'
                                or (select count(*) from admins where admins.id <> :id) > 0)
                        """)
                        .param("id", id.value())
                        .param("role", role.name())
                        .update()
                == 1;
    }

    /** @return false when nobody would be left who runs the installation */
    boolean suspend(PersonId id, Instant at) {
        return jdbc.sql(ADMINS + """
                        update person
                           set suspended_at = :at
                         where id = :id
                           and suspended_at is null
                           and (role <> 'ADMIN' or (select count(*) from admins where admins.id <> :id) > 0)
                        """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean readmit(PersonId id) {
        return jdbc.sql("""
                        update person
                           set suspended_at = null
                         where id = :id
                           and suspended_at is not null
                        """).param("id", id.value()).update() == 1;
    }
}
