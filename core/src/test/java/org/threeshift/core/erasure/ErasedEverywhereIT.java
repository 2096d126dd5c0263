package org.threeshift.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.audit.Whence;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.erasure.Columns.Column;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.export.ExportPart;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Invitees;
import org.threeshift.core.interview.Merges;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.NoteDrafts;
import org.threeshift.core.notice.Notice;
import org.threeshift.core.notice.Notices;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.retention.Sweep;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Glass;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.ShiftCard;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;
import org.threeshift.core.sharing.Sharing;

/**
 * Plants a word that is found nowhere else wherever somebody can leave one, through the services that people use; erases the
 * person; and looks for the word in every column of every table.
 */
class ErasedEverywhereIT {
    private static final String WORD = "zyxplant";
    private static final String PASSWORD = "correct horse battery";
    private static final AtomicReference<String> PLACE = new AtomicReference<>("elsewhere");
    /** What happens while the next export is being made. */
    private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> {});

    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private static Columns columns;
    private static Set<String> planted;
    private static Person leaver;
    private static Person other;
    private static Person mira;
    private static InterviewId ofMira;
    private static String exported = "";
    private static String exportedOfMira = "";
    private static String exportedWithoutNotes = "";
    private static Scorecard before;
    private static List<?> standingsBefore;

    @BeforeAll
    static void somebody_leaves_words_everywhere() {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(Outage.class, () -> _ -> false);
        application.registerBean(TransactionOperations.class, () -> transactions);
        application.registerBean(
                Whence.class,
                () -> () -> new Whence.From(Optional.of(PLACE.get()), Optional.of("request of " + PLACE.get())));
        application.registerBean("meanwhile", ExportPart.class, () -> _ -> {
            MEANWHILE.getAndSet(() -> {}).run();
            return Stream.empty();
        });
        application.scan(List.of(
                        "id",
                        "people",
                        "bank",
                        "interview",
                        "invitee",
                        "scorecard",
                        "cohort",
                        "consent",
                        "sharing",
                        "coachnotes",
                        "export",
                        "erasure",
                        "feedback",
                        "notes",
                        "mail",
                        "notice",
                        "calendar",
                        "presence",
                        "audit",
                        "retention",
                        "settings")
                .stream()
                .map(name -> "org.threeshift.core." + name)
                .toArray(String[]::new));
        application.refresh();
        columns = new Columns(database.jdbcClient());
        leaver = profiled(person("Zyxplant Pereira", WORD + "@example.org", Role.COACH));
        other = person("Otto Brandt", "otto@example.org", Role.COACH);
        mira = person("Mira Rossi", "mira@example.org", Role.MEMBER);
        Person jonas = person("Jonas Weber", "jonas@example.org", Role.MEMBER);
        cohorts(jonas);
        ofMira = asInterviewer();
        plant(jonas, person("Ada Admin", "ada@example.org", Role.ADMIN));
        planted = columns.holding(WORD);
        before = scorecard();
        standingsBefore = bean(Scorecards.class).history(mira.id());
        // Whoever has read it keeps it in memory, and has to forget.
        assertThat(before.toString()).contains(WORD);
        bean(Erasures.class).ask(leaver);
        assertThat(bean(Erasures.class).carryOut(Instant.now())).isZero();
        assertThat(bean(Erasures.class).carryOut(Instant.now().plus(Duration.ofDays(8))))
                .isEqualTo(1);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    void the_word_is_in_no_column_of_no_table() {
        assertThat(planted).hasSizeGreaterThan(20);
        assertThat(columns.holding(WORD)).isEmpty();
    }

    @Test
    void every_column_that_may_hold_words_was_planted_in_or_is_listed_with_a_reason() {
        assertThat(Columns.neither(columns.all(), planted, Columns.listed())).isEmpty();
    }

    @Test
    void the_list_names_no_column_that_is_planted_in_or_gone() {
        Set<String> known = columns.all().stream().map(Column::toString).collect(java.util.stream.Collectors.toSet());
        Set<String> idle = new TreeSet<>(Columns.listed());
        idle.removeIf(column -> known.contains(column) && !planted.contains(column));
        assertThat(idle).isEmpty();
    }

    /** Otherwise all of the above would pass for a search that finds nothing. */
    @Test
    void a_new_table_with_words_is_found_out() {
        JdbcClient jdbc = database.jdbcClient();
        jdbc.sql("create table diary (page bytea, line text, at timestamptz)").update();
        try {
            jdbc.sql("insert into diary values (convert_to('Dear Zyxplant', 'UTF8'), null, now())")
                    .update();
            assertThat(columns.holding(WORD)).containsExactly("diary.page");
            assertThat(Columns.neither(columns.all(), planted, Columns.listed()))
                    .containsExactly("diary.line", "diary.page");
        } finally {
            jdbc.sql("drop table diary").update();
        }
    }

    @Test
    void nobodys_rows_are_left_where_they_go_as_a_whole() {
        for (String rows : List.of(
                "select count(*) from person_photo where person_id = :id",
                "select count(*) from outbox where key like 'carries-a-%'",
                "select count(*) from data_export where person_id = :id",
                "select count(*) from data_export where content is not null",
                "select count(*) from spring_session where principal_name = cast(:id as text)",
                "select count(*) from setup_link where person_id = :id",
                "select count(*) from known_device where person_id = :id",
                "select count(*) from passkey where person_id = :id",
                "select count(*) from passkey_challenge where person_id = :id",
                "select count(*) from push_device where person_id = :id",
                "select count(*) from recovery_code where person_id = :id",
                "select count(*) from former_name where person_id = :id",
                "select count(*) from practice_wish where person_id = :id",
                "select count(*) from weekly_hours where person_id = :id",
                "select count(*) from booking where coach = :id or candidate = :id",
                "select count(*) from booking_page where owner = :id",
                "select count(*) from member_report where about = :id",
                "select count(*) from spring_session where principal_name = 'halfway:' || cast(:id as text)",
                "select count(*) from consent where person_id = :id",
                "select count(*) from throttle where cast(:id as uuid) is not null",
                "select count(*) from person where id = :id and (password_hash is not null or email is not null)")) {
            assertThat(database.jdbcClient()
                            .sql(rows)
                            .param("id", leaver.id().value())
                            .query(Long.class)
                            .single())
                    .as(rows)
                    .isZero();
        }
    }

    @Test
    void what_others_scored_stands_to_the_digit() {
        Scorecard after = scorecard();
        assertThat(after.toString()).doesNotContain(WORD);
        for (Shift shift : Shift.values()) {
            ShiftCard was = before.on(shift);
            assertThat(after.on(shift)).isEqualTo(was);
        }
        assertThat(after.verdicts()).isEqualTo(before.verdicts());
        assertThat(after.traps()).isEqualTo(before.traps());
        assertThat(after.practice()).isEqualTo(before.practice());
        assertThat(after.skills()).isEqualTo(before.skills());
        assertThat(after.headline()).isEqualTo(before.headline());
        assertThat(bean(Scorecards.class).history(mira.id())).isEqualTo(standingsBefore);
        assertThat(after.signed())
                .filteredOn(signed -> signed.interviewer().equals(other.id()))
                .extracting(Scorecard.Signed::summary)
                .doesNotContain("(erased)");
    }

    @Test
    void an_export_held_ones_own_and_nobody_elses_private_words() {
        String note = "Note of " + WORD;
        String coachs = "As " + WORD + " I think: fast.";
        assertThat(exported)
                .contains(
                        note,
                        coachs,
                        "Zyxplant Pereira",
                        "Fair, says " + WORD,
                        "In " + WORD + "’s ears: vague.",
                        "Later " + WORD,
                        "Laptop of Zyxplant",
                        "Token of Zyxplant",
                        "Browser of Zyxplant",
                        "Gast (Zyxplant)",
                        "Autumn")
                .contains("Zyxplant talks too fast.")
                // The words that were agreed to stand beside their version.
                .contains(Agreement.current().sees().getFirst(), "timeZone", "targetRole")
                .doesNotContain("target_role", "merged_into", "person_id")
                .doesNotContain("correct horse", "password_hash", "token_hash", "sealed", "push.example.org", "p256dh");
        // Where the installation says so, and it does unless somebody changes it.
        assertThat(exportedOfMira).contains(coachs, "Mira Rossi");
        assertThat(exportedWithoutNotes).contains("Mira Rossi").doesNotContain(coachs);
        assertThat(exportedOfMira).doesNotContain(note, "Zyxplant talks too fast.", "Later " + WORD, "For " + WORD);
    }

    @Test
    void they_are_somebody_who_left_and_cannot_come_back() {
        Person left = bean(People.class).find(leaver.id()).orElseThrow();
        assertThat(left.name()).isEqualTo("Someone who left");
        assertThat(left.guest()).isTrue();
        assertThat(bean(People.class).authenticate(WORD + "@example.org", PASSWORD))
                .isEmpty();
        assertThat(bean(Erasures.class).waiting(leaver.id())).isEmpty();
    }

    @Test
    void a_guest_whose_time_is_over_leaves_the_same_way_in_the_night() {
        Person guest = ((Outcome.Done) bean(People.class).welcomeGuest("Gigi Quollplant", ZoneOffset.UTC)).person();
        Rehearsal rehearsal = rehearsal(3);
        InterviewId id = rehearsal.over(other, List.of(), guest, "the-seven");
        String question = question("the-seven").id();
        rehearsal.send(
                id,
                other.id(),
                new Command.NoteEvidence(new EvidenceId(new UUID(8, 6)), question, "Quollplant never says why."));
        assertThat(columns.holding("quollplant")).isNotEmpty();
        Sweep guests = application.getBeansOfType(Sweep.class).values().stream()
                .filter(sweep -> sweep.name().equals("guests"))
                .findFirst()
                .orElseThrow();
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(1)))).isZero();
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(91)))).isOne();
        assertThat(columns.holding("quollplant")).isEmpty();
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(91)))).isZero();
    }

    @Test
    void an_export_that_is_being_made_when_somebody_is_erased_is_made_again() {
        nobodyWaitsForAnExport();
        Person asker = person("Ines Duarte", "ines@example.org", Role.MEMBER);
        Person gone = person("Tom Vesperplant", "tom@example.org", Role.COACH);
        CohortId cohort = done(bean(Coaching.class).open(gone, "Evening"));
        done(bean(Coaching.class).ask(gone, cohort, "ines@example.org", Membership.About.NOTHING));
        MEANWHILE.set(() -> bean(Erasures.class).eraseNow(gone.id(), Instant.now()));
        bean(DataExports.class).ask(asker);
        assertThat(bean(DataExports.class).makeAll()).isZero();
        assertThat(bean(DataExports.class).makeAll()).isOne();
        assertThat(words(asker)).doesNotContain("Vesperplant");
    }

    @Test
    void whoever_is_erased_while_their_export_is_being_made_is_not_written_to() {
        nobodyWaitsForAnExport();
        Person gone = person("Ulla Lateplant", "ulla.lateplant@example.org", Role.MEMBER);
        MEANWHILE.set(() -> bean(Erasures.class).eraseNow(gone.id(), Instant.now()));
        bean(DataExports.class).ask(gone);
        assertThat(bean(DataExports.class).makeAll()).isZero();
        assertThat(columns.holding("lateplant")).isEmpty();
    }

    private static void nobodyWaitsForAnExport() {
        database.jdbcClient().sql("delete from data_export").update();
    }

    @Test
    void the_last_admin_stays_also_when_the_others_left_while_they_waited() {
        Person first = person("First", "first.admin@example.org", Role.ADMIN);
        Person second = person("Second", "second.admin@example.org", Role.ADMIN);
        People people = bean(People.class);
        people.members().stream()
                .filter(one -> one.role() == Role.ADMIN && !one.equals(first) && !one.equals(second))
                .forEach(one -> bean(Directory.class).suspend(first, one.id()));
        assertThat(bean(Erasures.class).ask(first)).isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(bean(Erasures.class).ask(second)).isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(bean(Erasures.class).carryOut(Instant.now().plus(Duration.ofDays(8))))
                .isOne();
        assertThat(people.members())
                .filteredOn(one -> one.role() == Role.ADMIN && !one.suspended())
                .hasSize(1);
        Person left = people.members().stream()
                .filter(one -> one.role() == Role.ADMIN && !one.suspended())
                .findFirst()
                .orElseThrow();
        bean(Erasures.class).callOff(left.id());
        assertThat(bean(Erasures.class).ask(left)).isInstanceOf(Erasures.Outcome.LastAdmin.class);
    }

    /** Of an interview of theirs, of a reason that they gave, and of somebody who is called by their name. */
    private static void told(InterviewId own) {
        tell("a", other.id().toString(), "Moved for the sake of " + WORD, Optional.of(own));
        tell("b", leaver.id().toString(), "My dentist, says " + WORD, Optional.empty());
        tell("c", "Zyxplant Pereira", "", Optional.empty());
    }

    private static void tell(String key, String by, String reason, Optional<InterviewId> about) {
        bean(Notices.class)
                .post(new Notice(
                        key,
                        org.threeshift.core.notice.Kind.CANCELLED,
                        mira.id(),
                        Map.of("other", by, "round", "Screen", "at", "2026-12-01T10:00:00Z", "reason", reason),
                        about,
                        "/interviews",
                        Instant.now(),
                        Instant.now().plus(Duration.ofDays(90))));
    }

    private static Person profiled(Person person) {
        var said = new Profiles.Said(
                person.name(), "Europe/Berlin", WORD + "/her", List.of("en"), "Head of " + WORD, "MANAGER");
        assertThat(bean(Profiles.class).change(person, said)).isInstanceOf(Outcome.Done.class);
        return bean(People.class).find(person.id()).orElseThrow();
    }

    /** One that they planned, and one on which they are called by name. */
    private static void evenings(JdbcClient jdbc) {
        jdbc.sql("""
                with planned as (
                    insert into evening (id, cohort_id, coach_id, title, note, starts_at, ends_at, zone, wall_clock, utc_offset,
                                         slot_minutes, break_minutes, slots, rooms, bank_id, rounds, state, reason, version, changed_at)
                    select gen_random_uuid(), (select min(id::text)::uuid from cohort), coach, title, note, now(),
                           now() + interval '1 hour', 'UTC', now() at time zone 'UTC', 0, 40, 5, 1, 1, 'bank', '{round}', 'CALLED_OFF',
                           reason, 0, now()
                      from (values (cast(:id as uuid), 'Evening of zyxplant', 'Zyxplant brings water.', 'Zyxplant is ill.'),
                                   (cast(:other as uuid), 'Without Zyxplant Pereira', 'Zyxplant Pereira cannot come.', 'Zyxplant Pereira is missed.'))
                           as made (coach, title, note, reason)
                    returning id)
                insert into evening_guest (evening_id, person_id)
                select planned.id, :id
                  from planned
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .update();
    }

    /** A coach's page on which somebody booked an interview that is over; its words hold a word of the coach's. */
    private static void booked(JdbcClient jdbc, UUID coach, UUID candidate, String slug, String word) {
        jdbc.sql("""
                with page as (
                    insert into booking_page (id, slug, title, intro, owner, audience, minutes_before, minutes_after, notice_hours,
                                              most_a_day, days_ahead, change_hours, step_minutes, made_at)
                    values (gen_random_uuid(), :slug, 'Book ' || :word, 'Hello from ' || :word, :coach, 'PUBLIC', 0, 0, 0, 4, 28, 24, 30,
                            now())
                    returning id),
                     kind as (
                    insert into session_kind (id, page_id, place, name, bank_id, round_id, minutes, price, description)
                    select gen_random_uuid(), id, 1, 'Talk with ' || :word, 'bank', 'round', 60, :word || ' euros', :word || ' listens.'
                      from page
                    returning id, page_id),
                     question as (
                    insert into session_question (kind_id, place, text, required)
                    select id, 1, 'Why ' || :word || '?', true
                      from kind),
                     made as (
                    insert into booking (interview_id, page_id, kind_id, coach, candidate, minutes, change_hours, booked_at)
                    select :interview, page_id, id, :coach, :candidate, 60, 24, now()
                      from kind
                    returning interview_id)
                insert into booking_answer (interview_id, place, question, answer)
                select interview_id, 1, 'Why ' || :word || '?', 'Because I am Zyxplant, or know them.'
                  from made
                """)
                .param("slug", slug)
                .param("word", word)
                .param("coach", coach)
                .param("candidate", candidate)
                .param(
                        "interview",
                        TestRows.interview(database, new PersonId(coach)).value())
                .update();
    }

    private static void plant(Person jonas, Person admin) {
        bean(SetupLinks.class).forPassword(leaver.id());
        bean(Consents.class).agree(leaver.id(), Subject.ACCOUNT);
        InterviewId own = asCandidate();
        planned(jonas);
        aside(jonas);
        merged(jonas, admin);
        var shared = bean(Sharing.class)
                .share(own, leaver.id(), new Sharing.Wish("For " + WORD, "WHOLE", "NAME", OptionalInt.of(14)));
        assertThat(shared).isInstanceOf(Sharing.Made.Done.class);
        Token link = ((Sharing.Made.Done) shared).token();
        assertThat(bean(Sharing.class).open(link, Optional.empty(), new byte[32]))
                .isPresent();
        assertThat(bean(Glass.class).breakFor(own, admin, "Asked about " + WORD + " by phone."))
                .isInstanceOf(Glass.Outcome.Broken.class);
        notes(own);
        trail();
        rows();
        told(own);
        assertThat(bean(Erasures.class).ask(admin, leaver.id(), "Asked for it: " + WORD))
                .isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(bean(Sharing.class).open(link, Optional.empty(), new byte[32]))
                .isEmpty();
        stays(admin);
        for (Person each : List.of(leaver, mira, other)) {
            bean(DataExports.class).ask(each);
        }
        assertThat(bean(DataExports.class).makeAll()).isEqualTo(3);
        exported = words(leaver);
        exportedOfMira = words(mira);
        assertThat(bean(Settings.class)
                        .change(admin, new Installation(Registration.INVITATION, false, false, 90, 30, 14)))
                .isTrue();
        bean(DataExports.class).ask(mira);
        bean(DataExports.class).makeAll();
        exportedWithoutNotes = words(mira);
        for (Person each : List.of(leaver, other)) {
            bean(DataExports.class).ask(each);
        }
        bean(DataExports.class).makeAll();
    }

    /** An admin calls off what an admin asked for, with a reason; what people ask for themselves only they call off. */
    private static void stays(Person admin) {
        Erasures erasures = bean(Erasures.class);
        String reason = "Called and said that they stay: " + WORD;
        assertThat(erasures.callOff(admin, leaver.id(), "Oops")).isEqualTo(new Erasures.Stay.ReasonTooShort());
        assertThat(erasures.callOff(mira, leaver.id(), reason)).isEqualTo(new Erasures.Stay.NotThere());
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.CalledOff());
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.NotThere());
        assertThat(erasures.ask(leaver)).isInstanceOf(Erasures.Outcome.Waiting.class);
        assertThat(erasures.callOff(admin, leaver.id(), reason)).isEqualTo(new Erasures.Stay.OnlyThePerson());
        assertThat(erasures.callOff(leaver.id())).isTrue();
    }

    private static void cohorts(Person jonas) {
        Coaching coaching = bean(Coaching.class);
        CohortId own = done(coaching.open(leaver, "Cohort of " + WORD));
        done(coaching.ask(leaver, own, mira.email().orElseThrow(), Membership.About.NOTHING));
        done(bean(Cohorts.class).join(mira, own, Agreement.CURRENT));
        done(coaching.ask(leaver, own, jonas.email().orElseThrow(), Membership.About.NOTHING));
        CohortId others = done(coaching.open(other, "Autumn"));
        done(coaching.open(other, "Winter"));
        done(coaching.ask(other, others, WORD + "@example.org", Membership.About.NOTHING));
        done(bean(Cohorts.class).join(leaver, others, Agreement.CURRENT));
        assertThat(bean(CoachNotes.class).write(leaver, mira.id(), "As " + WORD + " I think: fast."))
                .isEqualTo(new CoachNotes.Outcome.Done());
        assertThat(bean(CoachNotes.class).write(other, leaver.id(), "Zyxplant talks too fast."))
                .isEqualTo(new CoachNotes.Outcome.Done());
    }

    /** Everybody writes about them, and they are invited by name. */
    private static InterviewId asCandidate() {
        Rehearsal rehearsal = rehearsal(1);
        InterviewId id = rehearsal.over(mira, List.of(other), leaver, "warm-up");
        Question question = question("warm-up");
        rehearsal.send(
                id,
                mira.id(),
                new Command.NoteEvidence(new EvidenceId(new UUID(8, 1)), question.id(), "Zyxplant never says why."));
        rehearsal.send(
                id, mira.id(), new Command.ReviseEvidence(new EvidenceId(new UUID(8, 1)), "Only Zyxplant says why."));
        bean(NoteDrafts.class).save(id, other.id(), new UUID(8, 2), question.id(), "And then " + WORD, 1);
        rehearsal.selfScore(id, leaver.id(), "warm-up");
        rehearsal.lock(id, mira.id(), "Zyxplant works through others.");
        rehearsal.lock(id, other.id(), "Zyxplant is quick.");
        rehearsal.send(id, mira.id(), new Command.OpenDebrief(false));
        rehearsal.send(id, mira.id(), new Command.WordSentence("Zyxplant, own the number."));
        rehearsal.send(id, leaver.id(), new Command.ConfirmSentence(1));
        rehearsal.send(
                id,
                mira.id(),
                new Command.Amend(new Amendment.OfSummary("Zyxplant works well."), "I was hard on Zyxplant."));
        assertThat(bean(FeedbackCards.class)
                        .give(
                                id,
                                leaver.id(),
                                mira.id(),
                                Map.of(
                                        Shift.STRATEGY,
                                        Level.THREE,
                                        Shift.ACCOUNTABILITY,
                                        Level.THREE,
                                        Shift.TEAM,
                                        Level.FOUR),
                                "Fair, says " + WORD))
                .isInstanceOf(FeedbackCards.Said.Saved.class);
        return id;
    }

    /** They write about somebody else, in a panel. */
    private static InterviewId asInterviewer() {
        Rehearsal rehearsal = rehearsal(2);
        InterviewId id = rehearsal.over(leaver, List.of(other), mira, "the-seven");
        rehearsal.send(
                id,
                leaver.id(),
                new Command.NoteEvidence(
                        new EvidenceId(new UUID(8, 3)), question("the-seven").id(), "In " + WORD + "’s ears: vague."));
        bean(NoteDrafts.class)
                .save(id, leaver.id(), new UUID(8, 4), question("the-seven").id(), "Later " + WORD, 1);
        rehearsal.selfScore(id, mira.id(), "the-seven");
        rehearsal.lock(id, leaver.id(), "Zyxplant says: hire.");
        rehearsal.lock(id, other.id(), "Works through others.");
        rehearsal.send(id, leaver.id(), new Command.Publish(false));
        rehearsal.send(
                id,
                leaver.id(),
                new Command.Amend(new Amendment.OfSummary("Zyxplant agrees."), "Zyxplant thought again."));
        assertThat(bean(FeedbackCards.class)
                        .give(
                                id,
                                mira.id(),
                                leaver.id(),
                                Map.of(
                                        Shift.STRATEGY,
                                        Level.THREE,
                                        Shift.ACCOUNTABILITY,
                                        Level.THREE,
                                        Shift.TEAM,
                                        Level.FOUR),
                                "Zyxplant listens."))
                .isInstanceOf(FeedbackCards.Said.Saved.class);
        return id;
    }

    /** What they host and has not begun, with a link to a call; and what they are invited to by name and never came to. */
    private static void planned(Person jonas) {
        Instant soon = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        var plan = new Hosting.Plan(
                new InterviewId(new UUID(7, 1)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("A friend of " + WORD),
                Set.of(),
                Optional.of(soon),
                ZoneId.of("Europe/Berlin"),
                Map.of(jonas.id(), Seat.SHADOW),
                Optional.of(URI.create("https://meet.example.org/" + WORD)));
        assertThat(bean(Hosting.class).host(plan, leaver)).isInstanceOf(Hosting.Hosted.Done.class);
        assertThat(bean(Interviews.class)
                        .send(
                                plan.interview(),
                                new org.threeshift.core.interview.Sent(
                                        new UUID(7, 2),
                                        new Command.By(leaver.id(), Instant.now()),
                                        new Command.Reschedule(
                                                soon.plusSeconds(3600),
                                                ZoneId.of("Europe/Berlin"),
                                                "Zyxplant is ill."))))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
        var invited = new Hosting.Plan(
                new InterviewId(new UUID(7, 3)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("zyxplant pereira"),
                Set.of(),
                Optional.of(soon),
                ZoneId.of("Europe/Berlin"));
        assertThat(bean(Hosting.class).host(invited, jonas)).isInstanceOf(Hosting.Hosted.Done.class);
        // By an address that was nobody's at the time.
        bean(Invitees.class).invited(invited.interview(), "Zyxplant@Example.org");
    }

    /** A guest of another name who became the leaver: known by it to an interview to which they never came, and to a mail. */
    private static void merged(Person jonas, Person admin) {
        Person guest = ((Outcome.Done) bean(People.class).welcomeGuest("Gast (Zyxplant)", ZoneOffset.UTC)).person();
        var invited = new Hosting.Plan(
                new InterviewId(new UUID(7, 5)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("The gast (zyxplant)"),
                Set.of(),
                Optional.of(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS)),
                ZoneId.of("Europe/Berlin"));
        assertThat(bean(Hosting.class).host(invited, other)).isInstanceOf(Hosting.Hosted.Done.class);
        database.jdbcClient().sql("""
                        insert into outbox (id, key, topic, address, person_id, filled, posted_at, next_at)
                        values (gen_random_uuid(), 'to-jonas', 'invited', 'jonas@example.org', :id, '{"name": "Gast (Zyxplant)"}', now(), now())
                        """).param("id", jonas.id().value()).update();
        assertThat(bean(Merges.class).merge(admin, guest.id(), WORD + "@example.org"))
                .isInstanceOf(Merges.Merged.Done.class);
        // And an earlier name of their own.
        bean(Profiles.class)
                .change(
                        leaver,
                        new Profiles.Said(
                                leaver.name() + "-Weber",
                                "Europe/Berlin",
                                WORD + "/her",
                                List.of("en"),
                                "Head of " + WORD,
                                "MANAGER"));
    }

    /** A shadow who writes and is taken off again leaves words in the log and nowhere else. */
    private static void aside(Person jonas) {
        var plan = new Hosting.Plan(
                new InterviewId(new UUID(7, 4)),
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.Member(jonas.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                Map.of(leaver.id(), Seat.SHADOW),
                Optional.empty());
        assertThat(bean(Hosting.class).host(plan, other)).isInstanceOf(Hosting.Hosted.Done.class);
        String question = question("warm-up").id();
        send(plan.interview(), other, new Command.Start());
        send(plan.interview(), other, new Command.Pose(question));
        var note = new Command.NoteEvidence(new EvidenceId(new UUID(8, 5)), question, "Aside: " + WORD);
        send(plan.interview(), leaver, note);
        send(plan.interview(), other, new Command.WithdrawSeat(leaver.id()));
    }

    private static void send(InterviewId interview, Person by, Command command) {
        var sent = new org.threeshift.core.interview.Sent(
                UUID.randomUUID(), new Command.By(by.id(), Instant.now()), command);
        assertThat(bean(Interviews.class).send(interview, sent))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Done.class);
    }

    /** Everything that is in a person's ZIP. */
    private static String words(Person person) {
        var export = bean(DataExports.class).of(person).getFirst();
        byte[] zip = bean(DataExports.class).fetch(export.id(), person).orElseThrow();
        assertThat(bean(DataExports.class).fetch(export.id(), person)).isEmpty();
        var all = new StringBuilder();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                all.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static void trail() {
        PLACE.set("home of " + WORD);
        bean(Trail.class).add(Deed.SIGNED_IN, Optional.of(leaver.id()), Optional.of(leaver.id()), Map.of("way", WORD));
        PLACE.set("elsewhere");
        bean(Trail.class)
                .add(Deed.ROLE_CHANGED, Optional.of(other.id()), Optional.of(leaver.id()), Map.of("from", WORD));
    }

    private static void notes(InterviewId own) {
        bean(CandidateNotes.class).save(own, leaver.id(), "Note of " + WORD, Optional.empty());
    }

    /** What web writes, in the shape in which it does. */
    private static void rows() {
        JdbcClient jdbc = database.jdbcClient();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                            expiry_time, principal_name)
                values ('zyxplant-1', 'zyxplant-2', 0, 0, 0, 0, cast(:id as text));
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                values ('zyxplant-1', 'zyxplant', convert_to('zyxplant', 'UTF8'))
                """).update();
        jdbc.sql("""
                insert into person_photo (person_id, large, small, taken_at)
                values (:id, convert_to('zyxplant', 'UTF8'), convert_to('zyxplant', 'UTF8'), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                                            expiry_time, principal_name)
                values ('zyxplant-3', 'zyxplant-4', 0, 0, 0, 0, 'halfway:' || cast(:id as text));
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into passkey (credential_id, person_id, label, public_key, attestation_object, transports, signature_count,
                                     backup_eligible, backed_up, added_at)
                values (convert_to('zyxplant', 'UTF8'), :id, 'Laptop of Zyxplant', convert_to('zyxplant', 'UTF8'),
                        convert_to('zyxplant', 'UTF8'), 'internal', 0, false, false, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into push_device (id, person_id, endpoint_secret, p256dh_secret, auth_secret, browser_hash, server_key, agent,
                                         added_at)
                values (gen_random_uuid(), :id, 'https://push.example.org/zyxplant', decode(repeat('04', 65), 'hex'),
                        decode(repeat('07', 16), 'hex'), sha256('b'), decode(repeat('04', 65), 'hex'), 'Browser of Zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into passkey_challenge (challenge_hash, person_id, expires_at)
                values (sha256('p'), :id, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_factor (person_id, secret, last_step, since) values (:id, 'sealed zyxplant', 0, now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_factor_draft (person_id, secret, made_at) values (:id, 'sealed zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into recovery_code (code_hash, person_id) values (sha256('r'), :id)
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into provider_link (provider, subject, person_id, email, linked_at)
                values ('zyxplant', 'zyxplant', :id, 'zyxplant@example.org', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into provider_offer (id, token_hash, provider, subject, person_id, email, made_at, expires_at)
                values (gen_random_uuid(), sha256('f'), 'zyxplant', 'zyxplant', :id, 'zyxplant@example.org', now(), now() + interval '1 hour')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into practice_tick (interview_id, item, at)
                select id, 'zyxplant', now()
                  from interview
                 where candidate = :id
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into second_opinion (interview_id, coach, candidate, levels, traps, summary, changed_at)
                select id, :other, candidate, cast('[]' as jsonb), cast('[]' as jsonb), 'Zyxplant was quick.', now()
                  from interview
                 where candidate = :id
                 union all
                select id, :id, candidate, cast('[]' as jsonb), cast('[]' as jsonb), 'Zyxplant agrees.', now()
                  from interview
                 where id = :mira
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .param("mira", ofMira.value())
                .update();
        jdbc.sql("""
                insert into practice_wish (person_id, target_role, languages, minutes, pace, scores_used, changed_at)
                values (:id, 'Head of Zyxplant', '{en}', 60, 'EACH_DRAW', true, now())
                """).param("id", leaver.id().value()).update();
        booked(jdbc, leaver.id().value(), other.id().value(), "zyxplant-page", "Zyxplant");
        booked(jdbc, other.id().value(), leaver.id().value(), "others-page", "Other");
        jdbc.sql("""
                insert into weekly_hours (person_id, purpose, zone, changed_at) values (:id, 'PRACTICE', 'Europe/Zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into member_report (id, reporter, about, kind, words, at, handled_by, handled_at, ending, note)
                values (gen_random_uuid(), :id, :other, 'OTHER', 'Says zyxplant.', now(), null, null, null, ''),
                       (gen_random_uuid(), :other, :id, 'OTHER', 'Zyxplant was rude.', now(), null, null, null, ''),
                       (gen_random_uuid(), :other, :mira, 'OTHER', 'As rude as Zyxplant Pereira.', now(), :id, now(), 'SPOKEN', 'Spoke as Zyxplant.')
                """)
                .param("id", leaver.id().value())
                .param("other", other.id().value())
                .param("mira", mira.id().value())
                .update();
        evenings(jdbc);
        jdbc.sql("""
                insert into access_token (id, person_id, name, scope, token_hash, created_at, expires_at)
                values (gen_random_uuid(), :id, 'Token of Zyxplant', 'READ', sha256('t'), now(), now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into call_seat (connection_id, interview_id, person_id, place, leased_until, counted_since)
                select '00000000-0000-0000-0000-00000000000c', id, :id, 1, now(), now()
                  from interview
                 limit 1
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into call_signal (connection_id, number, sender, body, sent_at)
                values ('00000000-0000-0000-0000-00000000000c', 1, :id, 'zyxplant', now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into cohort_member (id, cohort_id, email, name, pronouns, zone, target_role, asked_by, asked_at)
                select gen_random_uuid(), id, 'zyxplant@example.org', 'Zyxplant', 'zyxplant', 'zyxplant', 'zyxplant', coach_id, now()
                  from cohort
                 where coach_id = :id
                   and name = 'Winter'
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into throttle (kind, subject, tries, last_at, until, refused)
                values ('SIGN_IN_ACCOUNT', sha256('zyxplant@example.org'), 1, now(), now(), false)
                """).update();
        jdbc.sql("""
                update outbox
                   set reason = 'No such mailbox: zyxplant'
                 where person_id = :id
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into outbox (id, key, topic, address, person_id, filled, calendar, posted_at, next_at)
                values (gen_random_uuid(), 'carries-a-calendar', 'invited', 'jonas@example.org', :id, '{}',
                        e'BEGIN:VCALENDAR\\r\\nMETHOD:REQUEST\\r\\nSUMMARY:With Zyxplant Pereira\\r\\nEND:VCALENDAR\\r\\n', now(), now()),
                       (gen_random_uuid(), 'carries-a-folded-calendar', 'invited', 'jonas@example.org', :id, '{}',
                        e'BEGIN:VCALENDAR\\r\\nMETHOD:REQUEST\\r\\nSUMMARY:With Zyx\\r\\n plant Pereira\\r\\nEND:VCALENDAR\\r\\n', now(), now())
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into keep_request (token_hash, guest, email, password_hash, next, asked_at, expires_at)
                values (sha256('k'), :id, 'zyxplant@example.org', 'zyxplant', '/zyxplant', now(), now() + interval '1 day')
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into outside_calendar (id, person_id, place, name, host, address_secret, added_at, next_at)
                values (gen_random_uuid(), :id, 1, 'Zyxplant’s own', 'zyxplant.example.org', 'open:https://zyxplant.example.org', now(), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into known_device (token_hash, person_id, first_at, last_at)
                values (sha256('x'), :id, now(), now())
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into invite (id, token_hash, email, role, invited_by, created_at, expires_at)
                values (gen_random_uuid(), sha256('y'), 'zyxplant@example.org', 'MEMBER', :id, now(), now() + interval '7 days')
                """).param("id", other.id().value()).update();
        jdbc.sql("""
                insert into entry_request (id, kind, email, details, asked_at)
                values (gen_random_uuid(), 'REGISTER', 'zyxplant@example.org', '{"name": "Zyxplant"}', now())
                """).update();
        jdbc.sql("""
                insert into registration (token_hash, email, name, zone, password_hash, created_at, expires_at)
                values (sha256('z'), 'zyxplant@example.org', 'Zyxplant', 'zyxplant', 'zyxplant', now(), now() + interval '1 day')
                """).update();
        jdbc.sql("""
                insert into entry_link (token_hash, purpose, person_id, next, created_at, expires_at)
                values (sha256('l'), 'SIGN_IN', :id, '/zyxplant', now(), now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
        jdbc.sql("""
                insert into address_change (id, person_id, old_email, new_email, old_token_hash, new_token_hash, created_at, expires_at)
                values (gen_random_uuid(), :id, 'zyxplant@example.org', 'new.zyxplant@example.org', sha256('o'), sha256('n'), now(),
                        now() + interval '1 day')
                """).param("id", leaver.id().value()).update();
    }

    private static Scorecard scorecard() {
        return bean(Scorecards.class).find(ofMira, mira.id()).orElseThrow();
    }

    private static Rehearsal rehearsal(long seed) {
        return new Rehearsal(
                bean(Hosting.class),
                bean(Interviews.class),
                bean(Banks.class),
                Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS),
                seed);
    }

    private static Question question(String round) {
        var bank = bean(Banks.class).newest("marketing-manager").orElseThrow();
        return bank.question(bank.round(round).orElseThrow().questions().getFirst())
                .orElseThrow();
    }

    private static CohortId done(org.threeshift.core.cohort.Outcome outcome) {
        return switch (outcome) {
            case org.threeshift.core.cohort.Outcome.Done(var cohort) -> cohort;
            case org.threeshift.core.cohort.Outcome.Refused(var refusal) ->
                throw new IllegalStateException(refusal.name());
            case org.threeshift.core.cohort.Outcome.NotThere() -> throw new IllegalStateException("not there");
        };
    }

    private static Person person(String name, String email, Role role) {
        return switch (bean(People.class).register(name, email, PASSWORD, "Europe/Berlin", role)) {
            case Outcome.Done(var done) -> done;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
