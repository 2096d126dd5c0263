package org.threeshift.core.relations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

@Component
class PostgresRelations {
    /** Whom the reader ever had a seat with. */
    private static final String PARTNERS = """
            with own as (
                select other.person_id as id, interview.id as interview_id, interview.started_at
                  from participant as mine
                  join participant as other on other.interview_id = mine.interview_id and other.person_id <> mine.person_id
                  join interview on interview.id = mine.interview_id
                 where mine.person_id = :reader),
                 partner as (
                select own.id,
                       count(own.started_at) as times,
                       max(own.started_at) as last_met
                  from own
                  join person on person.id = own.id
                 where person.erased_at is null
                   and person.merged_into is null
                   and %s
                 group by own.id)
            """;

    /** Whom the reader sat with in one interview, without counting any others. */
    private static final String SEATED = """
            with partner as (
                select other.person_id as id, count(interview.started_at) as times, max(interview.started_at) as last_met
                  from participant as mine
                  join participant as other on other.interview_id = mine.interview_id and other.person_id <> mine.person_id
                  join interview on interview.id = mine.interview_id
                  join person on person.id = other.person_id
                 where mine.interview_id = :interview
                   and mine.person_id = :reader
                   and other.seat in ('CANDIDATE', 'INTERVIEWER')
                   and person.erased_at is null
                   and person.merged_into is null
                 group by other.person_id)
            """;

    private static final String SAID = """
            select partner.id, partner.times, partner.last_met,
                   exists (select from favourite where person_id = :reader and other_id = partner.id) as favourite,
                   exists (select from person_block where person_id = :reader and other_id = partner.id) as blocked,
                   reported.at as reported_at, reported.handled_at
              from partner
              join person on person.id = partner.id
              left join lateral (select at, handled_at
                                   from member_report
                                  where reporter = :reader
                                    and about = partner.id
                                  order by at desc
                                  limit 1) as reported on true
            """;

    private final JdbcClient jdbc;
    private final People people;

    PostgresRelations(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    private record Row(
            PersonId id,
            int times,
            Optional<Instant> lastMet,
            boolean favourite,
            boolean blocked,
            Optional<Partner.Reported> report) {}

    List<Partner> partners(PersonId reader, int first, int limit) {
        return named(jdbc.sql(PARTNERS.formatted("true") + SAID + """
                         order by partner.last_met desc nulls first, partner.id
                         limit :limit
                        offset :first
                        """)
                .param("reader", reader.value())
                .param("limit", limit)
                .param("first", first)
                .query(PostgresRelations::row)
                .list());
    }

    Optional<Partner> partner(PersonId reader, PersonId other) {
        return named(jdbc.sql(PARTNERS.formatted("own.id = :other") + SAID)
                        .param("reader", reader.value())
                        .param("other", other.value())
                        .query(PostgresRelations::row)
                        .list())
                .stream()
                .findFirst();
    }

    List<Partner> of(PersonId reader, UUID interview) {
        return named(jdbc.sql(SEATED + SAID + " order by lower(person.name), person.id")
                .param("reader", reader.value())
                .param("interview", interview)
                .query(PostgresRelations::row)
                .list());
    }

    void favour(PersonId person, PersonId other, Instant at) {
        jdbc.sql("""
                insert into favourite (person_id, other_id, at)
                values (:person, :other, :at)
                    on conflict (person_id, other_id) do nothing
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unfavour(PersonId person, PersonId other) {
        jdbc.sql("delete from favourite where person_id = :person and other_id = :other")
                .param("person", person.value())
                .param("other", other.value())
                .update();
    }

    boolean block(PersonId person, PersonId other, Instant at) {
        return jdbc.sql("""
                        insert into person_block (person_id, other_id, at)
                        values (:person, :other, :at)
                            on conflict (person_id, other_id) do nothing
                        """)
                        .param("person", person.value())
                        .param("other", other.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean unblock(PersonId person, PersonId other) {
        return jdbc.sql("delete from person_block where person_id = :person and other_id = :other")
                        .param("person", person.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    boolean blocked(PersonId one, PersonId other) {
        return jdbc.sql("""
                        select exists (select
                                         from person_block
                                        where (person_id = :one and other_id = :other)
                                           or (person_id = :other and other_id = :one))
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    Optional<PersonId> blocker(PersonId one, PersonId other) {
        return jdbc.sql("""
                        select person_id
                          from person_block
                         where (person_id = :one and other_id = :other)
                            or (person_id = :other and other_id = :one)
                         order by at, person_id
                         limit 1
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query((row, number) -> id(row, "person_id"))
                .optional();
    }

    Set<PersonId> apart(PersonId person, Collection<PersonId> others) {
        return jdbc.sql("""
                        select other_id as id
                          from person_block
                         where person_id = :person
                           and other_id = any (cast(:others as uuid[]))
                         union
                        select person_id
                          from person_block
                         where other_id = :person
                           and person_id = any (cast(:others as uuid[]))
                        """)
                .param("person", person.value())
                .param("others", ids(others))
                .query((row, number) -> id(row, "id"))
                .set();
    }

    Set<Couple> blocks(Collection<PersonId> people) {
        return jdbc.sql("""
                        select person_id, other_id
                          from person_block
                         where person_id = any (cast(:people as uuid[]))
                           and other_id = any (cast(:people as uuid[]))
                        """)
                .param("people", ids(people))
                .query((row, number) -> new Couple(id(row, "person_id"), id(row, "other_id")))
                .set();
    }

    Map<PersonId, Set<PersonId>> favourites(Collection<PersonId> people) {
        Map<PersonId, Set<PersonId>> found = new HashMap<>();
        jdbc.sql("""
                select person_id, other_id
                  from favourite
                 where person_id = any (cast(:people as uuid[]))
                   and other_id = any (cast(:people as uuid[]))
                """).param("people", ids(people)).query(row -> {
            found.computeIfAbsent(id(row, "person_id"), _ -> new HashSet<>()).add(id(row, "other_id"));
        });
        return found;
    }

    /** From the interviews of that time: whoever has sat for years is not gone through. */
    Map<Couple, Instant> met(Collection<PersonId> people, Instant since) {
        Map<Couple, Instant> found = new HashMap<>();
        jdbc.sql("""
                with seated as (
                    select participant.person_id, participant.interview_id, interview.starts_at as at
                      from interview
                      join participant on participant.interview_id = interview.id
                     where interview.phase in ('SCHEDULED', 'LIVE', 'DEBRIEFING', 'PUBLISHED')
                       and interview.starts_at > :since
                       and participant.seat in ('CANDIDATE', 'INTERVIEWER')
                       and participant.person_id = any (cast(:people as uuid[])))
                select one.person_id, other.person_id as other_id, max(one.at) as at
                  from seated as one
                  join seated as other on other.interview_id = one.interview_id and other.person_id > one.person_id
                 group by one.person_id, other.person_id
                """)
                .param("people", ids(people))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.put(
                            new Couple(id(row, "person_id"), id(row, "other_id")),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return found;
    }

    private List<Partner> named(List<Row> rows) {
        Map<PersonId, Person> known = people.namesOf(rows.stream().map(Row::id).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(known.get(row.id())).stream()
                        .map(person -> new Partner(
                                person, row.times(), row.lastMet(), row.favourite(), row.blocked(), row.report())))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Optional<Instant> handled = instant(row, "handled_at");
        return new Row(
                id(row, "id"),
                row.getInt("times"),
                instant(row, "last_met"),
                row.getBoolean("favourite"),
                row.getBoolean("blocked"),
                instant(row, "reported_at").map(at -> new Partner.Reported(at, handled)));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static PersonId id(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
