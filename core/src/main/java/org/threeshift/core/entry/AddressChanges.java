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
import org.threeshift.core.entry.AddressChange.Side;
import org.threeshift.core.entry.PostgresAddressChanges.Found;
import org.threeshift.core.entry.Throttle.Pass;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.mail.Mails;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Another e-mail address: a link goes to the one before and to the new one. When both have said yes it changes; either can say no. */
@Service
public class AddressChanges {
    public static final Duration LASTS = Duration.ofHours(24);

    /** What became of the wish. */
    public sealed interface Asked {
        /** Both addresses have a message, whosever the new one is. */
        record Sent() implements Asked {}

        record Refused(Refusal refusal) implements Asked {}

        record TooSoon(Duration left) implements Asked {}
    }

    /** What a link turned out to be. */
    public sealed interface Opened {
        record Valid(AddressChange change, Side side) implements Opened {}

        record Over() implements Opened {}
    }

    /** What saying yes came to. */
    public sealed interface Confirmed {
        /** The other address has not said yes yet. */
        record HalfWay(AddressChange change, Side side) implements Confirmed {}

        record Changed(Person person) implements Confirmed {}

        record Refused(Refusal refusal) implements Confirmed {}
    }

    private final PostgresAddressChanges store;
    private final People people;
    private final Throttle throttle;
    private final Mails mails;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;
    private final RandomGenerator chance;

    AddressChanges(
            PostgresAddressChanges store,
            People people,
            Throttle throttle,
            Mails mails,
            Trail trail,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.people = people;
        this.throttle = throttle;
        this.mails = mails;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
        this.chance = chance;
    }

    /** An earlier wish ends. */
    public Asked ask(Person person, String typed) {
        String email = Entry.tidyEmail(typed);
        if (Entry.email(email).isPresent()) {
            return new Asked.Refused(Refusal.EMAIL_MALFORMED);
        }
        String before = person.email().orElseThrow();
        if (email.equals(before)) {
            return new Asked.Refused(Refusal.ADDRESS_UNCHANGED);
        }
        Instant now = time.instant();
        if (throttle.pass(Throttle.Kind.MAIL_PERSON, person.id().toString(), now) instanceof Pass.Wait(Duration left)) {
            return new Asked.TooSoon(left);
        }
        Token toBefore = Token.fresh(chance);
        Token toAfter = Token.fresh(chance);
        AddressChange change = new AddressChange(
                ids.next(),
                person.id(),
                before,
                email,
                now,
                now.plus(LASTS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        transactions.executeWithoutResult(transaction -> {
            store.endOpen(person.id(), now);
            store.add(change, toBefore.hash(), toAfter.hash());
            mail(change, person, Side.BEFORE, Topic.CONFIRM_OLD_ADDRESS, "/address/" + toBefore.text());
            // Somebody's already: then nobody may confirm it, and only they hear of it.
            if (people.findByEmail(email).isPresent()) {
                mail(change, person, Side.AFTER, Topic.ADDRESS_IN_USE, "/sign-in");
            } else {
                mail(change, person, Side.AFTER, Topic.CONFIRM_NEW_ADDRESS, "/address/" + toAfter.text());
            }
            trail.add(Deed.ADDRESS_CHANGE_ASKED, Optional.of(person.id()), Optional.of(person.id()), Map.of());
        });
        return new Asked.Sent();
    }

    /** The person's wish that both addresses have not answered yet. */
    public Optional<AddressChange> pending(Person person) {
        return store.open(person.id(), time.instant());
    }

    public Opened open(Token token) {
        return store.find(token.hash())
                .filter(found -> found.change().open(time.instant()))
                .<Opened>map(found -> new Opened.Valid(found.change(), found.side()))
                .orElseGet(Opened.Over::new);
    }

    /** Says yes for the address that the link was sent to. */
    public Confirmed confirm(Token token) {
        return transactions.execute(transaction -> {
            Instant now = time.instant();
            Optional<Found> found =
                    store.lock(token.hash()).filter(one -> one.change().open(now));
            if (found.isEmpty()) {
                return new Confirmed.Refused(Refusal.OVER);
            }
            AddressChange change = found.get().change();
            Side side = found.get().side();
            store.confirm(change.id(), side, now);
            boolean both = change.confirmed(side == Side.BEFORE ? Side.AFTER : Side.BEFORE)
                    .isPresent();
            return both ? change(change, now) : new Confirmed.HalfWay(change, side);
        });
    }

    /** Says no, from either address. @return false when there is nothing any more to say no to */
    public boolean cancel(Token token) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Instant now = time.instant();
            Optional<Found> found =
                    store.lock(token.hash()).filter(one -> one.change().open(now));
            found.ifPresent(one -> end(one.change(), Optional.empty(), now));
            return found.isPresent();
        }));
    }

    /** Takes one's own wish back. */
    public void cancel(Person person) {
        Instant now = time.instant();
        pending(person)
                .ifPresent(change ->
                        transactions.executeWithoutResult(transaction -> end(change, Optional.of(person), now)));
    }

    /** @return how many were removed that were over before then */
    public int removeOver(Instant before) {
        return store.removeOver(before);
    }

    private void end(AddressChange change, Optional<Person> by, Instant now) {
        store.end(change.id(), now);
        trail.add(Deed.ADDRESS_CHANGE_CANCELLED, by.map(Person::id), Optional.of(change.person()), Map.of());
    }

    private Confirmed change(AddressChange change, Instant now) {
        store.end(change.id(), now);
        Optional<Person> changed = people.changeEmail(change.person(), change.after());
        if (changed.isEmpty()) {
            return new Confirmed.Refused(Refusal.ADDRESS_TAKEN);
        }
        Person person = changed.get();
        mails.post(new Mail(
                "address-changed:" + change.id(),
                Topic.ADDRESS_CHANGED,
                change.before(),
                Optional.of(person.id()),
                Map.of("name", person.name(), "after", change.after())));
        trail.add(Deed.ADDRESS_CHANGED, Optional.of(person.id()), Optional.of(person.id()), Map.of());
        return new Confirmed.Changed(person);
    }

    private void mail(AddressChange change, Person person, Side side, Topic topic, String link) {
        mails.post(new Mail(
                "address:" + change.id() + ":" + side,
                topic,
                side == Side.BEFORE ? change.before() : change.after(),
                // What goes to an address that may be somebody else's is no message to this person.
                side == Side.BEFORE ? Optional.of(person.id()) : Optional.empty(),
                side == Side.BEFORE
                        ? Map.of("name", person.name(), "after", change.after(), "link", link)
                        : Map.of("link", link)));
    }
}
