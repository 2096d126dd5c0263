package org.threeshift.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresPersonStore implements PersonStore {
    static final RowMapper<Person> PERSON = (row, number) -> person(row);
    private static final RowMapper<Account> ACCOUNT =
            (row, number) -> new Account(person(row), Optional.ofNullable(row.getString("password_hash")));

    private final JdbcClient jdbc;

    PostgresPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Account account, Instant at) {
        Person person = account.person();
        return jdbc.sql("""
                        insert into person (id, name, email, role, zone, guest, password_hash, created_at)
                        values (:id, :name, :email, :role, :zone, :guest, :hash, :at)
                        on conflict (email) do nothing
                        """)
                        .param("id", person.id().value())
                        .param("name", person.name())
                        .param("email", person.email().orElse(null))
                        .param("role", person.role().name())
                        .param("zone", person.zone().getId())
                        .param("guest", person.guest())
                        .param("hash", account.passwordHash().orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void change(Person person) {
        jdbc.sql("""
                update person
                   set name = :name, zone = :zone, pronouns = :pronouns, languages = cast(:languages as text[]),
                       target_role = :target_role, seniority = :seniority
                 where id = :id
                """)
                .param("id", person.id().value())
                .param("name", person.name())
                .param("zone", person.zone().getId())
                .param("pronouns", person.profile().pronouns().orElse(null))
                .param("languages", person.profile().languages().toArray(String[]::new))
                .param("target_role", person.profile().targetRole().orElse(null))
                .param("seniority", person.profile().seniority().map(Enum::name).orElse(null))
                .update();
    }

    @Override
    public void setPassword(PersonId id, String hash) {
        jdbc.sql("""
                update person
                   set password_hash = :hash
                 where id = :id
                """).param("id", id.value()).param("hash", hash).update();
    }

    /** Asks first: a violated constraint would end the caller's transaction. */
    @Override
    public boolean changeEmail(PersonId id, String email) {
        return jdbc.sql("""
                        update person
                           set email = :email
                         where id = :id
                           and not guest
                           and not exists (select
                                             from person as other
                                            where other.email = :email
                                              and other.id <> :id)
                        """).param("id", id.value()).param("email", email).update() == 1;
    }

    @Override
    public Kept keepGuest(Account account) {
        Person person = account.person();
        try {
            int kept = jdbc.sql("""
                    update person
                       set name = :name, email = :email, zone = :zone, password_hash = :hash, guest = false
                     where id = :id
                       and guest
                    """)
                    .param("id", person.id().value())
                    .param("name", person.name())
                    .param("email", person.email().orElse(null))
                    .param("zone", person.zone().getId())
                    .param("hash", account.passwordHash().orElse(null))
                    .update();
            return kept == 1 ? Kept.KEPT : Kept.NO_GUEST;
        } catch (DuplicateKeyException e) {
            return Kept.EMAIL_TAKEN;
        }
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return account(id).map(Account::person);
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, password_hash, suspended_at,
                       pronouns, languages, target_role, seniority, photo
                  from person
                 where email = :email
                """).param("email", email).query(ACCOUNT).optional();
    }

    @Override
    public Optional<Account> account(PersonId id) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, password_hash, suspended_at,
                       pronouns, languages, target_role, seniority, photo
                  from person
                 where id = :id
                   and merged_into is null
                """).param("id", id.value()).query(ACCOUNT).optional();
    }

    @Override
    public List<Person> byEmails(Collection<String> emails) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, suspended_at,
                       pronouns, languages, target_role, seniority, photo
                  from person
                 where email = any(cast(:emails as text[]))
                 order by lower(name), id
                """)
                .param("emails", emails.toArray(String[]::new))
                .query(PERSON)
                .list();
    }

    @Override
    public List<Person> byIds(Collection<PersonId> ids) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, suspended_at,
                       pronouns, languages, target_role, seniority, photo
                  from person
                 where id = any(cast(:ids as uuid[]))
                 order by lower(name), id
                """)
                .param("ids", ids.stream().map(PersonId::toString).toArray(String[]::new))
                .query(PERSON)
                .list();
    }

    @Override
    public List<Person> accounts() {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, suspended_at,
                       pronouns, languages, target_role, seniority, photo
                  from person
                 where not guest
                 order by lower(name), id
                """).query(PERSON).list();
    }

    @Override
    public boolean hasAdmin() {
        return jdbc.sql("""
                select exists (select from person where role = 'ADMIN')
                """).query(Boolean.class).single();
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                optional(row, "email"),
                Role.valueOf(row.getString("role")),
                ZoneNames.now(ZoneId.of(row.getString("zone"))),
                row.getBoolean("guest"),
                row.getObject("suspended_at") != null,
                new Profile(
                        optional(row, "pronouns"),
                        List.of((String[]) row.getArray("languages").getArray()),
                        optional(row, "target_role"),
                        optional(row, "seniority").map(Seniority::valueOf),
                        optional(row, "photo")));
    }

    private static Optional<String> optional(ResultSet row, String column) throws SQLException {
        @Nullable String value = row.getString(column);
        return Optional.ofNullable(value);
    }
}
