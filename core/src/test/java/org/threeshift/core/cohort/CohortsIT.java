package org.threeshift.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Cohorts on a real database, on days that the test chooses. */
class CohortsIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private static final Instant DAY_0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> invited = new ArrayList<>();
    private static final List<Noted> noted = new ArrayList<>();

    private static final List<Mail> posted = new ArrayList<>();

    private static Instant now = DAY_0;
    private static Cohorts cohorts;
    private static Coaching coaching;
    private static int count;
    private static boolean house = true;

    private Person owner;
    private Person other;
    private Person stranger;
    private Person mira;
    private CohortId cohort;

    @BeforeAll
    static void installation() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(5));
        application.registerBean(org.threeshift.core.id.Ids.class);
        application.registerBean(Newcomers.class, () -> new Newcomers() {
            @Override
            public boolean invite(Person by, String email, CohortId cohort) {
                return house && invited.add(email);
            }

            @Override
            public Set<String> unwanted(Collection<String> emails) {
                return emails.stream()
                        .filter(email -> email.startsWith("wants-none"))
                        .collect(Collectors.toSet());
            }

            @Override
            public void end(CohortId cohort, Optional<String> email) {}
        });
        application.registerBean(Mails.class, () -> posted::add);
        application.registerBean(
                Trail.class,
                () -> (deed, by, about, _) -> noted.add(new Noted(deed, by.orElseThrow(), about.orElseThrow())));
        application.scan("org.threeshift.core.people", "org.threeshift.core.cohort");
        application.refresh();
        cohorts = application.getBean(Cohorts.class);
        coaching = application.getBean(Coaching.class);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @BeforeEach
    void a_cohort() {
        now = DAY_0;
        invited.clear();
        posted.clear();
        noted.clear();
        owner = person(Role.COACH);
        other = person(Role.COACH);
        stranger = person(Role.COACH);
        mira = person(Role.MEMBER);
        cohort = done(coaching.open(owner, "Spring"));
    }

    /** What happened on which day, and what each may see of interviews that started on days 15 and 25. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            asked only,                     ask 10,                              -,       -,       -
            declined,                       ask 10 decline 11,                   -,       -,       -
            joined,                         ask 10 join 11,                      15+25,   -,       -
            joined later,                   ask 10 join 20,                      25,      -,       -
            left,                           ask 10 join 11 leave 20,             15,      -,       -
            taken out,                      ask 10 join 11 take 20,              15,      -,       -
            archived,                       ask 10 join 11 archive 20,           15,      -,       -
            left and joined again,          ask 10 join 11 leave 14 ask 16 join 20, 25,   -,       -
            shared,                         ask 10 join 11 share 30,             15+25,   15+25,   -
            shared and left,                ask 10 join 11 leave 20 share 30,    15,      15,      -
            shared and taken off,           ask 10 join 11 share 12 off 30,      15+25,   -,       -
            passed on,                      ask 10 join 11 share 12 pass 13 stepback 30, -, 15+25, -
            the owner is no coach any more, ask 10 join 11 share 12 demote 30,   -,       15+25,   -
            the owner is suspended,         ask 10 join 11 share 12 suspend 30,  -,       15+25,   -
            """)
    void a_coach_sees_what_was_held_while_the_candidate_was_a_member_and_had_agreed(
            String what, String story, String byOwner, String byOther, String byStranger) {
        play(story);
        assertThat(List.of(seen(owner), seen(other), seen(stranger)))
                .as(what)
                .containsExactly(byOwner, byOther, byStranger);
        assertThat(seen(mira)).isEqualTo("-");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            ask 10,                          false
            ask 10 join 11,                  true
            ask 10 join 11 leave 12,         false
            ask 10 join 11 take 12,          false
            ask 10 join 11 archive 12,       false
            ask 10 join 11 leave 12 ask 13,  false
            ask 10 join 11 leave 12 ask 13 join 14, true
            ask 10 join 11 suspend 12,       false
            """)
    void a_coach_follows_who_is_in_now(String story, boolean follows) {
        play(story);
        assertThat(cohorts.mayFollow(owner.id(), mira.id())).isEqualTo(follows);
        assertThat(cohorts.mayFollow(stranger.id(), mira.id())).isFalse();
        assertThat(cohorts.mayFollow(mira.id(), owner.id())).isFalse();
        assertThat(cohorts.of(owner.id()).stream().flatMap(one -> one.members().stream()))
                .isEqualTo(follows ? List.of(mira) : List.of());
    }

    @Test
    void whoever_agreed_to_an_earlier_text_tells_coaches_of_open_interviews_once_they_agree_to_the_new_one() {
        play("ask 10 join 11");
        assertThat(cohorts.sightsOfUnpublished(owner.id())).hasSize(1);
        database.jdbcClient()
                .sql("update cohort_member set agreed_version = 1 where person_id = :person")
                .param("person", mira.id().value())
                .update();
        assertThat(cohorts.sightsOfUnpublished(owner.id())).isEmpty();
        assertThat(cohorts.sights(owner.id())).hasSize(1);
        done(cohorts.join(mira, cohort, 1));
        assertThat(cohorts.sightsOfUnpublished(owner.id())).isEmpty();
        var before = cohorts.sights(owner.id());
        done(cohorts.join(mira, cohort, Agreement.CURRENT));
        assertThat(cohorts.sightsOfUnpublished(owner.id())).isEqualTo(before);
    }

    @Test
    void nobody_joins_without_the_text_that_is_in_force() {
        play("ask 10");
        assertThat(cohorts.join(mira, cohort, Agreement.CURRENT - 1))
                .isEqualTo(new Outcome.Refused(Refusal.TEXT_CHANGED));
        play("join 11");
        assertThat(cohorts.memberships(mira).getFirst().membership().agreed()).hasValue(Agreement.CURRENT);
    }

    @Test
    void who_has_left_is_known_by_name_alone_whatever_they_change_afterwards() {
        play("ask 10 join 11");
        assertThat(cohorts.seenBy(owner.id(), mira)).isEqualTo(mira);
        assertThat(coaching.find(cohort, owner).orElseThrow().people().values()).contains(mira);
        play("leave 20");
        assertThat(cohorts.seenBy(owner.id(), mira)).isEqualTo(mira.byNameAlone());
        assertThat(coaching.find(cohort, owner).orElseThrow().people().values())
                .contains(mira.byNameAlone())
                .doesNotContain(mira);
        assertThat(cohorts.agreements(mira.id()))
                .extracting(Cohorts.Agreed::version)
                .containsExactly(Agreement.CURRENT);
    }

    @Test
    void nobody_joins_unasked_and_a_refused_one_cannot_tell_that_there_is_a_cohort() {
        var never = new CohortId(new UUID(7, 7));
        for (CohortId id : List.of(cohort, never)) {
            assertThat(cohorts.join(mira, id, Agreement.CURRENT)).isEqualTo(new Outcome.NotThere());
            assertThat(cohorts.leave(mira, id)).isEqualTo(new Outcome.NotThere());
            assertThat(cohorts.decline(mira, id)).isEqualTo(new Outcome.NotThere());
            assertThat(cohorts.find(id, mira)).isEmpty();
            assertThat(coaching.find(id, stranger)).isEmpty();
            assertThat(coaching.rename(stranger, id, "Mine")).isEqualTo(new Outcome.NotThere());
            assertThat(coaching.archive(stranger, id)).isEqualTo(new Outcome.NotThere());
            assertThat(ask(stranger, id, mira)).isEqualTo(new Outcome.NotThere());
            assertThat(coaching.share(stranger, id, other.id())).isEqualTo(new Outcome.NotThere());
        }
    }

    @Test
    void who_is_asked_sees_who_follows_and_the_coach_sees_who_has_not_answered() {
        play("share 5 ask 10");
        Invited seen = cohorts.invitations(mira).getFirst();
        assertThat(seen.cohort().name()).isEqualTo("Spring");
        assertThat(seen.coaches()).containsExactly(owner, other);
        CohortPage page = coaching.find(cohort, other).orElseThrow();
        assertThat(page.invitations()).extracting(Membership::person).containsExactly(Optional.of(mira.id()));
        assertThat(page.members()).isEmpty();
        play("join 11");
        assertThat(coaching.find(cohort, owner).orElseThrow().members()).hasSize(1);
        play("leave 12");
        assertThat(coaching.find(cohort, owner).orElseThrow().former()).hasSize(1);
    }

    @Test
    void somebody_is_asked_once_at_a_time() {
        play("ask 10");
        assertThat(ask(owner, cohort, mira)).isEqualTo(new Outcome.Refused(Refusal.ASKED_ALREADY));
        play("join 11");
        assertThat(ask(owner, cohort, mira)).isEqualTo(new Outcome.Refused(Refusal.IN_ALREADY));
        assertThat(ask(owner, cohort, owner)).isEqualTo(new Outcome.Refused(Refusal.COACHES_IT));
    }

    @Test
    void an_address_that_nobody_has_is_invited_and_joins_when_an_account_has_it() {
        String email = "new-" + ++count + "@example.org";
        var about = new About("Nele Neu", "she/her", "Europe/Berlin", "Head of brand");
        assertThat(coaching.ask(owner, cohort, " " + email.toUpperCase(java.util.Locale.ROOT), about))
                .isInstanceOf(Outcome.Done.class);
        assertThat(invited).containsExactly(email);
        assertThat(coaching.ask(owner, cohort, email, about)).isEqualTo(new Outcome.Refused(Refusal.ASKED_ALREADY));
        Person nele = person(email, Role.MEMBER);
        assertThat(ask(owner, cohort, nele)).isEqualTo(new Outcome.Refused(Refusal.ASKED_ALREADY));
        assertThat(cohorts.invitations(nele).getFirst().membership().about()).isEqualTo(about);
        done(cohorts.join(nele, cohort, Agreement.CURRENT));
        assertThat(cohorts.mayFollow(owner.id(), nele.id())).isTrue();
    }

    @Test
    void what_is_no_name_or_no_address_is_refused() {
        assertThat(coaching.open(owner, " ")).isEqualTo(new Outcome.Refused(Refusal.NAME_MISSING));
        assertThat(coaching.open(mira, "Mine")).isEqualTo(new Outcome.Refused(Refusal.ONLY_COACHES_MAKE_ONE));
        assertThat(coaching.rename(owner, cohort, "x".repeat(101)))
                .isEqualTo(new Outcome.Refused(Refusal.NAME_TOO_LONG));
        assertThat(coaching.rename(owner, cohort, "a\0b")).isEqualTo(new Outcome.Refused(Refusal.NAME_UNPRINTABLE));
        assertThat(coaching.ask(owner, cohort, "", About.NOTHING))
                .isEqualTo(new Outcome.Refused(Refusal.EMAIL_MISSING));
        assertThat(coaching.ask(owner, cohort, "ada", About.NOTHING))
                .isEqualTo(new Outcome.Refused(Refusal.EMAIL_MALFORMED));
    }

    @Test
    void only_the_owner_archives_shares_and_passes_on() {
        play("share 5");
        assertThat(coaching.archive(other, cohort)).isEqualTo(new Outcome.Refused(Refusal.ONLY_OWNER));
        assertThat(coaching.share(other, cohort, stranger.id())).isEqualTo(new Outcome.Refused(Refusal.ONLY_OWNER));
        assertThat(coaching.passOn(other, cohort, other.id())).isEqualTo(new Outcome.Refused(Refusal.ONLY_OWNER));
        assertThat(coaching.takeOff(other, cohort, owner.id())).isEqualTo(new Outcome.Refused(Refusal.OWNER_STAYS));
        assertThat(coaching.share(owner, cohort, mira.id())).isEqualTo(new Outcome.Refused(Refusal.NO_COACH));
        assertThat(coaching.passOn(owner, cohort, stranger.id())).isEqualTo(new Outcome.Refused(Refusal.NO_COACH));
        done(coaching.rename(other, cohort, "Spring and summer"));
        assertThat(cohorts.of(owner.id())).extracting(Cohort::name).containsExactly("Spring and summer");
    }

    /** A line of the trail. */
    private record Noted(Deed deed, PersonId by, PersonId about) {}

    @Test
    void what_an_owner_does_to_others_is_in_the_trail_of_each_of_them() {
        play("ask 10 join 11 share 12");
        noted.clear();
        done(coaching.takeOff(owner, cohort, stranger.id()));
        assertThat(noted).isEmpty();
        done(coaching.takeOff(owner, cohort, other.id()));
        done(coaching.archive(owner, cohort));
        assertThat(noted)
                .containsExactly(
                        new Noted(Deed.COHORT_COACH_TAKEN_OFF, owner.id(), other.id()),
                        new Noted(Deed.COHORT_ENDED, owner.id(), owner.id()),
                        new Noted(Deed.COHORT_ENDED, owner.id(), mira.id()));
    }

    @Test
    void people_are_told_what_concerns_them() {
        play("ask 10 join 11 share 12");
        done(coaching.takeOut(owner, cohort, membership()));
        assertThat(posted)
                .extracting(Mail::topic, Mail::address)
                .containsExactly(
                        tuple(Topic.COHORT_QUESTION, mira.email().orElseThrow()),
                        tuple(Topic.COHORT_SHARED, other.email().orElseThrow()),
                        tuple(Topic.COHORT_COACH_ADDED, mira.email().orElseThrow()),
                        tuple(Topic.COHORT_TAKEN_OUT, mira.email().orElseThrow()));
    }

    @Test
    void an_invitation_is_sent_again_while_it_is_open() {
        play("ask 10");
        UUID open = coaching.find(cohort, owner)
                .orElseThrow()
                .invitations()
                .getFirst()
                .id();
        now = now.plusSeconds(60);
        done(coaching.remind(owner, cohort, open));
        assertThat(posted).extracting(Mail::key).doesNotHaveDuplicates().hasSize(2);
        done(coaching.withdraw(owner, cohort, open));
        assertThat(coaching.remind(owner, cohort, open)).isEqualTo(new Outcome.NotThere());
        assertThat(cohorts.invitations(mira)).isEmpty();
    }

    @Test
    void a_table_asks_everybody_or_nobody() {
        var imports = application.getBean(Imports.class);
        play("ask 10");
        Person known = person(Role.MEMBER);
        String fresh = "fresh-" + ++count + "@example.org";
        String good = "name,email,pronouns\nKnown,%s,\nFresh One,%s,they/them\nMira,%s,\n"
                .formatted(known.email().orElseThrow(), fresh, mira.email().orElseThrow());
        String bad = good + "Nobody,not an address,\n";
        assertThat(imports.look(stranger, cohort, good)).isEmpty();
        assertThat(imports.run(stranger, cohort, good)).isEqualTo(new Imports.Imported.NotThere());
        assertThat(imports.run(owner, cohort, bad))
                .isInstanceOfSatisfying(
                        Imports.Imported.NotReady.class,
                        notReady -> assertThat(notReady.table().bad())
                                .extracting(ImportRow::line)
                                .containsExactly(5L));
        assertThat(coaching.find(cohort, owner).orElseThrow().invitations()).hasSize(1);
        assertThat(imports.look(owner, cohort, good).orElseThrow().rows())
                .extracting(ImportRow::state)
                .containsExactly(ImportRow.State.NEW, ImportRow.State.NEW, ImportRow.State.ASKED_ALREADY);
        assertThat(imports.run(owner, cohort, good)).isEqualTo(new Imports.Imported.Done(2));
        assertThat(invited).containsExactly(fresh);
        var waiting = coaching.find(cohort, owner).orElseThrow();
        // Neither says whether there is an account, and what it is called.
        assertThat(waiting.invitations())
                .allSatisfy(one -> assertThat(waiting.person(one)).isEmpty());
        assertThat(waiting.invitations())
                .extracting(waiting::called)
                .contains("Known", "Fresh One")
                .doesNotContain(known.name());
        assertThat(imports.look(owner, cohort, good).orElseThrow().ready()).isFalse();
        Person joined = person(fresh, Role.MEMBER);
        done(cohorts.join(joined, cohort, Agreement.CURRENT));
        assertThat(application
                        .getBean(People.class)
                        .find(joined.id())
                        .orElseThrow()
                        .profile()
                        .pronouns())
                .contains("they/them");
        assertThat(imports.look(
                                owner,
                                cohort,
                                "name,email\nO,%s".formatted(owner.email().orElseThrow()))
                        .orElseThrow()
                        .bad())
                .hasSize(1);
    }

    @Test
    void whoever_wants_no_invitations_is_asked_neither_alone_nor_in_a_table() {
        String text = "name;email\nNone;wants-none@example.org\n";
        assertThat(application
                        .getBean(Imports.class)
                        .look(owner, cohort, text)
                        .orElseThrow()
                        .bad())
                .hasSize(1);
        assertThat(coaching.ask(owner, cohort, "Wants-None@example.org", About.NOTHING))
                .isEqualTo(new Outcome.Refused(Refusal.EMAIL_UNWANTED));
        assertThat(invited).doesNotContain("wants-none@example.org");
    }

    @Test
    void a_table_that_fails_half_way_leaves_nothing() {
        var imports = application.getBean(Imports.class);
        Person known = person(Role.MEMBER);
        String text = "name;email\nKnown;%s\nFull;full-%d@example.org\n"
                .formatted(known.email().orElseThrow(), ++count);
        house = false;
        try {
            assertThat(imports.run(owner, cohort, text))
                    .isEqualTo(new Imports.Imported.Refused(Refusal.NO_INVITATIONS));
        } finally {
            house = true;
        }
        assertThat(coaching.find(cohort, owner).orElseThrow().invitations()).isEmpty();
    }

    @Test
    void nobody_joins_what_has_ended() {
        play("ask 10 archive 11");
        assertThat(cohorts.invitations(mira)).isEmpty();
        assertThat(ask(owner, cohort, mira)).isEqualTo(new Outcome.Refused(Refusal.ARCHIVED));
        assertThat(cohorts.of(owner.id())).isEmpty();
        assertThat(cohorts.archivedOf(owner.id())).hasSize(1);
    }

    private void play(String story) {
        String[] words = story.split(" ");
        for (int index = 0; index < words.length; index += 2) {
            now = DAY_0.plus(Duration.ofDays(Long.parseLong(words[index + 1])));
            switch (words[index]) {
                case "ask" -> done(ask(owner, cohort, mira));
                case "join" -> done(cohorts.join(mira, cohort, Agreement.CURRENT));
                case "decline" -> done(cohorts.decline(mira, cohort));
                case "leave" -> done(cohorts.leave(mira, cohort));
                case "take" -> done(coaching.takeOut(owner, cohort, membership()));
                case "archive" -> done(coaching.archive(owner, cohort));
                case "share" -> done(coaching.share(owner, cohort, other.id()));
                case "off" -> done(coaching.takeOff(owner, cohort, other.id()));
                case "pass" -> done(coaching.passOn(owner, cohort, other.id()));
                case "stepback" -> done(coaching.takeOff(owner, cohort, owner.id()));
                case "demote" -> set("role = 'MEMBER'");
                case "suspend" -> set("suspended_at = now()");
                default -> throw new IllegalArgumentException(words[index]);
            }
        }
    }

    private UUID membership() {
        return coaching.find(cohort, owner).orElseThrow().members().getFirst().id();
    }

    private void set(String what) {
        database.jdbcClient()
                .sql("update person set " + what + " where id = :id")
                .param("id", owner.id().value())
                .update();
    }

    private String seen(Person by) {
        String days = String.join(
                "+",
                List.of(15, 25).stream()
                        .filter(day -> cohorts.maySee(by.id(), mira.id(), DAY_0.plus(Duration.ofDays(day))))
                        .map(String::valueOf)
                        .toList());
        return days.isEmpty() ? "-" : days;
    }

    private static Outcome ask(Person coach, CohortId cohort, Person person) {
        return coaching.ask(coach, cohort, person.email().orElseThrow(), About.NOTHING);
    }

    private static CohortId done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).cohort();
    }

    private static Person person(Role role) {
        return person("person-" + ++count + "@example.org", role);
    }

    private static Person person(String email, Role role) {
        var enrolled = application.getBean(People.class).enrol(Entry.tidyName(email), email, "Europe/Berlin", role);
        return ((org.threeshift.core.people.Outcome.Done) enrolled).person();
    }
}
