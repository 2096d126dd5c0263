package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.Merges.Merged;
import org.threeshift.core.interview.Merges.Reason;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.live.LocalBell;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.scorecard.Rehearsal;

/** A guest who was interviewed and interviewed, and turns out to have an account. */
class MergesIT {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private static final List<String> deeds = new ArrayList<>();
    private static final List<Mail> posted = new ArrayList<>();

    private static Merges merges;
    private static Rehearsal rehearsal;
    private static Person admin;
    private static Person peer;

    @BeforeAll
    static void installation() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(Bell.class, LocalBell::new);
        application.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        application.registerBean(
                Trail.class,
                () -> (deed, actor, about, detail) ->
                        deeds.add(deed + " by " + actor.orElseThrow() + " on " + about.orElseThrow()));
        application.registerBean(Mails.class, () -> posted::add);
        application.scan(
                "org.threeshift.core.id",
                "org.threeshift.core.people",
                "org.threeshift.core.bank",
                "org.threeshift.core.interview");
        application.refresh();
        merges = application.getBean(Merges.class);
        admin = person("Root", Role.ADMIN);
        peer = person("Luis Ferreira", Role.MEMBER);
        rehearsal = new Rehearsal(
                application.getBean(Hosting.class),
                application.getBean(Interviews.class),
                application.getBean(Banks.class),
                Instant.parse("2026-09-01T09:00:00Z"),
                7);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    void everything_of_the_guest_is_the_accounts_afterwards() {
        Person guest = guest("Mira");
        Person account = person("Mira Rossi", Role.MEMBER);
        InterviewId own = rehearsal.published(peer, List.of(), account, "warm-up");
        InterviewId asCandidate = rehearsal.published(peer, List.of(admin), guest, "the-seven");
        InterviewId asInterviewer = rehearsal.published(guest, List.of(), peer, "warm-up");
        InterviewId open = rehearsal.over(peer, List.of(), guest, "warm-up");
        note(open, guest);
        deeds.clear();
        posted.clear();

        assertThat(merges.preview(admin, guest.id(), "mira.rossi@example.org")).isEqualTo(new Merged.Done(account, 3));
        assertThat(deeds).isEmpty();
        assertThat(merges.merge(admin, guest.id(), " MIRA.ROSSI@example.org")).isEqualTo(new Merged.Done(account, 3));

        var rows = new StoredRows(database.jdbcClient());
        var log = application.getBean(InterviewLog.class);
        for (InterviewId id : List.of(asCandidate, asInterviewer, open)) {
            Interview folded = Evolve.fold(log.read(id, 0));
            assertThat(folded.toString()).doesNotContain(guest.id().toString());
            assertThat(rows.of(id)).isEqualTo(Projection.of(folded));
        }
        var index = application.getBean(InterviewIndex.class);
        assertThat(index.published(account.id(), Seat.CANDIDATE, 9))
                .extracting(InterviewIndex.Entry::id)
                .containsExactlyInAnyOrder(own, asCandidate);
        assertThat(index.published(account.id(), Seat.INTERVIEWER, 9))
                .extracting(InterviewIndex.Entry::id)
                .containsExactly(asInterviewer);
        assertThat(index.debriefing(account.id()))
                .extracting(InterviewIndex.Entry::id)
                .containsExactly(open);
        assertThat(referring(guest.id())).isEmpty();
        assertThat(referring(account.id())).contains("candidate_note.person_id", "participant.person_id");
        assertThat(application.getBean(People.class).find(guest.id())).isEmpty();
        assertThat(application.getBean(People.class).namesOf(List.of(guest.id())))
                .extracting(Person::name)
                .containsExactly("Mira Rossi");
        assertThat(deeds).containsExactly(Deed.GUEST_MERGED + " by " + admin.id() + " on " + account.id());
        assertThat(posted).extracting(Mail::topic).containsExactly(Topic.GUEST_MERGED);
        assertThat(posted.getFirst().values()).containsEntry("guest", "Mira").containsEntry("by", "Root");
        assertThat(merges.merge(admin, guest.id(), "mira.rossi@example.org")).isEqualTo(new Merged.NotThere());
        rehearsal.lock(open, peer.id());
    }

    /** The row of the sheet is replaced, and must not take along what stands beside it. */
    @Test
    void what_a_guest_was_reminded_of_is_not_told_again_to_the_account() {
        Person guest = guest("Kim");
        Person account = person("Kim Park", Role.MEMBER);
        InterviewId id = rehearsal.over(guest, List.of(), person("Tom Weiss", Role.MEMBER), "warm-up");
        database.jdbcClient()
                .sql(
                        "insert into nudge (interview_id, interviewer, stage, at) values (:interview, :guest, 'HOUR', now())")
                .param("interview", id.value())
                .param("guest", guest.id().value())
                .update();

        assertThat(merges.merge(admin, guest.id(), "kim.park@example.org")).isEqualTo(new Merged.Done(account, 1));

        assertThat(database.jdbcClient()
                        .sql("select interviewer from nudge where interview_id = :interview")
                        .param("interview", id.value())
                        .query(java.util.UUID.class)
                        .list())
                .containsExactly(account.id().value());
    }

    @Test
    void an_admin_makes_no_guests_results_their_own() {
        Person guest = guest("Iris");
        rehearsal.published(peer, List.of(), guest, "warm-up");
        assertThat(merges.merge(admin, guest.id(), admin.email().orElseThrow()))
                .isEqualTo(new Merged.Refused(Reason.YOUR_OWN));
        assertThat(application.getBean(People.class).find(guest.id())).isPresent();
    }

