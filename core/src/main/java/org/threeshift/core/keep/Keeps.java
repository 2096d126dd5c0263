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
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.entry.Throttle.Kind;
import org.threeshift.core.id.Token;
import org.threeshift.core.keep.PostgresKeepStore.Request;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.People.Wish;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
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
    private final Throttle throttle;
    private final Mails mails;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final RandomGenerator chance;

    Keeps(
            PostgresKeepStore store,
            People people,
            Throttle throttle,
            Mails mails,
            TransactionOperations transactions,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.people = people;
        this.throttle = throttle;
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

        /** Too many messages already. */
        record TooSoon(Duration left) implements Asked {}
    }

    /** What a link turned out to be. */
    public sealed interface Opened {
        /** @param here whether it is the guest who opened it, who need not enter the password again */
        record Valid(String email, String name, boolean here) implements Opened {}

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

        record PasswordDiffers() implements Confirmed {}

        record TooSoon(Duration left) implements Confirmed {}
    }

    /** @param next where to go on once it is done, a path */
    public Asked ask(Person guest, String email, String password, String next) {
        return switch (people.wish(guest, email, password)) {
            case Wish.Refused(var problems) -> new Asked.Refused(problems);
            case Wish.Fine(var tidied, var hash) ->
                pass(Kind.MAIL_PERSON, guest.id().toString())
                        .or(() -> pass(Kind.MAIL_ACCOUNT, tidied))
                        .<Asked>map(Asked.TooSoon::new)
                        .orElseGet(() -> {
                            transactions.executeWithoutResult(_ -> send(guest, tidied, hash, next));
                            return new Asked.Sent(tidied);
                        });
        };
    }

    public Opened open(Token token, Optional<PersonId> visitor) {
        return store.find(token.hash()).map(request -> state(request, visitor)).orElseGet(Opened.Unknown::new);
    }

    /**
     * Makes the account, for whoever holds the link and is the guest, or knows what the guest chose as a password:
     * otherwise a guest could enter somebody else's address, and with their press get an account of their name.
     */
    public Confirmed confirm(Token token, Optional<PersonId> visitor, String password) {
        Optional<Request> found = store.find(token.hash());
        if (found.isPresent() && state(found.get(), visitor) instanceof Opened.Valid valid && !valid.here()) {
            Optional<Duration> wait = pass(Kind.SIGN_IN_ACCOUNT, valid.email());
            if (wait.isPresent()) {
                return new Confirmed.TooSoon(wait.get());
            }
            if (!people.matches(password, found.get().passwordHash())) {
                return new Confirmed.PasswordDiffers();
            }
            throttle.giveBack(Kind.SIGN_IN_ACCOUNT, valid.email(), time.instant());
        }
        return transactions.execute(_ -> confirmed(token, found, visitor));
    }

    private Confirmed confirmed(Token token, Optional<Request> found, Optional<PersonId> visitor) {
        Opened opened = found.map(request -> state(request, visitor)).orElseGet(Opened.Unknown::new);
        if (!(opened instanceof Opened.Valid) || !store.use(token.hash(), time.instant())) {
            return new Confirmed.Over(opened instanceof Opened.Valid ? new Opened.Used() : opened);
        }
        Request request = found.orElseThrow();
        return switch (people.keepGuest(request.guest(), request.email(), request.passwordHash())) {
            case Outcome.Done(var person) -> new Confirmed.Done(person, request.next());
            case Outcome.Refused(var problems) ->
                problems.contains(Problem.EMAIL_TAKEN) ? new Confirmed.Taken() : new Confirmed.Over(new Opened.Used());
        };
    }

    private Optional<Duration> pass(Kind kind, String subject) {
        return throttle.pass(kind, subject, time.instant()) instanceof Throttle.Pass.Wait(Duration left)
                ? Optional.of(left)
                : Optional.empty();
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

    private Opened state(Request request, Optional<PersonId> visitor) {
        if (request.used()) {
            return new Opened.Used();
        }
        Optional<Person> guest = people.find(request.guest()).filter(Person::guest);
        if (guest.isEmpty()) {
            return new Opened.Used();
        }
        return time.instant().isBefore(request.expiresAt())
                ? new Opened.Valid(
                        request.email(),
                        guest.get().name(),
                        visitor.filter(request.guest()::equals).isPresent())
                : new Opened.Expired();
    }
}
