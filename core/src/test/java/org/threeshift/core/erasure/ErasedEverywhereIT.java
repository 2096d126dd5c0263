package org.threeshift.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.erasure.LeftWords.WORD;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Membership;
import org.threeshift.core.erasure.Columns.Column;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.EvidenceId;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.Directory;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.retention.Sweep;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Rehearsal;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.ShiftCard;

/**
 * Plants a word that is found nowhere else wherever somebody can leave one, through the services that people use; erases the
 * person; and looks for the word in every column of every table.
 */
class ErasedEverywhereIT {
    @AutoClose
    private static final House house = new House();

    private static final Columns columns = new Columns(house.database.jdbcClient());
    private static LeftWords left;
    private static Set<String> planted;
    private static Scorecard before;
    private static List<?> standingsBefore;

    @BeforeAll
    static void somebody_leaves_words_everywhere() {
        left = new LeftWords(house);
        planted = columns.holding(WORD);
        before = scorecard();
        standingsBefore = bean(Scorecards.class).history(left.mira.id());
        // Whoever has read it keeps it in memory, and has to forget.
        assertThat(before.toString()).contains(WORD);
        bean(Erasures.class).ask(left.leaver);
        assertThat(bean(Erasures.class).carryOut(Instant.now())).isZero();
        assertThat(bean(Erasures.class).carryOut(Instant.now().plus(Duration.ofDays(8))))
                .isEqualTo(1);
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
        JdbcClient jdbc = house.database.jdbcClient();
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
            assertThat(house.database
                            .jdbcClient()
                            .sql(rows)
                            .param("id", left.leaver.id().value())
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
        assertThat(bean(Scorecards.class).history(left.mira.id())).isEqualTo(standingsBefore);
        assertThat(after.signed())
                .filteredOn(signed -> signed.interviewer().equals(left.other.id()))
                .extracting(Scorecard.Signed::summary)
                .doesNotContain("(erased)");
    }

    @Test
    void an_export_held_ones_own_and_nobody_elses_private_words() {
        String note = "Note of " + WORD;
        String coachs = "As " + WORD + " I think: fast.";
        assertThat(left.exported)
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
        assertThat(left.exportedOfMira).contains(coachs, "Mira Rossi");
        assertThat(left.exportedWithoutNotes).contains("Mira Rossi").doesNotContain(coachs);
        assertThat(left.exportedOfMira)
                .doesNotContain(note, "Zyxplant talks too fast.", "Later " + WORD, "For " + WORD);
    }

    @Test
    void they_are_somebody_who_left_and_cannot_come_back() {
        Person gone = bean(People.class).find(left.leaver.id()).orElseThrow();
        assertThat(gone.name()).isEqualTo("Someone who left");
        assertThat(gone.guest()).isTrue();
        assertThat(bean(People.class).authenticate(WORD + "@example.org", House.PASSWORD))
                .isEmpty();
        assertThat(bean(Erasures.class).waiting(left.leaver.id())).isEmpty();
    }

    @Test
    void a_guest_whose_time_is_over_leaves_the_same_way_in_the_night() {
        Person guest = ((Outcome.Done) bean(People.class).welcomeGuest("Gigi Quollplant", ZoneOffset.UTC)).person();
        Rehearsal rehearsal = house.rehearsal(3);
        InterviewId id = rehearsal.over(left.other, List.of(), guest, "the-seven");
        String question = house.question("the-seven").id();
        rehearsal.send(
                id,
                left.other.id(),
                new Command.NoteEvidence(new EvidenceId(new UUID(8, 6)), question, "Quollplant never says why."));
        assertThat(columns.holding("quollplant")).isNotEmpty();
        Sweep guests = house.sweep("guests");
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(1)))).isZero();
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(91)))).isOne();
        assertThat(columns.holding("quollplant")).isEmpty();
        assertThat(guests.sweep(Instant.now().plus(Duration.ofDays(91)))).isZero();
    }

    @Test
    void an_export_that_is_being_made_when_somebody_is_erased_is_made_again() {
        nobodyWaitsForAnExport();
        Person asker = house.person("Ines Duarte", "ines@example.org", Role.MEMBER);
        Person gone = house.person("Tom Vesperplant", "tom@example.org", Role.COACH);
        CohortId cohort = House.done(bean(Coaching.class).open(gone, "Evening"));
        House.done(bean(Coaching.class).ask(gone, cohort, "ines@example.org", Membership.About.NOTHING));
        house.meanwhile = () -> bean(Erasures.class).eraseNow(gone.id(), Instant.now());
        bean(DataExports.class).ask(asker);
        assertThat(bean(DataExports.class).makeAll()).isZero();
        assertThat(bean(DataExports.class).makeAll()).isOne();
        assertThat(house.words(asker)).doesNotContain("Vesperplant");
    }

    @Test
    void whoever_is_erased_while_their_export_is_being_made_is_not_written_to() {
        nobodyWaitsForAnExport();
        Person gone = house.person("Ulla Lateplant", "ulla.lateplant@example.org", Role.MEMBER);
        house.meanwhile = () -> bean(Erasures.class).eraseNow(gone.id(), Instant.now());
        bean(DataExports.class).ask(gone);
        assertThat(bean(DataExports.class).makeAll()).isZero();
        assertThat(columns.holding("lateplant")).isEmpty();
    }

    private static void nobodyWaitsForAnExport() {
        house.database.jdbcClient().sql("delete from data_export").update();
    }

    @Test
    void the_last_admin_stays_also_when_the_others_left_while_they_waited() {
        Person first = house.person("First", "first.admin@example.org", Role.ADMIN);
        Person second = house.person("Second", "second.admin@example.org", Role.ADMIN);
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
        Person last = people.members().stream()
                .filter(one -> one.role() == Role.ADMIN && !one.suspended())
                .findFirst()
                .orElseThrow();
        bean(Erasures.class).callOff(last.id());
        assertThat(bean(Erasures.class).ask(last)).isInstanceOf(Erasures.Outcome.LastAdmin.class);
    }

    private static Scorecard scorecard() {
        return bean(Scorecards.class).find(left.ofMira, left.mira.id()).orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return house.bean(type);
    }
}
