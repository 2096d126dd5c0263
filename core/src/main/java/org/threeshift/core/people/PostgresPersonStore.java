package org.threeshift.core.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresPersonStore implements PersonStore {
    private static final RowMapper<Person> PERSON = (row, number) -> person(row);
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
                   set name = :name, role = :role, zone = :zone
                 where id = :id
                """)
                .param("id", person.id().value())
                .param("name", person.name())
                .param("role", person.role().name())
                .param("zone", person.zone().getId())
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
                select id, name, email, role, zone, guest, password_hash
                  from person
                 where email = :email
                """).param("email", email).query(ACCOUNT).optional();
    }

    @Override
    public Optional<Account> account(PersonId id) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest, password_hash
                  from person
                 where id = :id
                """).param("id", id.value()).query(ACCOUNT).optional();
    }

    @Override
    public List<Person> byIds(Collection<PersonId> ids) {
        return jdbc.sql("""
                select id, name, email, role, zone, guest
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
                select id, name, email, role, zone, guest
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

    @Override
    public void addCohort(Cohort cohort, Instant at) {
        jdbc.sql("""
                insert into cohort (id, name, coach_id, created_at)
                values (:id, :name, :coach, :at)
                """)
                .param("id", cohort.id().value())
                .param("name", cohort.name())
                .param("coach", cohort.coach().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void addToCohort(CohortId cohort, PersonId person, Instant at) {
        jdbc.sql("""
                insert into cohort_member (cohort_id, person_id, joined_at)
                values (:cohort, :person, :at)
                on conflict (cohort_id, person_id) do nothing
                """)
                .param("cohort", cohort.value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Cohort> cohortsOf(PersonId coach) {
        Map<CohortId, Cohort> cohorts = new LinkedHashMap<>();
        Map<CohortId, List<Person>> members = new LinkedHashMap<>();
        jdbc.sql("""
                select cohort.id as cohort_id, cohort.name as cohort_name,
                       person.id, person.name, person.email, person.role, person.zone, person.guest
                  from cohort
                  left join cohort_member on cohort_member.cohort_id = cohort.id
                  left join person on person.id = cohort_member.person_id
                 where cohort.coach_id = :coach
                 order by lower(cohort.name), cohort.id, lower(person.name), person.id
                """).param("coach", coach.value()).query(row -> {
            CohortId id = new CohortId(row.getObject("cohort_id", UUID.class));
            cohorts.putIfAbsent(id, new Cohort(id, row.getString("cohort_name"), coach, List.of()));
            List<Person> in = members.computeIfAbsent(id, fresh -> new ArrayList<>());
            if (row.getObject("id") != null) {
                in.add(person(row));
            }
        });
        return cohorts.values().stream()
                .map(cohort ->
                        new Cohort(cohort.id(), cohort.name(), coach, members.getOrDefault(cohort.id(), List.of())))
                .toList();
    }

    @Override
    public boolean coaches(PersonId coach, PersonId person) {
        return jdbc.sql("""
                select exists (
                    select
                      from cohort
                      join cohort_member on cohort_member.cohort_id = cohort.id
                     where cohort.coach_id = :coach
                       and cohort_member.person_id = :person)
                """)
                .param("coach", coach.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    private static Person person(ResultSet row) throws SQLException {
        @Nullable String email = row.getString("email");
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(email),
                Role.valueOf(row.getString("role")),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("guest"));
    }
}
