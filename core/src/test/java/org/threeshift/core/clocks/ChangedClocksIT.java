package org.threeshift.core.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.Taking;
import org.threeshift.core.appointment.What;
import org.threeshift.core.appointment.ZoneDatabase;
import org.threeshift.core.bank.ShippedBanks;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Newcomers;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.notice.Delivery;
import org.threeshift.core.notice.News;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.presence.Attendances;

/** Two nodes on one database, and a Portugal that keeps its summer time all year. */
class ChangedClocksIT {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant NOON = Instant.parse("2026-12-08T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final HikariDataSource othersPool = pool();

    private static final Map<ZoneId, ZoneRules> known = new ConcurrentHashMap<>();
    private static String version = "2026a";
    private static String versionThere = "2026a";
    /** What happens when the first node is about to tell somebody. */
    private static Runnable beforeTelling = () -> {};

    @AutoClose
    static final AnnotationConfigApplicationContext one = node(database.dataSource(), true);

    @AutoClose
    static final AnnotationConfigApplicationContext other = node(othersPool, false);

    static {
        one.getBean(ShippedBanks.class).publishAll();
    }

    private final Person coach = person("Coach", "Europe/Lisbon", Role.COACH);

    @BeforeEach
    void nothingIsAgreedAndNothingHasChanged() {
        for (String table : List.of("appointment", "zone_database", "notice", "outbox")) {
            database.jdbcClient().sql("delete from " + table).update();
        }
        database.jdbcClient()
                .sql("update interview set phase = 'CANCELLED', cancelled_at = now() where phase = 'SCHEDULED'")
                .update();
        known.clear();
        version = "2026a";
        versionThere = "2026a";
        beforeTelling = () -> {};
        // Whatever happened before this test was told of.
        one.getBean(News.class).round();
        database.jdbcClient().sql("delete from notice").update();
    }

    @Test
    void whichever_node_looks_each_is_moved_once_and_everybody_is_told_once_by_each_way() throws Exception {
        // One after the other, so that each is in the way of the next.
        List<Booked> day = new ArrayList<>();
        for (int hour = 0; hour < 6; hour++) {
            day.add(new Booked(NOON.plus(HOUR.multipliedBy(hour)), LISBON));
        }
        assertThat(looked()).as("while nothing has changed").isZero();

        portugalKeepsSummerTime();
        together(List.of(() -> round(one), () -> round(other), () -> round(one), () -> round(other)));
        for (int hour = 0; hour < 6; hour++) {
            Booked booked = day.get(hour);
            Instant now = NOON.plus(HOUR.multipliedBy(hour - 1));
            assertThat(booked.agreed().span()).isEqualTo(Span.of(now, HOUR));
            assertThat(booked.agreed().wallClock()).isEqualTo(LocalDateTime.of(2026, 12, 8, 12 + hour, 0));
            assertThat(booked.agreed().offset()).isEqualTo(ZoneOffset.of("+01:00"));
            assertThat(booked.startsAt()).isEqualTo(now);
            assertThat(booked.moves()).isOne();
            assertThat(booked.calendarOf(booked.candidate))
                    .contains("METHOD:REQUEST", "SEQUENCE:1", "UID:" + booked.interview);
        }
        assertThat(looked()).as("once more").isZero();

        tell();
        assertThat(told(coach)).hasSize(12).containsOnly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
        for (Booked booked : day) {
            assertThat(told(booked.candidate)).containsExactly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
        }
        Booked first = day.getFirst();
        assertThat(mail(first.candidate))
                .containsEntry("place", "Lisbon")
                .containsEntry("how", "It stays at Tuesday 8 December, 12:00 there.")
                .containsEntry("at", "Tuesday 8 December, 16:30 (Kolkata Time)");
    }

    @Test
    void a_node_that_ends_in_the_middle_leaves_the_rest_to_another_and_nothing_twice() {
        List<Booked> week = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            week.add(new Booked(NOON.plus(Duration.ofDays(day)), LISBON));
        }
        portugalKeepsSummerTime();
        var left = new int[] {5};
        beforeTelling = () -> {
            if (--left[0] == 0) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> round(one)).isInstanceOf(Killed.class);
        assertThat(week.stream().map(Booked::moves))
                .as("two whole, nothing of the third")
                .containsExactly(1, 1, 0, 0, 0);
        round(other);
        assertThat(week.stream().map(Booked::moves)).containsExactly(1, 1, 1, 1, 1);
        tell();
        assertThat(told(coach)).hasSize(10);
        week.forEach(booked -> assertThat(told(booked.candidate)).hasSize(2));
    }

