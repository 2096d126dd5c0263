package org.threeshift.core.entry;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Unwanted;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;

/** An installation on a test's database, with a clock that is set and a letter box that is looked into. */
final class House implements AutoCloseable {
    static final String PASSWORD = "four quiet words here";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<Mail> mails = new ArrayList<>();
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
    private final AtomicReference<Map<String, PersonId>> standing = new AtomicReference<>(Map.of());
    private final NoMail noMail = new NoMail();
    private int people;

    House(TestDatabase database) {
        application.registerBean(JdbcClient.class, database::jdbcClient);
        application.registerBean(
                TransactionOperations.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
        application.registerBean(InstantSource.class, () -> now::get);
        application.registerBean(RandomGenerator.class, () -> new SecureRandom());
        application.registerBean(Ids.class);
        application.registerBean(
                StandingInvitations.class,
                () -> path -> Optional.ofNullable(standing.get().get(path)));
        application.registerBean(Outage.class, () -> _ -> false);
        application.registerBean(Unwanted.class, () -> noMail);
        application.registerBean("letterBox", Mails.class, () -> mails::add, one -> one.setPrimary(true));
        application.scan(
                "org.threeshift.core.people",
                "org.threeshift.core.cohort",
                "org.threeshift.core.consent",
                "org.threeshift.core.settings",
                "org.threeshift.core.audit",
                "org.threeshift.core.entry");
        application.refresh();
    }

    <T> T the(Class<T> type) {
        return application.getBean(type);
    }

    Person person(Role role) {
        people++;
        String email = "person" + people + "@example.org";
        return the(People.class).register("Person " + people, email, PASSWORD, "UTC", role)
                        instanceof Outcome.Done(var made)
                ? made
                : person(role);
    }

    /** From now on this page alone invites. */
    void invites(String path, Person host) {
        standing.set(Map.of(path, host.id()));
    }

    void invitesNobody() {
        standing.set(Map.of());
    }

    void registration(Registration mode) {
        Installation before = the(Settings.class).current();
        the(Settings.class)
                .change(
                        person(Role.ADMIN),
                        new Installation(
                                mode,
                                before.secondFactorForStaff(),
                                before.coachNotesInExports(),
                                before.guestDays(),
                                before.mailDays(),
                                before.shareDays()));
    }

    /** Whoever has the address wants no invitations. */
    void noMailTo(String address) {
        noMail.said.add(address);
    }

    private static final class NoMail implements Unwanted {
        private final Set<String> said = new HashSet<>();

        @Override
        public Set<String> among(Collection<String> addresses) {
            return addresses.stream().filter(said::contains).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean holds(AddressHash address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(AddressHash address, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** Answers what was asked for, and hands over what was posted since the last look. */
    List<Mail> mail() {
        the(EntryAnswers.class).answer();
        List<Mail> posted = List.copyOf(mails);
        mails.clear();
        return posted;
    }

    /** The secret in the only message since the last look. */
    Token onlyLink() {
        List<Mail> posted = mail();
        if (posted.size() != 1) {
            throw new AssertionError("one message was expected, not " + posted);
        }
        return link(posted.getFirst());
    }

    static Token link(Mail mail) {
        String link = mail.values().getOrDefault("link", "");
        return new Token(link.substring(link.lastIndexOf('/') + 1));
    }

    static Origin browser(String name) {
        return new Origin(Optional.empty(), Optional.of(new Token(name)));
    }

    @Override
    public void close() {
        application.close();
    }
}
