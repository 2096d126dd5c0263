package org.threeshift.core.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.cohort.Membership.Ending;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

@Component
class PostgresCohortStore {
    private static final String MEMBERSHIP = """
            select id, cohort_id, person_id, email, name, pronouns, zone, target_role, asked_by, asked_at, agreed_at,
                   agreed_version, ended_at, ending
              from cohort_member
            """;

    private final JdbcClient jdbc;

    PostgresCohortStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A cohort's own row, and who is in it now. */
    record Row(CohortId id, String name, PersonId owner, Optional<Instant> archivedAt, Set<PersonId> members) {}

    void add(CohortId id, String name, PersonId owner, Instant at) {
        jdbc.sql("""
                with made as (
                    insert into cohort (id, name, coach_id, created_at)
                    values (:id, :name, :owner, :at)
                    returning id, coach_id, created_at)
                insert into cohort_coach (cohort_id, person_id, since)
                select id, coach_id, created_at
                  from made
                """)
                .param("id", id.value())
                .param("name", name)
                .param("owner", owner.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void rename(CohortId id, String name) {
        jdbc.sql("update cohort set name = :name where id = :id")
                .param("id", id.value())
                .param("name", name)
                .update();
    }

    /** Ends the cohort, and with it every membership and invitation. */
    void archive(CohortId id, Instant at) {
        jdbc.sql("""
                with archived as (
                    update cohort
                       set archived_at = :at
                     where id = :id
                       and archived_at is null
                    returning id)
                update cohort_member
                   set ended_at = greatest(:at, agreed_at), ending = 'ARCHIVED'
                  from archived
                 where cohort_member.cohort_id = archived.id
                   and cohort_member.ended_at is null
                """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addCoach(CohortId id, PersonId coach, Instant at) {
        jdbc.sql("""
                insert into cohort_coach (cohort_id, person_id, since)
                values (:id, :coach, :at)
                on conflict (cohort_id, person_id) do nothing
                """)
                .param("id", id.value())
                .param("coach", coach.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Not the owner. */
    void removeCoach(CohortId id, PersonId coach) {
        jdbc.sql("""
                delete
                  from cohort_coach
                 where cohort_id = :id
                   and person_id = :coach
                   and person_id <> (select coach_id from cohort where cohort.id = :id)
                """).param("id", id.value()).param("coach", coach.value()).update();
    }

    /** To one of its coaches. */
    void passOn(CohortId id, PersonId coach) {
        jdbc.sql("""
                update cohort
                   set coach_id = :coach
                 where id = :id
                   and exists (select from cohort_coach where cohort_id = :id and person_id = :coach)
                """).param("id", id.value()).param("coach", coach.value()).update();
    }

    List<Cohorts.Named> goingOn() {
        return jdbc.sql("""
                        select id, name
                          from cohort
                         where archived_at is null
                         order by lower(name), id
                        """)
                .query((row, _) -> new Cohorts.Named(
                        new CohortId(row.getObject("id", UUID.class)), Objects.requireNonNull(row.getString("name"))))
                .list();
    }

    List<Cohorts.Agreed> agreements(PersonId person) {
        return jdbc.sql("""
                        select cohort.name, cohort_member.agreed_version, cohort_member.agreed_at, cohort_member.ended_at
                          from cohort_member
                          join cohort on cohort.id = cohort_member.cohort_id
                         where cohort_member.person_id = :person
                           and cohort_member.agreed_at is not null
                         order by cohort_member.agreed_at, cohort_member.id
                        """)
                .param("person", person.value())
                .query((row, _) -> new Cohorts.Agreed(
                        Objects.requireNonNull(row.getString("name")),
                        row.getInt("agreed_version"),
                        instant(row, "agreed_at").orElseThrow(),
                        instant(row, "ended_at")))
                .list();
    }

    /** What the coach may see, of one person or of everybody: nothing for whoever is no coach, or is not let in. */
    List<Sight> sights(PersonId coach, Optional<PersonId> of) {
        return sights(coach, of, 0);
    }

    /** @param version of the text that the member agreed to, at least */
    List<Sight> sights(PersonId coach, Optional<PersonId> of, int version) {
        return jdbc.sql("""
                        select cohort_member.person_id, cohort_member.agreed_at, cohort_member.ended_at
                          from cohort_coach
                          join person as coach on coach.id = cohort_coach.person_id
                          join cohort_member on cohort_member.cohort_id = cohort_coach.cohort_id
                         where cohort_coach.person_id = :coach
                           and coach.role = 'COACH'
                           and coach.suspended_at is null
                           and cohort_member.agreed_version >= :version
                           and (cast(:person as uuid) is null or cohort_member.person_id = cast(:person as uuid))
                        """)
                .param("coach", coach.value())
                .param("version", version)
                .param("person", of.map(PersonId::toString).orElse(null))
                .query((row, _) -> new Sight(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        instant(row, "agreed_at").orElseThrow(),
                        instant(row, "ended_at")))
                .list();
    }

    /** Whose coaches those people agreed to, by a text of at least that version: the other way round from {@link #sights}. */
    List<Follower> followers(Collection<PersonId> candidates, int version) {
        return jdbc.sql("""
                        select cohort_coach.person_id as coach_id, cohort_member.cohort_id, cohort_member.person_id,
                               cohort_member.agreed_at, cohort_member.ended_at
                          from cohort_member
                          join cohort_coach on cohort_coach.cohort_id = cohort_member.cohort_id
                          join person as coach on coach.id = cohort_coach.person_id
                         where cohort_member.person_id = any(cast(:candidates as uuid[]))
                           and cohort_member.agreed_version >= :version
                           and coach.role = 'COACH'
                           and coach.suspended_at is null
                         order by cohort_member.agreed_at, cohort_coach.since, cohort_coach.person_id
                        """)
                .param("candidates", candidates.stream().map(PersonId::toString).toArray(String[]::new))
                .param("version", version)
                .query((row, _) -> new Follower(
                        new PersonId(row.getObject("coach_id", UUID.class)),
                        new CohortId(row.getObject("cohort_id", UUID.class)),
                        new Sight(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                instant(row, "agreed_at").orElseThrow(),
                                instant(row, "ended_at"))))
                .list();
    }

    /** The cohorts that a coach follows, with who is in them now, by name. */
    List<Row> of(PersonId coach) {
        return rows("""
                select cohort.id, cohort.name, cohort.coach_id, cohort.archived_at, cohort_member.person_id
                  from cohort_coach
                  join person as coach on coach.id = cohort_coach.person_id
                  join cohort on cohort.id = cohort_coach.cohort_id
                  left join cohort_member on cohort_member.cohort_id = cohort.id
                                         and cohort_member.agreed_at is not null
                                         and cohort_member.ended_at is null
                 where cohort_coach.person_id = :id
                   and coach.role = 'COACH'
                   and coach.suspended_at is null
                 order by lower(cohort.name), cohort.id
                """, coach.value());
    }

    /** Those of the ids that there are, without their members. */
    List<Row> find(Set<CohortId> ids) {
        return jdbc.sql("""
                        select id, name, coach_id, archived_at
                          from cohort
                         where id = any (:ids)
                        """)
                .param("ids", uuids(ids))
                .query((row, _) -> new Row(
                        new CohortId(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("name")),
                        new PersonId(row.getObject("coach_id", UUID.class)),
                        instant(row, "archived_at"),
                        Set.of()))
                .list();
    }

    /** The coaches of each cohort, in the order in which they are told. */
    Map<CohortId, List<PersonId>> coaches(Set<CohortId> ids) {
        Map<CohortId, List<PersonId>> coaches = new HashMap<>();
        jdbc.sql("""
                        select cohort_coach.cohort_id, cohort_coach.person_id
                          from cohort_coach
                          join cohort on cohort.id = cohort_coach.cohort_id
                         where cohort_coach.cohort_id = any (:ids)
                         order by cohort.coach_id <> cohort_coach.person_id, cohort_coach.since, cohort_coach.person_id
                        """).param("ids", uuids(ids)).query(row -> {
            coaches.computeIfAbsent(new CohortId(row.getObject("cohort_id", UUID.class)), _ -> new ArrayList<>())
                    .add(new PersonId(row.getObject("person_id", UUID.class)));
        });
        return coaches;
    }

    boolean coaches(PersonId coach, CohortId cohort) {
        return jdbc.sql("""
                        select exists (
                            select
                              from cohort_coach
                              join person as coach on coach.id = cohort_coach.person_id
                              join cohort on cohort.id = cohort_coach.cohort_id
                             where cohort_coach.person_id = :coach
                               and cohort_coach.cohort_id = :cohort
                               and coach.role = 'COACH'
                               and coach.suspended_at is null
                               and cohort.archived_at is null)
                        """)
                .param("coach", coach.value())
                .param("cohort", cohort.value())
                .query(Boolean.class)
                .single();
    }

    private static UUID[] uuids(Set<CohortId> ids) {
        return ids.stream().map(CohortId::value).toArray(UUID[]::new);
    }

    /** The owner first, then in the order in which they came. */
    List<PersonId> coaches(CohortId id) {
        return jdbc.sql("""
                        select cohort_coach.person_id
                          from cohort_coach
                          join cohort on cohort.id = cohort_coach.cohort_id
                         where cohort_coach.cohort_id = :id
                         order by cohort.coach_id <> cohort_coach.person_id, cohort_coach.since, cohort_coach.person_id
                        """)
                .param("id", id.value())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Everybody who was ever asked, the newest first. */
    List<Membership> memberships(CohortId id) {
        return jdbc.sql(MEMBERSHIP + """
                 where cohort_id = :cohort
                 order by coalesce(ended_at, agreed_at, asked_at) desc, id
                """)
                .param("cohort", id.value())
                .query(PostgresCohortStore::membership)
                .list();
    }

    /** Where somebody was asked, or is in, and it has not ended; the newest first. */
    List<Membership> present(PersonId person, Optional<String> email) {
        return jdbc.sql(MEMBERSHIP + """
                 where ended_at is null
                   and (person_id = :person or (person_id is null and email = :email))
                 order by coalesce(agreed_at, asked_at) desc, id
                """)
                .param("person", person.value())
                .param("email", email.orElse(""))
                .query(PostgresCohortStore::membership)
                .list();
    }

    /**
     * Keeps the address by which they were asked, and the name by which the coach called them.
     *
     * @return false when the person is in it already, or was asked, or the cohort has ended
     */
    boolean ask(UUID id, CohortId cohort, Person person, String name, PersonId by, Instant at) {
        return jdbc.sql("""
                        insert into cohort_member (id, cohort_id, person_id, email, name, asked_by, asked_at)
                        select :id, cohort.id, :person, :email, nullif(:name, ''), :by, :at
                          from cohort
                         where cohort.id = :cohort
                           and cohort.archived_at is null
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("cohort", cohort.value())
                        .param("person", person.id().value())
                        .param("email", person.email().orElse(null))
                        .param("name", name)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether the address was asked, has not answered, and nobody was known by it. */
    boolean asked(CohortId cohort, String email) {
        return jdbc.sql("""
                        select exists (
                            select
                              from cohort_member
                             where cohort_id = :cohort
                               and email = :email
                               and ended_at is null)
                        """)
                .param("cohort", cohort.value())
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** @return false when the address was asked already, or the cohort has ended */
    boolean ask(UUID id, CohortId cohort, String email, About about, PersonId by, Instant at) {
        return jdbc.sql("""
                        insert into cohort_member (id, cohort_id, email, name, pronouns, zone, target_role, asked_by, asked_at)
                        select :id, cohort.id, :email, nullif(:name, ''), nullif(:pronouns, ''), nullif(:zone, ''),
                               nullif(:target_role, ''), :by, :at
                          from cohort
                         where cohort.id = :cohort
                           and cohort.archived_at is null
                        on conflict (cohort_id, email) where ended_at is null do nothing
                        """)
                        .param("id", id)
                        .param("cohort", cohort.value())
                        .param("email", email)
                        .param("name", about.name())
                        .param("pronouns", about.pronouns())
                        .param("zone", about.zone())
                        .param("target_role", about.targetRole())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return false when it has ended, or was agreed to before */
    boolean agree(UUID membership, PersonId person, int version, Instant at) {
        return jdbc.sql("""
                        update cohort_member
                           set person_id = :person, agreed_at = :at, agreed_version = :version
                         where id = :id
                           and agreed_at is null
                           and ended_at is null
                        """)
                        .param("id", membership)
                        .param("person", person.value())
                        .param("version", version)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** To a later text; since when they are in stays. */
    void agreeAnew(UUID membership, int version) {
        jdbc.sql("""
                update cohort_member
                   set agreed_version = :version
                 where id = :id
                   and ended_at is null
                   and agreed_version < :version
                """).param("id", membership).param("version", version).update();
    }

    /** @return false when it has ended before */
    boolean end(UUID membership, Ending ending, Instant at) {
        return jdbc.sql("""
                        update cohort_member
                           set ended_at = greatest(:at, agreed_at), ending = :ending
                         where id = :id
                           and ended_at is null
                           and (agreed_at is not null) = (:ending in ('LEFT', 'TAKEN_OUT'))
                        """)
                        .param("id", membership)
                        .param("ending", ending.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private List<Row> rows(String sql, UUID id) {
        Map<CohortId, Row> rows = new LinkedHashMap<>();
        jdbc.sql(sql).param("id", id).query(row -> {
            var cohort = new CohortId(row.getObject("id", UUID.class));
            Optional<Instant> archived = instant(row, "archived_at");
            String name = Objects.requireNonNull(row.getString("name"));
            var owner = new PersonId(row.getObject("coach_id", UUID.class));
            Row whole =
                    rows.computeIfAbsent(cohort, _ -> new Row(cohort, name, owner, archived, new LinkedHashSet<>()));
            @Nullable UUID member = row.getObject("person_id", UUID.class);
            if (member != null) {
                whole.members().add(new PersonId(member));
            }
        });
        return List.copyOf(rows.values());
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        int version = row.getInt("agreed_version");
        OptionalInt agreed = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        return new Membership(
                row.getObject("id", UUID.class),
                new CohortId(row.getObject("cohort_id", UUID.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                Optional.ofNullable(row.getString("email")),
                new About(text(row, "name"), text(row, "pronouns"), text(row, "zone"), text(row, "target_role")),
                new PersonId(row.getObject("asked_by", UUID.class)),
                instant(row, "asked_at").orElseThrow(),
                instant(row, "agreed_at"),
                agreed,
                instant(row, "ended_at"),
                Optional.ofNullable(row.getString("ending")).map(Ending::valueOf));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