    @Test
    void what_is_in_the_way_stays_and_so_does_what_would_move_onto_it_and_both_are_told_so() {
        Booked moving = new Booked(NOON, LISBON);
        // In another country, whose clocks do not change: an hour before by the clock of the world.
        Booked standing = new Booked(NOON.minus(HOUR), KOLKATA);
        portugalKeepsSummerTime();
        round(one);
        round(other);
        assertThat(standing.moves()).isZero();
        assertThat(moving.agreed().span()).isEqualTo(Span.of(NOON, HOUR));
        assertThat(moving.agreed().wallClock()).isEqualTo("2026-12-08T13:00");
        assertThat(moving.moves())
                .as("calendars that know the wall clock learn what it shows")
                .isOne();
        assertThat(moving.calendarOf(coach)).contains("SEQUENCE:1", "DTSTART;TZID=Europe/Lisbon:20261208T120000");
        tell();
        assertThat(told(coach)).containsExactly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
        assertThat(mail(coach).get("how"))
                .startsWith("It cannot stay at Tuesday 8 December, 12:00 there, because somebody who takes part")
                .contains("which is Tuesday 8 December, 13:00 there");
    }

    @Test
    void two_that_change_places_in_the_day_of_one_person_move_in_whichever_order_they_can() {
        Booked first = new Booked(NOON, LISBON);
        Booked behind = new Booked(NOON.minus(HOUR), KOLKATA);
        portugalKeepsSummerTime();
        // India's clock is set forth by an hour and a half, so that its hour comes before.
        known.put(KOLKATA, ZoneRules.of(ZoneOffset.ofHours(7)));
        round(one);
        assertThat(first.startsAt()).isEqualTo(NOON.minus(HOUR));
        assertThat(behind.startsAt()).isEqualTo(NOON.minus(HOUR).minus(Duration.ofMinutes(90)));
    }

    @Test
    void a_node_with_an_older_zone_database_moves_nothing_back() {
        Booked booked = new Booked(NOON, LISBON);
        portugalKeepsSummerTime();
        round(one);
        known.clear();
        versionThere = "2026a";
        round(other);
        assertThat(booked.startsAt()).isEqualTo(NOON.minus(HOUR));
        assertThat(booked.moves()).isOne();
        // The counter-example: with a newer one that says so it is moved back.
        versionThere = "2027a";
        round(other);
        assertThat(booked.startsAt()).isEqualTo(NOON);
    }

