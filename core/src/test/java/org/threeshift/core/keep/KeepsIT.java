package org.threeshift.core.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.keep.Keeps.Asked;
import org.threeshift.core.keep.Keeps.Confirmed;
import org.threeshift.core.keep.Keeps.Opened;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;

class KeepsIT {
    private static final String GOOD = "correct horse battery";
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private static final List<Mail> posted = new ArrayList<>();

    private static Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private static Keeps keeps;
    private static People people;
    private static int count;

    private Person guest;
    private String email;

    @BeforeAll
    static void installation() {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(TransactionOperations.class, TransactionOperations::withoutTransaction);
        application.registerBean(InstantSource.class, () -> () -> now);
        application.registerBean(java.util.random.RandomGenerator.class, () -> new Random(5));
        application.registerBean(Ids.class);
        application.registerBean(Throttle.class, Throttle::inMemory);
        application.registerBean(Mails.class, () -> posted::add);
        application.scan("org.threeshift.core.people", "org.threeshift.core.keep");
        application.refresh();
        keeps = application.getBean(Keeps.class);
        people = application.getBean(People.class);
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @BeforeEach
    void a_guest() {
        posted.clear();
        now = now.plusSeconds(60);
        guest = ((Outcome.Done) people.welcomeGuest("Grace", ZoneOffset.UTC)).person();
        email = "grace-" + ++count + "@example.org";
    }

    @Test
    void an_account_is_made_once_its_address_is_confirmed_and_not_before() {
        assertThat(keeps.ask(guest, " " + email.toUpperCase(java.util.Locale.ROOT), GOOD, "/room/1"))
                .isEqualTo(new Asked.Sent(email));
        assertThat(people.authenticate(email, GOOD)).isEmpty();
        Token link = link();
        assertThat(keeps.open(link, Optional.of(guest.id()))).isEqualTo(new Opened.Valid(email, "Grace", true));
        assertThat(keeps.confirm(link, Optional.of(guest.id()), ""))
                .isInstanceOfSatisfying(Confirmed.Done.class, done -> {
                    assertThat(done.person().id()).isEqualTo(guest.id());
                    assertThat(done.next()).isEqualTo("/room/1");
                });
        assertThat(people.authenticate(email, GOOD).map(Person::id)).contains(guest.id());
        assertThat(keeps.open(link, Optional.of(guest.id()))).isEqualTo(new Opened.Used());
        assertThat(keeps.confirm(link, Optional.of(guest.id()), "")).isEqualTo(new Confirmed.Over(new Opened.Used()));
    }

    @Test
    void whether_an_address_has_an_account_is_told_to_its_owner_alone() {
        people.enrol("Owner", email, "UTC", Role.MEMBER);
        assertThat(keeps.ask(guest, email, GOOD, "/home")).isEqualTo(new Asked.Sent(email));
        assertThat(posted)
                .extracting(Mail::topic, Mail::person)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Topic.KEEP_KNOWN, Optional.empty()));
        assertThat(people.find(guest.id()).orElseThrow().guest()).isTrue();
    }

    @Test
    void a_later_link_ends_the_one_before_and_each_ends_after_a_day() {
        keeps.ask(guest, email, GOOD, "/home");
        Token first = link();
        now = now.plusSeconds(5);
        posted.clear();
        keeps.ask(guest, email, GOOD, "/home");
        Token second = link();
        assertThat(keeps.open(first, Optional.of(guest.id()))).isEqualTo(new Opened.Unknown());
        now = now.plus(Duration.ofHours(24));
        assertThat(keeps.open(second, Optional.of(guest.id()))).isEqualTo(new Opened.Expired());
        assertThat(keeps.confirm(second, Optional.of(guest.id()), ""))
                .isEqualTo(new Confirmed.Over(new Opened.Expired()));
        assertThat(keeps.confirm(new Token("made-up"), Optional.of(guest.id()), ""))
                .isEqualTo(new Confirmed.Over(new Opened.Unknown()));
    }

    @Test
    void who_was_quicker_with_an_address_has_it() {
        keeps.ask(guest, email, GOOD, "/home");
        people.enrol("Quicker", email, "UTC", Role.MEMBER);
        assertThat(keeps.confirm(link(), Optional.of(guest.id()), "")).isEqualTo(new Confirmed.Taken());
        assertThat(people.find(guest.id()).orElseThrow().guest()).isTrue();
    }

    @Test
    void elsewhere_the_password_is_asked_for_so_that_nobody_makes_an_account_of_anothers_name() {
        keeps.ask(guest, email, GOOD, "/home");
        Token link = link();
        Optional<PersonId> somebody = Optional.of(((Outcome.Done) people.welcomeGuest("Eve", ZoneOffset.UTC))
                .person()
                .id());
        assertThat(keeps.open(link, Optional.empty())).isEqualTo(new Opened.Valid(email, "Grace", false));
        assertThat(keeps.confirm(link, Optional.empty(), "")).isEqualTo(new Confirmed.PasswordDiffers());
        assertThat(keeps.confirm(link, somebody, "a guess of mine")).isEqualTo(new Confirmed.PasswordDiffers());
        assertThat(people.find(guest.id()).orElseThrow().guest()).isTrue();
        for (int guess = 0; guess < 5; guess++) {
            keeps.confirm(link, somebody, "guess " + guess);
        }
        assertThat(keeps.confirm(link, somebody, GOOD)).isInstanceOf(Confirmed.TooSoon.class);
        now = now.plus(Duration.ofHours(1));
        assertThat(keeps.confirm(link, somebody, GOOD)).isInstanceOf(Confirmed.Done.class);
    }

    @Test
    void nobody_has_message_after_message_sent() {
        for (int time = 0; time < 3; time++) {
            assertThat(keeps.ask(guest, email, GOOD, "/home")).isEqualTo(new Asked.Sent(email));
        }
        for (int time = 0; time < 7; time++) {
            keeps.ask(guest, email, GOOD, "/home");
        }
        assertThat(keeps.ask(guest, email, GOOD, "/home")).isInstanceOf(Asked.TooSoon.class);
        assertThat(posted).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void what_is_no_address_or_no_password_is_refused_at_once() {
        assertThat(keeps.ask(guest, "grace", "short", "/home"))
                .isEqualTo(new Asked.Refused(List.of(Problem.EMAIL_MALFORMED, Problem.PASSWORD_TOO_SHORT)));
        assertThat(posted).isEmpty();
    }

    private static Token link() {
        return new Token(String.valueOf(posted.getLast().values().get("link")).substring("/keep/".length()));
    }
}
