package org.threeshift.core.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;

/** One-time links by mail: one signs in, the other sets a new password. Whoever holds one may use it, in whatever browser. */
@Service
public class MailedLinks {
    public enum Purpose {
        SIGN_IN(Duration.ofMinutes(15)),
        RESET(Duration.ofHours(1));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        public Duration lasts() {
            return lasts;
        }
    }

    /** What a link that somebody opened turned out to be. */
    public sealed interface Opened {
        /** @param next the path to go on to, from the root; may be empty */
        record Valid(Person person, String next) implements Opened {}

        record Expired() implements Opened {}

        record Used() implements Opened {}

        record Unknown() implements Opened {}
    }

    private final PostgresMailedLinks store;
    private final People people;
    private final Devices devices;
    private final Mails mails;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final RandomGenerator chance;

    MailedLinks(
            PostgresMailedLinks store,
            People people,
            Devices devices,
            Mails mails,
            Trail trail,
            TransactionOperations transactions,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.people = people;
        this.devices = devices;
        this.mails = mails;
        this.trail = trail;
        this.transactions = transactions;
        this.time = time;
        this.chance = chance;
    }

    /** Looks, and uses nothing up: programs that check mail for viruses follow links too. */
    public Opened open(Token token, Purpose purpose) {
        return store.find(token.hash())
                .filter(link -> link.purpose() == purpose)
                .map(this::state)
                .orElseGet(Opened.Unknown::new);
    }

    /** Signs in, once. Absent when the link opens nothing any more. */
    public Optional<Opened.Valid> signIn(Token token) {
        return open(token, Purpose.SIGN_IN) instanceof Opened.Valid valid
                        && store.use(token.hash(), Purpose.SIGN_IN, time.instant())
                ? Optional.of(valid)
                : Optional.empty();
    }

    /** Sets a new password, once. It ends the person's other links, and no browser is known any more; whoever calls ends the sessions. */
    public Outcome reset(Token token, String password) {
        return transactions.execute(transaction -> {
            if (!(open(token, Purpose.RESET) instanceof Opened.Valid(Person person, String _))) {
                return Outcome.refused(Problem.LINK_OVER);
            }
            Outcome outcome = people.setPassword(person, password);
            if (outcome instanceof Outcome.Done) {
                if (!store.use(token.hash(), Purpose.RESET, time.instant())) {
                    transaction.setRollbackOnly();
                    return Outcome.refused(Problem.LINK_OVER);
                }
                changed(person);
            }
            return outcome;
        });
    }

    /** A fresh link. Earlier ones stay, so that nobody takes them from their owner by asking for another. */
    Token make(PersonId person, Purpose purpose, String next) {
        Token token = Token.fresh(chance);
        Instant now = time.instant();
        store.add(token.hash(), purpose, person, next, now, now.plus(purpose.lasts));
        return token;
    }

    /** @return how many were removed that were over before then */
    public int removeOver(Instant before) {
        return store.removeExpired(before);
    }

    private void changed(Person person) {
        Instant now = time.instant();
        store.endAll(person.id(), now);
        devices.forget(person.id());
        trail.add(Deed.PASSWORD_SET, Optional.of(person.id()), Optional.of(person.id()), Map.of("way", "link"));
        person.email()
                .ifPresent(email -> mails.post(new Mail(
                        "password-set:" + person.id() + ":" + now,
                        Topic.PASSWORD_CHANGED,
                        email,
                        Optional.of(person.id()),
                        Map.of("name", person.name(), "link", "/forgot"))));
    }

    private Opened state(PostgresMailedLinks.Link link) {
        if (link.usedAt().isPresent()) {
            return new Opened.Used();
        }
        if (!time.instant().isBefore(link.expiresAt())) {
            return new Opened.Expired();
        }
        return people.present(link.person())
                .<Opened>map(person -> new Opened.Valid(person, link.next()))
                .orElseGet(Opened.Unknown::new);
    }
}
