package org.threeshift.core.relations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

@Component
class PostgresReportStore {
    private static final String REPORTS = """
            select id, reporter, about, kind, words, at, handled_by, handled_at, ending, note,
                   (select count(*) from member_report as other where other.about = member_report.about) - 1 as others
              from member_report
            """;

    /** What somebody may read. A coach only what is about the one admin who could read it otherwise. */
    private static final String READABLE = REPORTS + """
             where about <> :reader
               and (:admin
                    or (exists (select
                                  from person
                                 where person.id = member_report.about
                                   and person.role = 'ADMIN')
                        and not exists (select
                                          from person
                                         where person.role = 'ADMIN'
                                           and person.suspended_at is null
                                           and person.id <> member_report.about)
                        and exists (select
                                      from cohort_coach
                                      join cohort_member on cohort_member.cohort_id = cohort_coach.cohort_id
                                     where cohort_coach.person_id = :reader
                                       and cohort_member.person_id = member_report.reporter
                                       and cohort_member.agreed_version is not null
                                       and cohort_member.ended_at is null)))
            """;

    private final JdbcClient jdbc;
    private final People people;

    PostgresReportStore(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    private record Row(
            UUID id,
            PersonId reporter,
            PersonId about,
            ReportKind kind,
            String words,
            Instant at,
            Optional<Ending> handled,
            int others) {
        Stream<PersonId> people() {
            return Stream.concat(Stream.of(reporter, about), handled.map(Ending::by).stream());
        }
    }

    private record Ending(PersonId by, Instant at, ReportEnd end, String note) {}

    boolean add(UUID id, PersonId reporter, PersonId about, ReportKind kind, String words, Instant at) {
        return jdbc.sql("""
                        insert into member_report (id, reporter, about, kind, words, at)
                        values (:id, :reporter, :about, :kind, :words, :at)
                            on conflict (reporter, about) where handled_at is null do nothing
                        """)
                        .param("id", id)
                        .param("reporter", reporter.value())
                        .param("about", about.value())
                        .param("kind", kind.name())
                        .param("words", words)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Who reads what one person reports about another. */
    Readers readers(PersonId reporter, PersonId about) {
        return Readers.valueOf(jdbc.sql("""
                        select case
                                   when not exists (select from person where id = :about and role = 'ADMIN') then 'ADMINS'
                                   when exists (select
                                                  from person
                                                 where role = 'ADMIN'
                                                   and suspended_at is null
                                                   and id <> :about) then 'OTHER_ADMINS'
                                   when exists (select
                                                  from cohort_member
                                                  join cohort_coach on cohort_coach.cohort_id = cohort_member.cohort_id
                                                  join person as coach on coach.id = cohort_coach.person_id
                                                 where cohort_member.person_id = :reporter
                                                   and cohort_member.agreed_version is not null
                                                   and cohort_member.ended_at is null
                                                   and coach.role = 'COACH'
                                                   and coach.suspended_at is null) then 'COACHES'
                                   else 'NOBODY_YET'
                               end
                        """)
                .param("reporter", reporter.value())
                .param("about", about.value())
                .query(String.class)
                .single());
    }

    /** @param admin whether the reader is one */
    List<MemberReport> waiting(PersonId reader, boolean admin) {
        return named(jdbc.sql(READABLE + " and handled_at is null order by at, id")
                .param("reader", reader.value())
                .param("admin", admin)
                .query(PostgresReportStore::row)
                .list());
    }

    List<MemberReport> handled(PersonId reader, boolean admin, int limit) {
        return named(jdbc.sql(READABLE + " and handled_at is not null order by handled_at desc, id limit :limit")
                .param("reader", reader.value())
                .param("admin", admin)
                .param("limit", limit)
                .query(PostgresReportStore::row)
                .list());
    }

    Optional<MemberReport> find(UUID id, PersonId reader, boolean admin) {
        return named(jdbc.sql(READABLE + " and id = :id")
                        .param("reader", reader.value())
                        .param("admin", admin)
                        .param("id", id)
                        .query(PostgresReportStore::row)
                        .list())
                .stream()
                .findFirst();
    }

    boolean handle(UUID id, PersonId by, ReportEnd end, String note, Instant at) {
        return jdbc.sql("""
                        update member_report
                           set handled_by = :by, handled_at = :at, ending = :ending, note = :note
                         where id = :id
                           and handled_at is null
                        """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("ending", end.name())
                        .param("note", note)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int removeHandledBefore(Instant moment) {
        return jdbc.sql("delete from member_report where handled_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An erased person keeps a name, such as "Someone who left". */
    private List<MemberReport> named(List<Row> rows) {
        Set<PersonId> wanted = rows.stream().flatMap(Row::people).collect(Collectors.toUnmodifiableSet());
        Map<PersonId, Person> known =
                people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return rows.stream()
                .map(row -> new MemberReport(
                        row.id(),
                        Objects.requireNonNull(known.get(row.reporter())),
                        Objects.requireNonNull(known.get(row.about())),
                        row.kind(),
                        row.words(),
                        row.at(),
                        row.handled()
                                .map(ending -> new MemberReport.Handled(
                                        Objects.requireNonNull(known.get(ending.by())),
                                        ending.at(),
                                        ending.end(),
                                        ending.note())),
                        row.others()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable UUID by = row.getObject("handled_by", UUID.class);
        return new Row(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("reporter", UUID.class)),
                new PersonId(row.getObject("about", UUID.class)),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                by == null
                        ? Optional.empty()
                        : Optional.of(new Ending(
                                new PersonId(by),
                                row.getObject("handled_at", OffsetDateTime.class)
                                        .toInstant(),
                                ReportEnd.valueOf(row.getString("ending")),
                                row.getString("note"))),
                row.getInt("others"));
    }
}
