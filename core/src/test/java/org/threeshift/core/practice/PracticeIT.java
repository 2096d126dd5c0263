package org.threeshift.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Season;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.hours.DatedWindow;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.hours.Window;
import org.threeshift.core.id.Edition;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.InterviewStates;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Merges;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.AgendaItem;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.pairing.Standing;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.relations.BlockHeard;
import org.threeshift.core.relations.MemberReport;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.core.relations.MemberReports.Decision;
import org.threeshift.core.relations.Partner;
import org.threeshift.core.relations.Readers;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.relations.ReportEnd;
import org.threeshift.core.relations.ReportProblem;
import org.threeshift.core.relations.Ties;
import org.threeshift.core.reliability.Arrivals;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Keeping;
import org.threeshift.core.reliability.Pauses;
import org.threeshift.core.reliability.Reliability;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Rehearsal;

/** What members say and do of their practice with others, on a real database, at hours that the test chooses. */
class PracticeIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final List<String> heard = new ArrayList<>();
    private static final WeeklyHours EVENINGS = new WeeklyHours(
            ZoneId.of("Australia/Lord_Howe"),
            List.of(
                    new Window(DayOfWeek.MONDAY, LocalTime.of(18, 30), LocalTime.of(21, 0)),
                    new Window(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(1, 0))),
            List.of(
                    DatedWindow.closed(LocalDate.of(2026, 12, 25)),
                    DatedWindow.open(LocalDate.of(2026, 12, 24), LocalTime.of(9, 0), LocalTime.MIDNIGHT)));

    private static Instant now = START;
    private static int people;
    private static Person admin;
    private static Rehearsal rehearsal;

    @BeforeAll
    static void installation() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(5));
        application.registerBean(org.threeshift.core.id.Ids.class);
        application.registerBean(Mails.class, () -> mail -> {});
        application.registerBean(BlockHeard.class, () -> (by, other) -> heard.add(by + " blocks " + other));
        application.scan(
                "org.threeshift.core.audit",
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview",
                "org.threeshift.core.availability",
                "org.threeshift.core.practice",
                "org.threeshift.core.relations",
                "org.threeshift.core.reliability");
        application.refresh();
        admin = person("Root", Role.ADMIN);
        rehearsal = new Rehearsal(
                bean(Hosting.class),
                bean(Interviews.class),
                bean(Banks.class),
                START.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS),
                3);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    void hours_are_read_as_they_were_put_each_purpose_by_itself_and_the_last_word_counts() {
        Person ada = member();
        OpenHours hours = bean(OpenHours.class);
        assertThat(hours.find(ada.id(), Purpose.PRACTICE)).isEmpty();
        hours.put(ada, Purpose.PRACTICE, WeeklyHours.never(ZoneId.of("UTC")));
        hours.put(ada, Purpose.PRACTICE, EVENINGS);
        assertThat(hours.find(ada.id(), Purpose.PRACTICE)).contains(EVENINGS);
        assertThat(hours.find(ada.id(), Purpose.COACHING)).isEmpty();
        hours.put(ada, Purpose.COACHING, WeeklyHours.never(ZoneId.of("Asia/Kolkata")));
        assertThat(hours.find(ada.id(), Purpose.PRACTICE)).contains(EVENINGS);
        assertThat(hours.of(List.of(ada.id(), admin.id()), Purpose.COACHING))
                .containsOnlyKeys(ada.id())
                .containsValue(WeeklyHours.never(ZoneId.of("Asia/Kolkata")));
    }

    @Test
    void nobody_writes_over_hours_that_they_have_not_seen() {
        Person ada = member();
        OpenHours hours = bean(OpenHours.class);
        Edition nothing = hours.edition(WeeklyHours.never(ada.zone()));
        assertThat(hours.put(ada, Purpose.PRACTICE, EVENINGS, nothing)).isTrue();
        var never = WeeklyHours.never(ZoneId.of("UTC"));
        assertThat(hours.put(ada, Purpose.PRACTICE, never, nothing)).isFalse();
        assertThat(hours.find(ada.id(), Purpose.PRACTICE)).contains(EVENINGS);
        // The same form sent twice.
        assertThat(hours.put(ada, Purpose.PRACTICE, EVENINGS, nothing)).isTrue();
        assertThat(hours.put(ada, Purpose.COACHING, never, nothing)).isTrue();
        // What is over is taken away at night, and nobody's doing.
        var over = DatedWindow.closed(LocalDate.of(2020, 1, 1));
        hours.put(ada, Purpose.PRACTICE, EVENINGS.with(over));
        assertThat(hours.put(ada, Purpose.PRACTICE, never, hours.edition(EVENINGS)))
                .isTrue();
        assertThat(hours.find(ada.id(), Purpose.PRACTICE)).contains(never);
    }

    @Test
    void the_database_holds_no_half_minutes_and_no_ninth_day() {
        Person ada = member();
        bean(OpenHours.class).put(ada, Purpose.PRACTICE, EVENINGS);
        for (String row : List.of("8, '09:00', '10:00'", "1, '09:00:30', '10:00'")) {
            assertThatThrownBy(() -> database.jdbcClient()
                            .sql("insert into weekly_window values (:person, 'PRACTICE', " + row + ")")
                            .param("person", ada.id().value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void what_somebody_says_is_kept_and_refused_with_every_problem_at_once() {
        Person ada = member();
        Practice practice = bean(Practice.class);
        assertThat(practice.find(ada.id())).isEmpty();
        assertThat(practice.of(ada).languages()).containsExactly("en");
        assertThat(practice.choose(ada, Optional.of(NextDraw.IN))).isFalse();
        assertThat(practice.change(ada, new Practice.Said("x".repeat(101), "KING", List.of(), "61", "NEVER", true)))
                .isEqualTo(new Practice.Outcome.Refused(List.of(
                        WishProblem.TARGET_ROLE_TOO_LONG,
                        WishProblem.SENIORITY_UNKNOWN,
                        WishProblem.LANGUAGE_MISSING,
                        WishProblem.MINUTES_UNKNOWN,
                        WishProblem.PACE_UNKNOWN)));
        assertThat(practice.find(ada.id())).isEmpty();
        wishes(ada, "de,EN , de", Pace.WHEN_I_SAY);
        Wish kept = practice.find(ada.id()).orElseThrow();
        assertThat(kept.languages()).containsExactly("de", "en");
        assertThat(kept.targetRole()).contains("Head of Growth");
        assertThat(practice.choose(ada, Optional.of(NextDraw.IN))).isTrue();
        wishes(ada, "en", Pace.EACH_DRAW);
        assertThat(practice.find(ada.id()).orElseThrow().next()).contains(NextDraw.IN);
    }

    @Test
    void a_draw_takes_whoever_is_in_has_hours_and_may_be_matched_and_forgets_what_was_said_about_it() {
        Person in = ready(Pace.EACH_DRAW);
        Person second = ready(Pace.EVERY_SECOND_DRAW);
        Person asked = ready(Pace.WHEN_I_SAY);
        Person silent = ready(Pace.WHEN_I_SAY);
        Person out = ready(Pace.EACH_DRAW);
        Person suspended = ready(Pace.EACH_DRAW);
        Person paused = ready(Pace.EACH_DRAW);
        Person homeless = member();
        wishes(homeless, "en", Pace.EACH_DRAW);
        Practice practice = bean(Practice.class);
        practice.choose(asked, Optional.of(NextDraw.IN));
        practice.choose(out, Optional.of(NextDraw.OUT));
        bean(Directory.class).suspend(admin, suspended.id());
        bean(Pauses.class).pause(admin, paused.id(), Duration.ofDays(30));
        List<Person> mine = List.of(in, second, asked, silent, out, suspended, paused, homeless);
        assertThat(drawn(practice.wishes(Optional.empty()).entrants(), mine))
                .containsExactlyInAnyOrder(in, second, asked);
        Instant first = now;
        practice.drawn(
                List.of(in.id(), second.id(), asked.id()),
                practice.wishes(Optional.empty()).said(),
                first);
        assertThat(drawn(practice.wishes(Optional.of(first)).entrants(), mine)).containsExactlyInAnyOrder(in, out);
        practice.drawn(List.of(in.id(), out.id()), Map.of(), first.plus(Duration.ofDays(7)));
        assertThat(drawn(
                        practice.wishes(Optional.of(first.plus(Duration.ofDays(7))))
                                .entrants(),
                        mine))
                .containsExactlyInAnyOrder(in, second, out);
        assertThat(drawn(practice.entrants(List.of(silent.id(), paused.id())), mine))
                .containsExactly(silent);
    }

    @Test
    void what_somebody_says_while_a_draw_is_reckoned_is_about_the_next_one() {
        Person late = ready(Pace.WHEN_I_SAY);
        Person turned = ready(Pace.WHEN_I_SAY);
        Practice practice = bean(Practice.class);
        practice.choose(turned, Optional.of(NextDraw.IN));
        Map<PersonId, NextDraw> read = practice.wishes(Optional.empty()).said();
        practice.choose(late, Optional.of(NextDraw.IN));
        practice.choose(turned, Optional.of(NextDraw.OUT));
        practice.drawn(List.of(turned.id()), read, now);
        assertThat(practice.find(late.id()).flatMap(Wish::next)).contains(NextDraw.IN);
        assertThat(practice.find(turned.id()).flatMap(Wish::next)).contains(NextDraw.OUT);
        practice.drawn(List.of(), practice.wishes(Optional.empty()).said(), now);
        assertThat(practice.find(late.id()).flatMap(Wish::next)).isEmpty();
    }

    @Test
    void an_entrant_brings_hours_reliability_and_the_levels_of_the_last_scorecard_unless_they_said_no() {
        Person mira = ready(Pace.EACH_DRAW);
        Person peer = member();
        InterviewId published = rehearsal.published(peer, List.of(), mira, "warm-up");
        database.jdbcClient().sql("""
                insert into shift_tally (interview_id, shift, method, mean, low, high, band_method, degrees, probed, questions, levels,
                                         not_observed, raters)
                values (:id, 'TEAM', 1, 2.5, 1, 5, 'WHOLE_SCALE', 1, 1, 1, 2, 0, '{}')
                """).param("id", published.value()).update();
        Entrant entrant = bean(Practice.class).entrants(List.of(mira.id())).getFirst();
        assertThat(entrant.hours()).isEqualTo(EVENINGS);
        assertThat(entrant.reliability().score()).isEqualTo(Reliability.BASE_RATE);
        assertThat(entrant.levels())
                .isEqualTo(Map.of(Shift.TEAM, new Standing.Measured(2.5, Double.POSITIVE_INFINITY)));
        bean(Practice.class).change(mira, new Practice.Said("", "", List.of("en"), "60", "EACH_DRAW", false));
        assertThat(bean(Practice.class).entrants(List.of(mira.id())).getFirst().levels())
                .isEmpty();
    }

    @Test
    void the_first_word_about_a_commitment_counts() {
        Person ada = member();
        Commitments commitments = bean(Commitments.class);
        UUID pair = UUID.randomUUID();
        assertThat(commitments.noShow(ada.id(), pair, now)).isTrue();
        assertThat(commitments.kept(ada.id(), pair, now)).isFalse();
        assertThat(commitments.late(ada.id(), UUID.randomUUID(), now)).isTrue();
        Reliability reliability = commitments.of(ada.id());
        assertThat(reliability.count(Keeping.NO_SHOW)).isEqualTo(1);
        assertThat(reliability.count(Keeping.LATE)).isEqualTo(1);
        assertThat(commitments.of(List.of(ada.id(), admin.id())).get(admin.id()))
                .satisfies(nothing -> assertThat(nothing).isEqualTo(commitments.of(admin.id())));
    }

    @Test
    void two_no_shows_pause_and_a_coach_of_theirs_or_an_admin_lifts_it_and_nobody_else() {
        Person ada = ready(Pace.EACH_DRAW);
        Person coach = person("Dana", Role.COACH);
        Person stranger = person("Otto", Role.COACH);
        Season.of(bean(Coaching.class), bean(Cohorts.class), coach, "Autumn", ada);
        Commitments commitments = bean(Commitments.class);
        Pauses pauses = bean(Pauses.class);
        commitments.noShow(ada.id(), UUID.randomUUID(), now.minus(Duration.ofDays(2)));
        commitments.noShow(ada.id(), UUID.randomUUID(), now.minus(Duration.ofDays(1)));
        assertThat(commitments.of(ada.id()).pausedUntil()).contains(now.plus(Duration.ofDays(13)));
        assertThat(bean(Practice.class).entrants(List.of(ada.id()))).isEmpty();
        assertThat(pauses.lift(stranger, ada.id())).isFalse();
        assertThat(pauses.lift(ada, ada.id())).isFalse();
        assertThat(pauses.seen(stranger, ada.id())).isEmpty();
        assertThat(pauses.seen(coach, ada.id())).map(Reliability::paused).contains(true);
        assertThat(pauses.lift(coach, ada.id())).isTrue();
        assertThat(commitments.of(ada.id()).paused()).isFalse();
        assertThat(deeds("pause-lifted", ada)).isEqualTo(1);
        assertThat(pauses.pause(coach, ada.id(), Duration.ofDays(30))).isFalse();
        assertThat(pauses.pause(admin, admin.id(), Duration.ofDays(30))).isFalse();
        assertThat(pauses.pause(admin, ada.id(), Duration.ofDays(30))).isTrue();
        assertThat(commitments.of(ada.id()).pausedUntil()).contains(now.plus(Duration.ofDays(30)));
        assertThat(pauses.lift(admin, ada.id())).isTrue();
        assertThat(commitments.of(ada.id()).paused()).isFalse();
    }

    @Test
    void the_clock_and_the_log_say_who_came_to_what_was_agreed_on_beforehand() {
        Person host = member();
        Person mira = member();
        Instant soon = now.plus(Duration.ofHours(30));
        InterviewId held = agreed(host, mira, soon);
        InterviewId missed = agreed(host, mira, soon.plus(Duration.ofHours(2)));
        InterviewId offLate = agreed(host, mira, soon.plus(Duration.ofHours(4)));
        InterviewId offEarly = agreed(host, mira, soon.plus(Duration.ofHours(40)));
        InterviewId nobody = agreed(host, mira, soon.plus(Duration.ofHours(6)));
        InterviewId atOnce = hosted(host, mira, Optional.empty());
        InterviewId ahead = agreed(host, mira, soon.plus(Duration.ofHours(90)));
        InterviewId offByMira = agreed(host, mira, soon.plus(Duration.ofHours(8)));
        InterviewId accused = agreed(host, mira, soon.plus(Duration.ofHours(3)));
        InterviewId alone = agreed(host, mira, soon.plus(Duration.ofHours(5)));
        // Days before, and no coming: whoever prepares an interview has not been to it.
        send(nobody, host, new Command.ReorderAgenda(otherWayRound(nobody)));
        Person coach = person("Dana", Role.COACH);
        InterviewId session = hosted(Kind.COACH_LED, coach, mira, Optional.of(soon.plus(Duration.ofHours(10))));
        send(offEarly, host, new Command.Cancel("Ill."));
        now = soon;
        send(held, mira, new Command.Join(Seat.CANDIDATE));
        send(held, host, new Command.Start());
        send(offLate, host, new Command.Cancel("Ill."));
        bean(Commitments.class).late(mira.id(), offByMira.value(), soon.plus(Duration.ofHours(8)));
        send(offByMira, host, new Command.Cancel("Ill."));
        send(session, coach, new Command.Cancel("Ill."));
        send(atOnce, mira, new Command.Join(Seat.CANDIDATE));
        send(atOnce, host, new Command.Start());
        now = soon.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(10));
        send(missed, host, new Command.Join(Seat.INTERVIEWER));
        send(missed, host, new Command.ReportNoShow(Absent.CANDIDATE));
        now = soon.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(10));
        send(accused, mira, new Command.ReportNoShow(Absent.INTERVIEWER));
        now = soon.plus(Duration.ofHours(5)).plus(Duration.ofMinutes(1));
        send(alone, host, new Command.Start());
        bean(Commitments.class).settle();
        now = soon.plus(Duration.ofHours(6)).plus(Duration.ofMinutes(1));
        bean(Arrivals.class).watch();
        now = soon.plus(Duration.ofHours(6)).plus(Duration.ofMinutes(59));
        bean(Commitments.class).settle();
        assertThat(keeping(nobody)).isEmpty();
        now = now.plus(Duration.ofMinutes(2));
        bean(Commitments.class).settle();
        assertThat(bean(Commitments.class).settle()).isZero();
        assertThat(keeping(held)).isEqualTo(Map.of(host.id(), "KEPT", mira.id(), "KEPT"));
        assertThat(keeping(missed)).isEqualTo(Map.of(host.id(), "KEPT", mira.id(), "NO_SHOW"));
        assertThat(keeping(accused))
                .as("who only says that the other one is missing has not come")
                .isEqualTo(Map.of(host.id(), "NO_SHOW", mira.id(), "NO_SHOW"));
        assertThat(keeping(alone))
                .as("who did not come to one that was begun all the same has not kept it")
                .isEqualTo(Map.of(host.id(), "KEPT"));
        assertThat(keeping(offLate)).isEqualTo(Map.of(host.id(), "LATE"));
        assertThat(keeping(offEarly)).isEmpty();
        assertThat(keeping(nobody)).isEqualTo(Map.of(host.id(), "NO_SHOW", mira.id(), "NO_SHOW"));
        assertThat(keeping(atOnce)).isEmpty();
        assertThat(keeping(ahead)).isEmpty();
        assertThat(keeping(offByMira)).isEqualTo(Map.of(mira.id(), "LATE"));
        assertThat(keeping(session))
                .as("a coach who calls off late is a person who calls off late")
                .isEqualTo(Map.of(coach.id(), "LATE"));
    }

    @Test
    void whoever_is_in_the_lobby_between_ten_minutes_before_and_ten_minutes_after_has_come_even_if_they_leave_again() {
        Instant before = now;
        Instant start = before.plus(Duration.ofHours(30));
        Map<Integer, Boolean> moments =
                Map.of(-20, false, -11, false, -10, true, -9, true, 9, true, 10, true, 11, false);
        moments.forEach((minutes, here) -> {
            Person byLog = member();
            Person byPage = member();
            Person arranges = member();
            InterviewId entered = agreed(member(), byLog, start);
            InterviewId opened = agreed(member(), byPage, start);
            InterviewId arranged = agreed(member(), arranges, start);
            Instant at = start.plus(Duration.ofMinutes(minutes));
            happened(entered, byLog, "joined", at);
            happened(arranged, arranges, "agenda-reordered", at);
            opened(opened, byPage, at);
            String when = minutes + " minutes";
            now = start;
            bean(Arrivals.class).watch();
            now = start.plus(Duration.ofMinutes(10));
            assertThat(came(entered).contains(byLog.id())).as(when).isEqualTo(here);
            assertThat(came(opened).contains(byPage.id())).as(when).isEqualTo(here);
            assertThat(came(arranged)).as(when).isEmpty();
            now = start.plus(Duration.ofMinutes(61));
            bean(Commitments.class).settle();
            assertThat(keeping(entered)).as(when).containsEntry(byLog.id(), here ? "KEPT" : "NO_SHOW");
            assertThat(keeping(opened)).as(when).containsEntry(byPage.id(), here ? "KEPT" : "NO_SHOW");
            assertThat(keeping(arranged)).as(when).containsEntry(arranges.id(), "NO_SHOW");
            now = before;
        });
    }

    private static Set<PersonId> came(InterviewId interview) {
        return bean(Arrivals.class).came(interview);
    }

    /** Whatever the rules of interviews say. */
    private static void happened(InterviewId interview, Person by, String type, Instant at) {
        database.jdbcClient()
                .sql("""
                insert into interview_event (interview_id, seq, event_id, type, version, actor, at, payload)
                values (:interview, 100, gen_random_uuid(), :type, 1, :person, :at, '{}')
                """)
                .param("interview", interview.value())
                .param("type", type)
                .param("person", by.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A page that was open for a moment. */
    private static void opened(InterviewId interview, Person by, Instant at) {
        database.jdbcClient()
                .sql("""
                insert into presence (interview_id, person_id, connection_id, since, seen_at, left_at)
                values (:interview, :person, gen_random_uuid(), :at, :at, :at)
                """)
                .param("interview", interview.value())
                .param("person", by.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void people_who_met_can_be_favoured_and_blocked_and_others_cannot() {
        Person ada = member();
        Person ben = member();
        Person stranger = member();
        rehearsal.published(ben, List.of(), ada, "warm-up");
        Relations relations = bean(Relations.class);
        assertThat(relations.favour(ada, stranger.id())).isFalse();
        assertThat(relations.block(ada, stranger.id())).isFalse();
        assertThat(relations.block(ada, ada.id())).isFalse();
        assertThat(relations.favour(ada, ben.id())).isTrue();
        assertThat(relations.partners(ada, 0).partners()).singleElement().satisfies(partner -> {
            assertThat(partner.person()).isEqualTo(ben);
            assertThat(partner.times()).isEqualTo(1);
            assertThat(partner.favourite()).isTrue();
            assertThat(partner.blocked()).isFalse();
        });
        assertThat(relations.partners(ben, 0).partners())
                .singleElement()
                .extracting(Partner::favourite)
                .isEqualTo(false);
        assertThat(relations.partners(stranger, 0).partners()).isEmpty();
    }

    @Test
    void a_block_is_heard_once_holds_both_ways_and_shows_to_nobody_but_who_made_it() {
        Person ada = member();
        Person ben = member();
        rehearsal.published(ben, List.of(), ada, "warm-up");
        Relations relations = bean(Relations.class);
        relations.favour(ada, ben.id());
        heard.clear();
        assertThat(relations.block(ada, ben.id())).isTrue();
        relations.block(ada, ben.id());
        assertThat(heard).containsExactly(ada.id() + " blocks " + ben.id());
        assertThat(relations.blocked(ben.id(), ada.id())).isTrue();
        assertThat(relations.partner(ada, ben.id())).hasValueSatisfying(partner -> {
            assertThat(partner.blocked()).isTrue();
            assertThat(partner.favourite()).isFalse();
        });
        assertThat(relations.partner(ben, ada.id())).map(Partner::blocked).contains(false);
        assertThat(deeds("member-blocked", ada)).isEqualTo(1);
        assertThat(deeds("member-blocked", ben)).isZero();
        Ties ties = relations.among(Set.of(ada.id(), ben.id(), admin.id()), START.minus(Duration.ofDays(30)));
        assertThat(ties.blocked(ben.id(), ada.id())).isTrue();
        assertThat(ties.favours(ada.id(), ben.id())).isFalse();
        assertThat(ties.met(ada.id(), ben.id())).isPresent();
        assertThat(relations
                        .among(Set.of(ada.id(), ben.id()), now.plus(Duration.ofDays(900)))
                        .met())
                .isEmpty();
        relations.unblock(ada, ben.id());
        assertThat(relations.blocked(ben.id(), ada.id())).isFalse();
    }

    @Test
    void a_report_is_read_and_handled_by_admins_alone_once_and_never_by_whom_it_is_about() {
        Person ada = member();
        Person ben = member();
        rehearsal.published(ben, List.of(), ada, "warm-up");
        MemberReports reports = bean(MemberReports.class);
        assertThat(reports.report(ada, admin.id(), "OTHER", "He was rude to me."))
                .isEqualTo(new MemberReports.Outcome.NotThere());
        assertThat(reports.report(ada, ben.id(), "NONSENSE", "short"))
                .isEqualTo(new MemberReports.Outcome.Refused(
                        List.of(ReportProblem.KIND_MISSING, ReportProblem.WORDS_TOO_SHORT)));
        MemberReports.Outcome made = reports.report(ada, ben.id(), "RUDENESS", "He laughed at every answer.");
        UUID id = ((MemberReports.Outcome.Done) made).report();
        assertThat(reports.report(ada, ben.id(), "OTHER", "And he did it again."))
                .isEqualTo(new MemberReports.Outcome.Refused(List.of(ReportProblem.ALREADY_REPORTED)));
        assertThat(reports.waiting(ada)).isEmpty();
        assertThat(reports.find(ben, id)).isEmpty();
        assertThat(reports.handle(ben, id, new Decision("NOTHING", "", "It was nothing.")))
                .isEqualTo(new MemberReports.Outcome.NotThere());
        assertThat(reports.waiting(admin).orElseThrow())
                .extracting(MemberReport::id)
                .contains(id);
        assertThat(reports.handle(admin, id, new Decision("PAUSED", "5", "x")))
                .isEqualTo(new MemberReports.Outcome.Refused(
                        List.of(ReportProblem.DAYS_UNKNOWN, ReportProblem.NOTE_TOO_SHORT)));
        assertThat(reports.handle(admin, id, new Decision("PAUSED", "14", "Spoke with both of them.")))
                .isInstanceOf(MemberReports.Outcome.Done.class);
        assertThat(reports.handle(admin, id, new Decision("NOTHING", "", "It was nothing.")))
                .isEqualTo(new MemberReports.Outcome.Refused(List.of(ReportProblem.ALREADY_HANDLED)));
        assertThat(bean(Commitments.class).of(ben.id()).pausedUntil()).contains(now.plus(Duration.ofDays(14)));
        assertThat(bean(Relations.class).partner(ada, ben.id()).flatMap(Partner::report))
                .hasValueSatisfying(reported -> assertThat(reported.handledAt()).isPresent());
        assertThat(deeds("report-handled", ben)).isZero();
        assertThat(deeds("report-handled", ada)).isEqualTo(1);
    }

    @Test
    void an_admin_suspends_by_a_report_and_not_themselves() {
        Person ada = member();
        Person ben = member();
        Person root = person("Root too", Role.ADMIN);
        rehearsal.published(ben, List.of(root), ada, "the-seven");
        MemberReports reports = bean(MemberReports.class);
        UUID about = ((MemberReports.Outcome.Done) reports.report(ada, ben.id(), "HARASSMENT", "He wrote at night."))
                .report();
        assertThat(reports.handle(root, about, new Decision("SUSPENDED", "", "Wrote to three people.")))
                .isEqualTo(new MemberReports.Outcome.Done(about, Optional.of(ben.id())));
        assertThat(bean(People.class).find(ben.id()).orElseThrow().suspended()).isTrue();
        UUID own =
                ((MemberReports.Outcome.Done) reports.report(ada, root.id(), "OTHER", "Looked in unasked.")).report();
        assertThat(reports.readers(ada, root.id())).isEqualTo(Readers.OTHER_ADMINS);
        assertThat(reports.find(root, own)).as("never whom it is about").isEmpty();
        assertThat(reports.waiting(root).orElseThrow())
                .extracting(MemberReport::id)
                .doesNotContain(own);
        assertThat(deeds("member-reported", ada))
                .as("a trail that all admins read would tell, too")
                .isEqualTo(1);
        assertThat(reports.handle(root, own, new Decision("NOTHING", "", "It was nothing.")))
                .isEqualTo(new MemberReports.Outcome.NotThere());
        assertThat(reports.find(admin, own)).map(MemberReport::handled).contains(Optional.empty());
        assertThat(reports.handle(admin, own, new Decision("SPOKEN", "", "Talked it through.")))
                .isInstanceOf(MemberReports.Outcome.Done.class);
        assertThat(reports.handled(admin).orElseThrow())
                .extracting(report -> report.handled().orElseThrow().end())
                .contains(ReportEnd.SPOKEN, ReportEnd.SUSPENDED);
    }

    @Test
    void a_report_about_the_only_admin_is_read_by_who_coaches_the_reporter_or_waits() {
        Person ada = member();
        Person root = person("Root three", Role.ADMIN);
        Person coach = person("Dana", Role.COACH);
        Person stranger = person("Otto", Role.COACH);
        rehearsal.published(root, List.of(), ada, "warm-up");
        MemberReports reports = bean(MemberReports.class);
        alone(root, () -> {
            assertThat(reports.readers(ada, root.id())).isEqualTo(Readers.NOBODY_YET);
            UUID id = ((MemberReports.Outcome.Done) reports.report(ada, root.id(), "OTHER", "Looked in unasked."))
                    .report();
            assertThat(reports.waiting(root).orElseThrow())
                    .extracting(MemberReport::id)
                    .doesNotContain(id);
            assertThat(reports.waiting(coach)).isEmpty();
            Season.of(bean(Coaching.class), bean(Cohorts.class), coach, "Winter", ada);
            assertThat(reports.readers(ada, root.id())).isEqualTo(Readers.COACHES);
            assertThat(reports.waiting(coach).orElseThrow())
                    .extracting(MemberReport::id)
                    .containsExactly(id);
            assertThat(reports.waiting(stranger)).isEmpty();
            assertThat(reports.find(stranger, id)).isEmpty();
            assertThat(reports.find(ada, id)).isEmpty();
            assertThat(reports.handle(coach, id, new Decision("SUSPENDED", "", "Wrote to three people.")))
                    .isEqualTo(new MemberReports.Outcome.Refused(List.of(ReportProblem.END_MISSING)));
            assertThat(reports.handle(coach, id, new Decision("SPOKEN", "", "Talked it through.")))
                    .isInstanceOf(MemberReports.Outcome.Done.class);
            assertThat(deeds("report-handled", ada)).isZero();
        });
        assertThat(reports.readers(ada, root.id())).isEqualTo(Readers.OTHER_ADMINS);
    }

    /** With all other admins away. */
    private static void alone(Person only, Runnable work) {
        List<PersonId> others = database.jdbcClient()
                .sql(
                        "update person set suspended_at = now() where role = 'ADMIN' and suspended_at is null and id <> :only"
                                + " returning id")
                .param("only", only.id().value())
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
        try {
            work.run();
        } finally {
            others.forEach(id -> database.jdbcClient()
                    .sql("update person set suspended_at = null where id = :id")
                    .param("id", id.value())
                    .update());
        }
    }

    @Test
    void what_was_said_of_a_guest_is_said_of_the_account_that_they_turn_out_to_have() {
        Person ada = member();
        Person account = member();
        Person guest = switch (bean(People.class).welcomeGuest("Mira", ZoneId.of("UTC"))) {
            case org.threeshift.core.people.Outcome.Done(var done) -> done;
            case org.threeshift.core.people.Outcome.Refused(var problems) ->
                throw new IllegalStateException(problems.toString());
        };
        rehearsal.published(ada, List.of(), guest, "warm-up");
        rehearsal.published(ada, List.of(), account, "the-seven");
        Relations relations = bean(Relations.class);
        relations.block(ada, guest.id());
        relations.block(ada, account.id());
        bean(MemberReports.class).report(ada, guest.id(), "OTHER", "Sold me a course.");
        bean(MemberReports.class).report(ada, account.id(), "OTHER", "Sold me another course.");
        assertThat(bean(Merges.class).merge(admin, guest.id(), account.email().orElseThrow()))
                .isInstanceOf(Merges.Merged.Done.class);
        assertThat(relations.blocked(account.id(), ada.id())).isTrue();
        assertThat(relations.partners(ada, 0).partners())
                .extracting(partner -> partner.person().id())
                .containsExactly(account.id());
        for (String table : List.of("person_block where other_id", "member_report where about")) {
            assertThat(database.jdbcClient()
                            .sql("select count(*) from " + table + " = :guest")
                            .param("guest", guest.id().value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static List<Person> drawn(List<Entrant> entrants, List<Person> mine) {
        Set<PersonId> ids = entrants.stream().map(Entrant::person).collect(java.util.stream.Collectors.toSet());
        return mine.stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static Person ready(Pace pace) {
        Person person = member();
        wishes(person, "en", pace);
        bean(OpenHours.class).put(person, Purpose.PRACTICE, EVENINGS);
        return person;
    }

    private static void wishes(Person person, String languages, Pace pace) {
        var said = new Practice.Said(
                " Head of  Growth ", "MANAGER", List.of(languages.split(",")), "80", pace.name(), true);
        assertThat(bean(Practice.class).change(person, said)).isInstanceOf(Practice.Outcome.Done.class);
    }

    private static Map<PersonId, String> keeping(InterviewId interview) {
        Map<PersonId, String> found = new java.util.HashMap<>();
        database.jdbcClient()
                .sql("select person_id, keeping from commitment where commitment_id = :id")
                .param("id", interview.value())
                .query(row -> {
                    found.put(new PersonId(row.getObject("person_id", UUID.class)), row.getString("keeping"));
                });
        return found;
    }

    private static int deeds(String deed, Person about) {
        return database.jdbcClient()
                .sql("select count(*) from audit_event where deed = :deed and about_id = :about")
                .param("deed", deed)
                .param("about", about.id().value())
                .query(Integer.class)
                .single();
    }

    private static List<String> otherWayRound(InterviewId interview) {
        return bean(InterviewStates.class).find(interview).orElseThrow().setup().agenda().items().reversed().stream()
                .map(AgendaItem::questionId)
                .toList();
    }

    private static InterviewId agreed(Person host, Person candidate, Instant at) {
        return hosted(host, candidate, Optional.of(at));
    }

    private static InterviewId hosted(Person host, Person candidate, Optional<Instant> at) {
        return hosted(Kind.PEER, host, candidate, at);
    }

    private static InterviewId hosted(Kind kind, Person host, Person candidate, Optional<Instant> at) {
        var id = new InterviewId(bean(org.threeshift.core.id.Ids.class).next());
        var plan = new Hosting.Plan(
                id,
                kind,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(candidate.id()),
                Set.of(),
                at,
                ZoneId.of("UTC"));
        assertThat(bean(Hosting.class).host(plan, host, now)).isInstanceOf(Hosting.Hosted.Done.class);
        return id;
    }

    private static void send(InterviewId id, Person by, Command command) {
        var sent = new Sent(bean(org.threeshift.core.id.Ids.class).next(), new Command.By(by.id(), now), command);
        assertThat(bean(Interviews.class).send(id, sent)).isInstanceOf(Outcome.Done.class);
    }

    private static Person member() {
        return person("Member", Role.MEMBER);
    }

    private static Person person(String name, Role role) {
        String email = "person" + people++ + "@example.org";
        return switch (bean(People.class).enrol(name, email, "Europe/Berlin", role)) {
            case org.threeshift.core.people.Outcome.Done(var done) -> done;
            case org.threeshift.core.people.Outcome.Refused(var problems) ->
                throw new IllegalStateException(problems.toString());
        };
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
