package org.threeshift.web.bench;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Many candidates with the interviews of one: rows copied in the database, because playing a hundred thousand interviews takes hours.
 * Only the rows that lists and reports read are there; the copies have no log.
 */
final class Crowd {
    private static final List<String> TABLES = List.of(
            "participant",
            "sheet",
            "rating",
            "trap_judgement",
            "self_rating",
            "shift_tally",
            "question_tally",
            "trap_tally");

    /** So many in one statement that it stays well below the time that the product's connections allow. */
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final List<InterviewId> templates;

    /** @param templates published interviews of one candidate */
    Crowd(JdbcClient jdbc, List<InterviewId> templates) {
        this.jdbc = jdbc;
        this.templates = List.copyOf(templates);
    }

    /** Candidates of no cohort, each with all of the templates' interviews. */
    List<PersonId> strangers(int count) {
        List<PersonId> people = IntStream.range(0, count)
                .mapToObj(_ -> new PersonId(UUID.randomUUID()))
                .toList();
        jdbc.sql("""
                insert into person (id, name, email, role, zone, guest, created_at)
                select id, 'Robin Sample', id || '@example.org', 'MEMBER', 'Europe/Berlin', false, now()
                  from unnest(cast(:people as uuid[])) as id
                """).param("people", ids(people)).update();
        give(people);
        return people;
    }

    /** Gives each of these candidates all of the templates' interviews. */
    void give(List<PersonId> people) {
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            giveAtOnce(people.subList(from, Math.min(from + AT_ONCE, people.size())));
        }
        jdbc.sql("analyze").update();
    }

    private void giveAtOnce(List<PersonId> people) {
        copy("interview", "id", "candidate", "candidate.id", people);
        for (String table : TABLES) {
            copy(
                    table,
                    "interview_id",
                    "person_id",
                    "case when template.seat = 'CANDIDATE' then candidate.id else template.person_id end",
                    people);
        }
    }

    /** Whose interviews the templates are. */
    PersonId candidate() {
        return new PersonId(jdbc.sql("select candidate from interview where id = :interview")
                .param("interview", templates.getFirst().value())
                .query(UUID.class)
                .single());
    }

    long ratings() {
        return jdbc.sql("select count(*) from rating").query(Long.class).single();
    }

    /** @param changed a column that gets another value, where the table has it */
    private void copy(String table, String key, String changed, String value, List<PersonId> people) {
        List<String> columns = jdbc.sql("""
                        select column_name
                          from information_schema.columns
                         where table_schema = 'public'
                           and table_name = :table
                           and column_name <> :key
                         order by ordinal_position
                        """)
                .param("table", table)
                .param("key", key)
                .query((row, _) -> Objects.requireNonNull(row.getString("column_name")))
                .list();
        List<String> values = columns.stream()
                .map(column -> column.equals(changed) ? value : "template.\"" + column + "\"")
                .toList();
        jdbc.sql("""
                        insert into "%s" ("%s", "%s")
                        select cast(md5(template."%s"::text || candidate.id::text) as uuid), %s
                          from "%s" as template
                         cross join unnest(cast(:people as uuid[])) as candidate (id)
                         where template."%s" = any (:templates)
                        """.formatted(table, key, String.join("\", \"", columns), key, String.join(", ", values), table, key))
                .param("people", ids(people))
                .param("templates", templates.stream().map(InterviewId::value).toArray(UUID[]::new))
                .update();
    }

    private static UUID[] ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