    @Test
    void what_has_begun_or_would_be_over_by_then_is_not_moved() {
        Booked begun = new Booked(NOW.plus(Duration.ofMinutes(30)), LISBON);
        portugalKeepsSummerTime();
        round(one);
        assertThat(begun.startsAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        tell();
        assertThat(mail(begun.candidate).get("how")).contains("as that would be over by now");
    }

    /** Also one that was set up before such interviews took time. */
    @Test
    void what_somebody_planned_by_hand_moves_as_well_and_its_host_may_still_move_it() {
        Person candidate = person("Ada", "Asia/Kolkata", Role.MEMBER);
        Hosting.Plan planned = planned(candidate, NOON);
        Person another = person("Ben", "Asia/Kolkata", Role.MEMBER);
        Hosting.Plan older = planned(another, NOON.plus(Duration.ofDays(1)));
        Hosting hosting = one.getBean(Hosting.class);
        assertThat(hosting.host(planned, coach)).isInstanceOf(Hosting.Hosted.Done.class);
        assertThat(hosting.host(older, coach, NOW)).isInstanceOf(Hosting.Hosted.Done.class);
        assertThat(looked()).as("while nothing has changed").isZero();
        portugalKeepsSummerTime();
        round(one);
        round(other);
        assertThat(startsAt(planned.interview())).isEqualTo(NOON.minus(HOUR));
        assertThat(startsAt(older.interview())).isEqualTo(NOON.plus(Duration.ofHours(23)));
        tell();
        assertThat(told(candidate)).containsExactly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
        assertThat(told(another)).containsExactly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
        assertThat(told(coach)).hasSize(4);
        assertThat(mail(candidate))
                .containsEntry("how", "It stays at Tuesday 8 December, 12:00 there.")
                .containsEntry("link", "/interviews/" + planned.interview());
        var move = new Sent(
                UUID.randomUUID(),
                new Command.By(coach.id(), NOW),
                new Command.Reschedule(NOON.plus(HOUR), LISBON, "Train"));
        assertThat(hosting.send(planned.interview(), move)).isInstanceOf(Outcome.Done.class);
    }

    /** Whoever is asked to an evening is told of it as a whole, and of the one meeting that stays behind. */
    @Test
    void meetings_go_with_their_evening_and_nobody_is_told_of_each() {
        Booked meeting = new Booked(NOON, LISBON, What.Kind.EVENT);
        Booked behind = new Booked(NOON.plus(Duration.ofDays(1)), LISBON, What.Kind.EVENT);
        evening(List.of(meeting, behind));
        one.getBean(Appointments.class)
                .take(
                        Set.of(behind.candidate.id()),
                        Agreed.of(Span.of(NOON.plus(Duration.ofHours(23)), HOUR), KOLKATA),
                        new What(What.Kind.BOOKING, UUID.randomUUID()));
        portugalKeepsSummerTime();
        round(one);
        round(other);
        assertThat(meeting.startsAt()).isEqualTo(NOON.minus(HOUR));
        assertThat(behind.startsAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        tell();
        assertThat(told(meeting.candidate)).isEmpty();
        assertThat(told(behind.candidate)).containsExactly("CLOCKS_CHANGED EMAIL", "CLOCKS_CHANGED IN_APP");
    }

    private void evening(List<Booked> meetings) {
        database.jdbcClient()
                .sql("""
                        with led as (
                            insert into cohort (id, name, coach_id, created_at)
                            values (gen_random_uuid(), 'Autumn', :coach, now())
                            returning id),
                             planned as (
                            insert into evening (id, cohort_id, coach_id, title, note, starts_at, ends_at, zone, wall_clock, utc_offset,
                                                 slot_minutes, break_minutes, slots, rooms, bank_id, rounds, state, version, changed_at)
                            select gen_random_uuid(), id, :coach, 'Evening', '', :at, cast(:at as timestamptz) + interval '2 days',
                                   'UTC', cast(:at as timestamptz) at time zone 'UTC', 0, 60, 0, 2, 1, 'bank', array['round'],
                                   'PLANNED', 1, now()
                              from led
                            returning id)
                        insert into evening_meeting (id, evening_id, slot, room, first_id, second_id, interview_id)
                        select gen_random_uuid(), planned.id, held.slot, 1, :coach, held.guest, held.interview
                          from planned
                         cross join unnest(cast(:interviews as uuid[]), cast(:guests as uuid[])) with ordinality
                               as held (interview, guest, slot)
                        """)
                .param("coach", coach.id().value())
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param(
                        "interviews",
                        meetings.stream().map(one -> one.interview.value()).toArray(UUID[]::new))
                .param(
                        "guests",
                        meetings.stream().map(one -> one.candidate.id().value()).toArray(UUID[]::new))
                .update();
    }

    private static Hosting.Plan planned(Person candidate, Instant at) {
        return new Hosting.Plan(
                new InterviewId(UUID.randomUUID()),
                Kind.COACH_LED,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                Optional.of(at),
                LISBON);
    }

    /** An hour with the coach, agreed on by the clock of a zone. */
    private final class Booked {
        final InterviewId interview = new InterviewId(UUID.randomUUID());
        final Person candidate = person("Candidate " + interview, "Asia/Kolkata", Role.MEMBER);

        Booked(Instant start, ZoneId zone) {
            this(start, zone, What.Kind.BOOKING);
        }

        Booked(Instant start, ZoneId zone, What.Kind kind) {
            var plan = new Hosting.Plan(
                    interview,
                    Kind.COACH_LED,
                    "marketing-manager",
                    "warm-up",
                    new Hosting.Candidate.Member(candidate.id()),
                    Set.of(),
                    Optional.of(start),
                    zone);
            one.getBean(TransactionOperations.class).executeWithoutResult(_ -> {
                Taking taking = one.getBean(Appointments.class)
                        .take(
                                Set.of(coach.id(), candidate.id()),
                                Agreed.of(Span.of(start, HOUR), zone),
                                new What(kind, interview.value()),
                                interview);
                assertThat(taking).isInstanceOf(Taking.Taken.class);
                assertThat(one.getBean(Hosting.class).host(plan, coach)).isInstanceOf(Hosting.Hosted.Done.class);
            });
        }

        Agreed agreed() {
            return other.getBean(Appointments.class).of(interview).orElseThrow().agreed();
        }

        Instant startsAt() {
            return ChangedClocksIT.startsAt(interview);
        }

        int moves() {
            return database.jdbcClient()
                    .sql("select count(*) from interview_event where interview_id = :id and type = 'rescheduled'")
                    .param("id", interview.value())
                    .query(Integer.class)
                    .single();
        }

        String calendarOf(Person person) {
            return one.getBean(CalendarInvites.class)
                    .of(person.id(), interview, CalendarInvites.What.CHANGED)
                    .orElseThrow()
                    .text();
        }
    }

    private static Instant startsAt(InterviewId interview) {
        return database.jdbcClient()
                .sql("select starts_at from interview where id = :id")
                .param("id", interview.value())
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static void portugalKeepsSummerTime() {
        known.put(LISBON, ZoneRules.of(ZoneOffset.ofHours(1)));
        version = "2026z";
        versionThere = "2026z";
    }

    private static boolean round(AnnotationConfigApplicationContext node) {
        node.getBean(ChangedClocks.class).round();
        return true;
    }

    /** How many notices a look of both posts. */
    private static long looked() {
        long before = notices();
        round(one);
        round(other);
        return notices() - before;
    }

    private static long notices() {
        return database.jdbcClient()
                .sql("select count(*) from notice")
                .query(Long.class)
                .single();
    }

    /** What the jobs of both nodes do, after what happened. */
    private static void tell() {
        for (AnnotationConfigApplicationContext node : List.of(one, other)) {
            node.getBean(News.class).round();
            node.getBean(Delivery.class).round();
        }
    }

    /** What somebody was told that is not of bookings. */
    private static List<String> told(Person person) {
        return database.jdbcClient()
                .sql("""
                        select notice.kind || ' ' || notice_delivery.channel as told
                          from notice_delivery
                          join notice on notice.id = notice_delivery.notice_id
                         where notice.person_id = :person
                           and notice.kind not in ('BOOKED', 'PLANNED')
                         order by notice.posted_at, notice.kind, notice_delivery.channel
                        """)
                .param("person", person.id().value())
                .query((row, _) -> row.getString("told"))
                .list();
    }

    private static Map<String, String> mail(Person person) {
        String filled = database.jdbcClient()
                .sql("select filled from outbox where person_id = :person and topic = 'clocks-changed' limit 1")
                .param("person", person.id().value())
                .query(String.class)
                .single();
        return tools.jackson.databind.json.JsonMapper.shared()
                .readValue(filled, new tools.jackson.core.type.TypeReference<>() {});
    }

    private static Person person(String name, String zone, Role role) {
        return one.getBean(People.class).enrol(name, UUID.randomUUID() + "@example.org", zone, role)
                        instanceof org.threeshift.core.people.Outcome.Done done
                ? done.person()
                : org.assertj.core.api.Assertions.fail("not enrolled");
    }

    private static void together(List<Callable<Boolean>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Boolean> answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** The end of a node, which nothing catches. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Played(boolean first) implements ZoneDatabase {
        @Override
        public String version() {
            return first ? version : versionThere;
        }

        @Override
        public ZoneRules rules(ZoneId zone) {
            return known.getOrDefault(zone, zone.getRules());
        }
    }

    /** @param notices those of the program */
    private record Telling(Notices notices, boolean first) implements Notices {
        @Override
        public void post(Notice notice) {
            if (first) {
                beforeTelling.run();
            }
            notices.post(notice);
        }

        @Override
        public void withdraw(String key) {
            notices.withdraw(key);
        }

        @Override
        public void withdraw(String beginning, Collection<PersonId> people) {
            notices.withdraw(beginning, people);
        }
    }

    private static AnnotationConfigApplicationContext node(DataSource connections, boolean first) {
        var node = new AnnotationConfigApplicationContext();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        node.registerBean(TransactionOperations.class, () -> transactions);
        node.registerBean(InstantSource.class, () -> () -> NOW);
        node.registerBean(RandomGenerator.class, () -> new SecureRandom());
        node.registerBean(Ids.class);
        node.registerBean(Bell.class, LocalBell::new);
        node.registerBean(Outage.class, () -> _ -> false);
        node.registerBean(Attendances.class, () -> _ -> Map.of());
        node.registerBean(
                "played", ZoneDatabase.class, () -> new Played(first), definition -> definition.setPrimary(true));
        node.registerBean(
                "telling",
                Notices.class,
                () -> new Telling(node.getBean("postgresNotices", Notices.class), first),
                definition -> definition.setPrimary(true));
        node.registerBean(Newcomers.class, () -> new Newcomers() {
            @Override
            public boolean invite(Person by, String email, CohortId cohort) {
                return true;
            }

            @Override
            public void end(CohortId cohort, Optional<String> email) {}
        });
        node.scan(List.of(
                        "audit",
                        "people",
                        "cohort",
                        "bank",
                        "interview",
                        "appointment",
                        "mail",
                        "settings",
                        "calendar",
                        "notice",
                        "clocks")
                .stream()
                .map(name -> "org.threeshift.core." + name)
                .toArray(String[]::new));
        node.refresh();
        return node;
    }
}