    @Test
    void who_met_in_an_interview_stays_two() {
        Person guest = guest("Noor");
        Person account = person("Noor Haddad", Role.MEMBER);
        rehearsal.published(account, List.of(), guest, "warm-up");
        assertThat(merges.merge(admin, guest.id(), "noor.haddad@example.org"))
                .isEqualTo(new Merged.Refused(Reason.MET));
        assertThat(application.getBean(People.class).find(guest.id())).isPresent();
    }

    @Test
    void only_an_admin_merges_and_only_a_guest_into_an_account() {
        Person guest = guest("Gus");
        Person account = person("Gustav Holm", Role.MEMBER);
        assertThat(merges.merge(peer, guest.id(), "gustav.holm@example.org")).isEqualTo(new Merged.NotThere());
        assertThat(merges.merge(admin, account.id(), "luis.ferreira@example.org"))
                .isEqualTo(new Merged.NotThere());
        assertThat(merges.merge(admin, guest.id(), "nobody@example.org"))
                .isEqualTo(new Merged.Refused(Reason.NO_ACCOUNT));
    }

    @Test
    void a_merge_that_was_interrupted_is_carried_on_with() {
        Person guest = guest("Iva");
        Person account = person("Iva Novak", Role.MEMBER);
        Person other = person("Ivan Novak", Role.MEMBER);
        InterviewId id = rehearsal.published(peer, List.of(), guest, "warm-up");
        var store = application.getBean(PostgresMergeStore.class);
        assertThat(store.begin(guest.id(), account.id(), admin.id(), Instant.now()))
                .isTrue();
        assertThat(merges.merge(admin, guest.id(), "ivan.novak@example.org"))
                .isEqualTo(new Merged.Refused(Reason.OTHER_ACCOUNT));
        assertThat(merges.merge(admin, guest.id(), "iva.novak@example.org")).isEqualTo(new Merged.Done(account, 1));
        assertThat(application.getBean(InterviewIndex.class).published(account.id(), Seat.CANDIDATE, 9))
                .extracting(InterviewIndex.Entry::id)
                .containsExactly(id);
        assertThat(other.guest()).isFalse();
    }

    /** Above all: whoever wished to be erased as a guest does not lose the account by being merged into it. */
    @Test
    void what_there_is_once_a_person_is_the_accounts_own() {
        Person guest = guest("Ola");
        Person account = person("Ola Berg", Role.COACH);
        for (Person each : List.of(guest, account)) {
            insert("data_export (id, person_id, asked_at) values (gen_random_uuid(), :guest, now())", each, account);
        }
        insert(
                "erasure (id, person_id, asked_by, reason, asked_at, due_at) "
                        + "values (gen_random_uuid(), :guest, :guest, '', now(), now())",
                guest,
                account);
        insert(
                "coach_note (id, author, candidate, written_at) values (gen_random_uuid(), :account, :guest, now())",
                guest,
                account);

        assertThat(merges.merge(admin, guest.id(), "ola.berg@example.org")).isEqualTo(new Merged.Done(account, 0));

        assertThat(referring(guest.id())).isEmpty();
        assertThat(referring(account.id()))
                .containsExactly("data_export.person_id", "former_name.person_id", "person.merged_into");
    }

    private static void insert(String row, Person guest, Person account) {
        database.jdbcClient()
                .sql("insert into " + row)
                .param("guest", guest.id().value())
                .param("account", account.id().value())
                .update();
    }

    @Test
    void nobody_merges_by_a_command() {
        Person guest = guest("Zoe");
        Person account = person("Zoe Adler", Role.MEMBER);
        InterviewId id = rehearsal.published(peer, List.of(), guest, "warm-up");
        var sent = new Sent(
                java.util.UUID.randomUUID(),
                new Command.By(peer.id(), Instant.now()),
                new Command.MergePerson(guest.id(), account.id()));
        assertThat(application.getBean(Interviews.class).send(id, sent))
                .isInstanceOf(org.threeshift.core.interview.Outcome.Refused.class);
    }

    private static void note(InterviewId interview, Person person) {
        database.jdbcClient()
                .sql("""
                        insert into candidate_note (interview_id, person_id, text, updated_at)
                        values (:interview, :person, 'Say the number first.', now())
                        """)
                .param("interview", interview.value())
                .param("person", person.id().value())
                .update();
    }

    /** Every column that refers to this person, by the catalogue; the merge's own record aside. */
    private static List<String> referring(PersonId person) {
        return database.jdbcClient().sql("""
                        select pg_constraint.conrelid::regclass || '.' || pg_attribute.attname as place
                          from pg_constraint
                          join pg_attribute on pg_attribute.attrelid = pg_constraint.conrelid
                                           and pg_attribute.attnum = pg_constraint.conkey[1]
                         where contype = 'f'
                           and confrelid = 'person'::regclass
                           and conrelid <> 'person_merge'::regclass
                        """).query(String.class).list().stream()
                .filter(place -> Optional.ofNullable(place).isPresent())
                .filter(place -> {
                    String[] names = String.valueOf(place).split("\\.", 2);
                    return database.jdbcClient()
                                    .sql("select count(*) from %s where %s = :person".formatted(names[0], names[1]))
                                    .param("person", person.value())
                                    .query(Integer.class)
                                    .single()
                            > 0;
                })
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    private static Person guest(String name) {
        return done(application.getBean(People.class).welcomeGuest(name, ZoneOffset.UTC));
    }

    private static Person person(String name, Role role) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return done(application.getBean(People.class).enrol(name, email, "Europe/Berlin", role));
    }

    private static Person done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).person();
    }
}
