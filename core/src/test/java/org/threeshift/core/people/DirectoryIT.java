package org.threeshift.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Directory.Search;
import org.threeshift.core.people.Directory.Show;

class DirectoryIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));

    private final List<String> deeds = new ArrayList<>();
    private final PersonStore store = new PostgresPersonStore(database.jdbcClient());
    private final Ids ids = new Ids(TIME, new Random(11));
    private final People people = new People(store, ids, TIME);
    private final Directory directory = new Directory(
            new PostgresDirectory(database.jdbcClient()),
            beans().getBeanProvider(Directory.Deeds.class),
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
            TIME);

    private Person admin;

    @BeforeEach
    void one_admin() {
        database.jdbcClient().sql("delete from person").update();
        admin = enrol("Root", "root@example.org", Role.ADMIN);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            elodie          | Élodie Marchand
            ÉLO marc        | Élodie Marchand
            reed            | Kofi Asante-Reed
            kofi.asante     | Kofi Asante-Reed
            example.net     | Kofi Asante-Reed
            чех             | Антон Чехов
            lodie           | -
            % _ ' ; --      | -
            elodie & !kofi  | -
            """)
    void people_are_found_by_the_beginnings_of_words(String words, String name) {
        enrol("Élodie Marchand", "elodie@example.org", Role.MEMBER);
        enrol("Kofi Asante-Reed", "kofi.asante@example.net", Role.COACH);
        enrol("Антон Чехов", "anton@example.org", Role.MEMBER);
        assertThat(names(search(words, Optional.empty(), Show.ACCOUNTS)))
                .isEqualTo(name.equals("-") ? List.of() : List.of(name));
    }

    @Test
    void whose_account_somebody_else_made_is_asked_once_for_their_clock() {
        var questions = new ZoneQuestions(new PostgresZoneQuestions(database.jdbcClient()), new Profiles(store));
        Person mo = enrol("Mo", "mo@example.org", Role.MEMBER);
        assertThat(questions.open(mo.id())).as("said by themselves").isFalse();
        questions.answerIfAsked(mo, ZoneId.of("Asia/Tokyo"));
        assertThat(people.find(mo.id()).orElseThrow().zone()).isEqualTo(mo.zone());
        questions.ask(mo.id());
        assertThat(questions.open(mo.id())).isTrue();
        questions.answerIfAsked(mo, ZoneId.of("Asia/Tokyo"));
        assertThat(questions.open(mo.id())).isFalse();
        assertThat(people.find(mo.id()).orElseThrow().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        questions.answerIfAsked(mo, ZoneId.of("Europe/Berlin"));
        assertThat(people.find(mo.id()).orElseThrow().zone()).as("asked once").isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void lists_are_narrowed_by_role_by_suspension_and_to_guests() {
        Person coach = enrol("Cora", "cora@example.org", Role.COACH);
        enrol("Mo", "mo@example.org", Role.MEMBER);
        done(people.welcomeGuest("Gus", ZoneId.of("UTC")));
        done(directory.suspend(admin, coach.id()));
        assertThat(names(search("", Optional.of(Role.COACH), Show.ACCOUNTS))).containsExactly("Cora");
        assertThat(names(search("", Optional.empty(), Show.SUSPENDED))).containsExactly("Cora");
        assertThat(names(search("", Optional.empty(), Show.GUESTS))).containsExactly("Gus");
        assertThat(names(search("", Optional.empty(), Show.ACCOUNTS))).containsExactly("Cora", "Mo", "Root");
        assertThat(names(search("", Optional.empty(), Show.EVERYBODY))).containsExactly("Cora", "Gus", "Mo", "Root");
    }

    @Test
    void names_stand_where_people_look_for_them() {
        for (String name : List.of("Tomasz", "Élodie", "ingrid", "Chidi")) {
            enrol(name, name.substring(1) + "@example.org", Role.MEMBER);
        }
        assertThat(names(search("", Optional.empty(), Show.ACCOUNTS)))
                .containsExactly("Chidi", "Élodie", "ingrid", "Root", "Tomasz");
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        for (int number = 0; number < 120; number++) {
            // Many of one name, so that the id decides.
            enrol(number % 3 == 0 ? "Same" : "Person " + number, "p" + number + "@example.org", Role.MEMBER);
        }
        Set<PersonId> seen = new HashSet<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<PersonId> after = Optional.empty();
        do {
            Directory.Page page = directory
                    .search(admin, new Search("", Optional.empty(), Show.EVERYBODY, after))
                    .orElseThrow();
            page.people().forEach(person -> assertThat(seen.add(person.id())).isTrue());
            sizes.add(page.people().size());
            after = page.next() ? Optional.of(page.people().getLast().id()) : Optional.empty();
        } while (after.isPresent());
        assertThat(sizes).containsExactly(50, 50, 21);
    }

    @Test
    void only_admins_look_and_change() {
        Person coach = enrol("Cora", "cora@example.org", Role.COACH);
        assertThat(directory.search(coach, new Search("", Optional.empty(), Show.EVERYBODY, Optional.empty())))
                .isEmpty();
        assertThat(directory.find(coach, admin.id())).isEmpty();
        assertThat(directory.appoint(coach, coach.id(), Role.ADMIN)).isEqualTo(Outcome.refused(Problem.PERSON_UNKNOWN));
        assertThat(directory.suspend(coach, admin.id())).isEqualTo(Outcome.refused(Problem.PERSON_UNKNOWN));
        assertThat(deeds).isEmpty();
    }

    @Test
    void the_last_admin_who_can_sign_in_stays_one() {
        assertThat(directory.appoint(admin, admin.id(), Role.COACH)).isEqualTo(Outcome.refused(Problem.LAST_ADMIN));
        assertThat(directory.suspend(admin, admin.id())).isEqualTo(Outcome.refused(Problem.NOT_ONESELF));
        Person second = enrol("Second", "second@example.org", Role.ADMIN);
        done(directory.suspend(admin, second.id()));
        assertThat(directory.appoint(admin, admin.id(), Role.COACH)).isEqualTo(Outcome.refused(Problem.LAST_ADMIN));
        done(directory.readmit(admin, second.id()));
        done(directory.appoint(admin, admin.id(), Role.COACH));
        assertThat(deeds).containsExactly("suspended", "readmitted", "ADMIN to COACH");
    }

    @Test
    void of_two_admins_who_demote_each_other_at_once_one_stays() throws Exception {
        Person second = enrol("Second", "second@example.org", Role.ADMIN);
        for (int round = 0; round < 5; round++) {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Callable<Outcome>> wishes = List.of(
                    () -> {
                        start.await();
                        return directory.appoint(admin, second.id(), Role.MEMBER);
                    },
                    () -> {
                        start.await();
                        return directory.appoint(second, admin.id(), Role.MEMBER);
                    });
            int granted = 0;
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (Future<Outcome> wish : threads.invokeAll(wishes)) {
                    granted += wish.get() instanceof Outcome.Done ? 1 : 0;
                }
            }
            assertThat(granted).isEqualTo(1);
            database.jdbcClient().sql("update person set role = 'ADMIN'").update();
        }
    }

    @Test
    void whoever_is_suspended_is_not_let_in_and_is_still_known() {
        Person mo = enrol("Mo", "mo@example.org", Role.MEMBER);
        done(directory.suspend(admin, mo.id()));
        assertThat(people.present(mo.id())).isEmpty();
        assertThat(people.find(mo.id()))
                .hasValueSatisfying(found -> assertThat(found.suspended()).isTrue());
        done(directory.readmit(admin, mo.id()));
        assertThat(people.present(mo.id())).isPresent();
    }

    private ListableBeanFactory beans() {
        return new StaticListableBeanFactory(Map.of("deeds", new Directory.Deeds() {
            @Override
            public void appointed(Person by, Person whom, Role before) {
                deeds.add(before + " to " + whom.role());
            }

            @Override
            public void suspended(Person by, Person whom, boolean suspended) {
                deeds.add(suspended ? "suspended" : "readmitted");
            }
        }));
    }

    private List<Person> search(String words, Optional<Role> role, Show show) {
        return directory
                .search(admin, new Search(words, role, show, Optional.empty()))
                .orElseThrow()
                .people();
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).toList();
    }

    private Person enrol(String name, String email, Role role) {
        return done(people.enrol(name, email, "Europe/Berlin", role));
    }

    private static Person done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).person();
    }
}
