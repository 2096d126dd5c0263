package org.threeshift.core.keep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Token;
import org.threeshift.core.keep.PostgresKeepStore.Request;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.People.Wish;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Problem;

/**
 * Makes accounts of guests. A guest enters an address and a password; the account is made when the link that goes to the
 * address is opened and confirmed. Whether the address has an account already is told to nobody but its owner.
 */
@Service
public class Keeps {
    public static final Duration LASTS = Duration.ofHours(24);

    private final PostgresKeepStore store;
    private final People people;
    private final Mails mails;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final RandomGenerator chance;

    Keeps(
            PostgresKeepStore store,
            People people,
            Mails mails,
            TransactionOperations transactions,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.people = people;
        this.mails = mails;
        this.transactions = transactions;
        this.time = time;
        this.chance = chance;
    }

    /** What became of the wish. */
    public sealed interface Asked {
        /** @param email where the message went */
        record Sent(String email) implements Asked {}

        record Refused(List<Problem> problems) implements Asked {}
    }

    /** What a link turned out to be. */
    public sealed interface Opened {
        record Valid(String email, String name) implements Opened {}

        record Expired() implements Opened {}

        record Used() implements Opened {}

        record Unknown() implements Opened {}
    }

    /** What became of confirming. */
    public sealed interface Confirmed {
        /** @param next where the guest wanted to go on */
        record Done(Person person, String next) implements Confirmed {}

        record Over(Opened why) implements Confirmed {}

        /** Somebody has made an account with the address since. */
        record Taken() implements Confirmed {}
    }

    /** @param next where to go on once it is done, a path */
    public Asked ask(Person guest, String email, String password, String next) {
        return switch (people.wish(guest, email, password)) {
            case Wish.Refused(var problems) -> new Asked.Refused(problems);
            case Wish.Fine(var tidied, var hash) -> {
                transactions.executeWithoutResult(_ -> send(guest, tidied, hash, next));
                yield new Asked.Sent(tidied);
            }
        };
    }

    public Opened open(Token token) {
        return store.find(token.hash()).map(this::state).orElseGet(Opened.Unknown::new);
    }

    /** Makes the account, for whoever holds the link. */
    public Confirmed confirm(Token token) {
        return transactions.execute(_ -> {
            Optional<Request> found = store.find(token.hash());
            Opened opened = found.map(this::state).orElseGet(Opened.Unknown::new);
            if (!(opened instanceof Opened.Valid) || !store.use(token.hash(), time.instant())) {
                return new Confirmed.Over(opened instanceof Opened.Valid ? new Opened.Used() : opened);
            }
            Request request = found.orElseThrow();
            return switch (people.keepGuest(request.guest(), request.email(), request.passwordHash())) {
                case Outcome.Done(var person) -> new Confirmed.Done(person, request.next());
                case Outcome.Refused(var problems) ->
                    problems.contains(Problem.EMAIL_TAKEN)
                            ? new Confirmed.Taken()
                            : new Confirmed.Over(new Opened.Used());
            };
        });
    }

    private void send(Person guest, String email, String passwordHash, String next) {
        Instant now = time.instant();
        String key = "keep:" + guest.id() + ":" + now;
        if (people.findByEmail(email).isPresent()) {
            mails.post(new Mail(
                    key, Topic.KEEP_KNOWN, email, Optional.empty(), Map.of("guest", guest.name(), "link", "/sign-in")));
            return;
        }
        Token token = Token.fresh(chance);
        store.replace(token.hash(), new Request(guest.id(), email, passwordHash, next, now.plus(LASTS), false), now);
        mails.post(new Mail(
                key,
                Topic.KEEP_CONFIRM,
                email,
                Optional.of(guest.id()),
                Map.of("guest", guest.name(), "link", "/keep/" + token.text())));
    }

    private Opened state(Request request) {
        if (request.used()) {
            return new Opened.Used();
        }
        Optional<Person> guest = people.find(request.guest()).filter(Person::guest);
        if (guest.isEmpty()) {
            return new Opened.Used();
        }
        return time.instant().isBefore(request.expiresAt())
                ? new Opened.Valid(request.email(), guest.get().name())
                : new Opened.Expired();
    }
}
