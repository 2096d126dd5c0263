package org.threeshift.core.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Practice;

/**
 * How long a draw takes from the first question to the database to the last notice in it: everybody open in one slot, for one role
 * and in one language. Run by {@code ./threeshift simulate} alone, for a table of docs/matching.md.
 */
class WholeDraw {
    private static final Path FOLDER = Path.of("target", "matching");
    private static final Duration BUDGET = Duration.ofSeconds(30);
    private static final Instant SUNDAY = Instant.parse("2026-11-22T19:00:00Z");

    @Test
    void measure() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("| members | wishes read | pairs | notices | whole draw | put together anew |");
        lines.add("|---:|---:|---:|---:|---:|---:|");
        held(200);
        for (int size : new int[] {1_000, 10_000}) {
            lines.add(held(size));
        }
        keep(lines);
    }

    private static void keep(List<String> lines) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("whole-draw.md"), lines);
    }

    private static String held(int members) throws ClassNotFoundException {
        try (TestDatabase database = TestDatabase.fresh();
                AnnotationConfigApplicationContext node = node(database)) {
            fill(database.jdbcClient(), members);
            Person admin = ((org.threeshift.core.people.Outcome.Done)
                            node.getBean(People.class).enrol("Root", "root@example.org", "UTC", Role.ADMIN))
                    .person();
            long start = System.nanoTime();
            int in = node.getBean(Practice.class)
                    .wishes(Optional.empty())
                    .entrants()
                    .size();
            Duration read = since(start);
            Draws draws = node.getBean(Draws.class);
            draws.ask(admin);
            start = System.nanoTime();
            draws.round();
            Duration whole = since(start);
            int pairs = count(database, "pair");
            int notices = count(database, "notice");
            assertThat(in).isEqualTo(members);
            assertThat(pairs).isEqualTo(members / 2);
            assertThat(notices).isEqualTo(members);
            assertThat(whole).isLessThan(BUDGET);
            Duration anew = anew(database, node, members);
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.1f s | %,d | %,d | %.1f s | %.1f s |",
                    members,
                    seconds(read),
                    pairs,
                    notices,
                    seconds(whole),
                    seconds(anew));
        }
    }

    /** As when one pair in five was not confirmed, and one of each said yes. */
    private static Duration anew(TestDatabase database, AnnotationConfigApplicationContext node, int members) {
        JdbcClient jdbc = database.jdbcClient();
        jdbc.sql("update pair set state = 'RELEASED', over_why = 'LAPSED' where get_byte(uuid_send(id), 15) < 51")
                .update();
        jdbc.sql("""
                update pair_person
                   set undecided = false
                  from pair
                 where pair.id = pair_person.pair_id
                   and pair.state = 'RELEASED'
                """).update();
        jdbc.sql("""
                update draw_place
                   set place = 'LEFT'
                  from pair_person
                 where pair_person.person_id = draw_place.person_id
                   and not pair_person.undecided
                   and pair_person.seat = 1
                """).update();
        jdbc.sql("update draw set rematch_at = now()").update();
        long start = System.nanoTime();
        node.getBean(Draws.class).round();
        Duration anew = since(start);
        assertThat(count(database, "pair")).isGreaterThan(members / 2 + members / 25);
        return anew;
    }

    private static AnnotationConfigApplicationContext node(TestDatabase database) throws ClassNotFoundException {
        var node = new AnnotationConfigApplicationContext();
        node.registerBean(JdbcClient.class, database::jdbcClient);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        node.registerBean(InstantSource.class, () -> () -> SUNDAY);
        node.registerBean(java.util.random.RandomGenerator.class, () -> new Random(7));
        node.registerBean(Ids.class);
        node.registerBean(Mails.class, () -> mail -> {});
        node.register(Class.forName("org.threeshift.core.notice.PostgresNotices"));
        node.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.exchange",
                "org.threeshift.core.availability",
                "org.threeshift.core.appointment",
                "org.threeshift.core.practice",
                "org.threeshift.core.relations",
                "org.threeshift.core.reliability",
                "org.threeshift.core.pairs");
        node.refresh();
        return node;
    }

    /** Members with hours, ten commitments each, an earlier interview with somebody, and its levels; one in ten named a favourite. */
    private static void fill(JdbcClient jdbc, int members) {
        for (String sql : List.of("""
                insert into person (id, name, email, role, zone, guest, created_at)
                select gen_random_uuid(), 'Member ' || number, 'member' || number || '@example.org', 'MEMBER', 'Europe/Berlin', false,
                       timestamptz '2026-01-01 12:00Z'
                  from generate_series(1, :members) as number
                """, """
                insert into practice_wish (person_id, target_role, languages, minutes, pace, scores_used, changed_at)
                select id, 'Marketing manager', '{en}', 60, 'EACH_DRAW', true, created_at
                  from person
                """, """
                insert into weekly_hours (person_id, purpose, zone, changed_at)
                select id, 'PRACTICE', zone, created_at
                  from person
                """, """
                insert into weekly_window (person_id, purpose, day, opens, closes)
                select id, 'PRACTICE', 3, '18:00', '20:00'
                  from person
                """, """
                insert into commitment (person_id, commitment_id, at, keeping, recorded_at)
                select person.id, gen_random_uuid(), timestamptz '2026-11-20 12:00Z' - number * interval '7 days',
                       case when random() < 0.9 then 'KEPT' else 'LATE' end, created_at
                  from person
                 cross join generate_series(1, 10) as number
                """, """
                insert into interview (id, kind, phase, host, candidate, invitee, bank_id, bank_version, round_id, title, minutes,
                                       starts_at, zone, started_at, finished_at, published_at)
                select gen_random_uuid(), 'PEER', 'PUBLISHED', person.id, person.before, 'Somebody', 'bank', 1, 'round', 'Round', 30,
                       held, 'UTC', held, held + interval '30 minutes', held + interval '1 hour'
                  from (select id, lag(id) over (order by id) as before,
                               timestamptz '2026-11-15 12:00Z' - random() * interval '80 days' as held
                          from person) as person
                 where before is not null
                """, """
                insert into participant (interview_id, person_id, seat)
                select id, host, 'INTERVIEWER'
                  from interview
                 union all
                select id, candidate, 'CANDIDATE'
                  from interview
                """, """
                insert into shift_tally (interview_id, shift, method, mean, low, high, band_method, degrees, probed, questions, levels,
                                         not_observed, raters)
                select interview.id, shift, 1, 1 + random() * 4, 1, 5, 'WHOLE_SCALE', 1, 1, 1, 2, 0, '{}'
                  from interview
                 cross join unnest(array ['STRATEGY', 'ACCOUNTABILITY', 'TEAM']) as shift
                """, """
                insert into favourite (person_id, other_id, at)
                select host, candidate, starts_at
                  from interview
                 where random() < 0.1
                """)) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql);
            (sql.contains(":members") ? statement.param("members", members) : statement).update();
        }
        jdbc.sql("analyze").update();
    }

    private static int count(TestDatabase database, String table) {
        return database.jdbcClient()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
