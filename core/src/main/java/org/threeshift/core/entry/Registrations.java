package org.threeshift.core.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.consent.Subject;
import org.threeshift.core.entry.Throttle.Pass;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;

/**
 * How an account comes to be: by confirming the address that was registered, or by an invitation that was sent to it. A confirmation counts in the
 * browser in which somebody registered; in another one the password is asked for, because else a stranger could register somebody's address with a
 * password of their own and wait for its owner to confirm.
 */
@Service
public class Registrations {
    public static final Duration LASTS = Duration.ofHours(24);

    /** What a link to confirm by turned out to be. */
    public sealed interface Opened {
        /** @param here whether it was this browser in which somebody registered */
        record Valid(String name, String email, boolean here) implements Opened {}

        /** Confirmed, expired, or never there: a link that was used leaves nothing behind. */
        record Over() implements Opened {}
    }

    /** What a try to make the account came to. */
    public sealed interface Made {
        /**
         * @param cohort which the person is asked to join
         * @param next   where they were going when they registered, as they sent it; may be empty
         */
        record Done(Person person, Optional<CohortId> cohort, String next) implements Made {}

        record Refused(Refusal refusal) implements Made {}

        record Malformed(List<Problem> problems) implements Made {
            public Malformed {
                problems = List.copyOf(problems);
            }
        }

        record TooSoon(Duration left) implements Made {}
    }

    private final PostgresPendings store;
    private final EntryRequests requests;
    private final Invites invites;
    private final People people;
    private final Gate gate;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Consents consents;
    private final InstantSource time;
    private final RandomGenerator chance;

    Registrations(
            PostgresPendings store,
            EntryRequests requests,
            Invites invites,
            People people,
            Gate gate,
            Consents consents,
            Trail trail,
            TransactionOperations transactions,
            InstantSource time,
            RandomGenerator chance) {
        this.store = store;
        this.consents = consents;
        this.requests = requests;
        this.invites = invites;
        this.people = people;
        this.gate = gate;
        this.trail = trail;
        this.transactions = transactions;
        this.time = time;
        this.chance = chance;
    }

    public Opened open(Token token, Origin from) {
        return pending(token)
                .<Opened>map(one -> new Opened.Valid(one.name(), one.email(), here(one, from)))
                .orElseGet(Opened.Over::new);
    }

    /** @param password what was chosen when registering; needed in another browser only */
    public Made confirm(Token token, String password, Origin from) {
        Optional<Pending> found = pending(token);
        if (found.isEmpty()) {
            return new Made.Refused(Refusal.OVER);
        }
        Pending pending = found.get();
        if (!here(pending, from)) {
            if (gate.pass(Gate.Way.SIGN_IN, pending.email(), from) instanceof Pass.Wait(Duration left)) {
                return new Made.TooSoon(left);
            }
            if (!people.matches(password, pending.passwordHash())) {
                return new Made.Refused(Refusal.PASSWORD_DIFFERS);
            }
            gate.right(Gate.Way.SIGN_IN, pending.email(), from);
        }
        Optional<Invite> invite = pending.invite().flatMap(invites::find);
        if (!requests.welcome(invite, pending.next())) {
            return new Made.Refused(Refusal.CLOSED);
        }
        return transactions.execute(transaction -> {
            Outcome outcome = people.admit(
                    pending.name(),
                    pending.email(),
                    pending.passwordHash(),
                    pending.zone(),
                    invite.map(Invite::role).orElse(Role.MEMBER));
            Made made = settle(outcome, invite, "registration", pending.next());
            if (made instanceof Made.Done(var person, var _, var _) && invite.isEmpty()) {
                requests.host(pending.next()).ifPresent(host -> came(person, host));
            }
            if (!(made instanceof Made.Done)) {
                transaction.setRollbackOnly();
            }
            store.remove(pending.email());
            return made;
        });
    }

    /** Makes the account of whoever was invited by mail: the link itself shows that the address is theirs. */
    public Made accept(Token token, String name, String password, String zone) {
        Optional<Invite> found = invites.open(token).filter(invites::usable);
        if (found.isEmpty() || found.get().email().isEmpty()) {
            return new Made.Refused(Refusal.OVER);
        }
        Invite invite = found.get();
        return transactions.execute(transaction -> {
            Outcome outcome = people.register(name, invite.email().get(), password, zone, invite.role());
            Made made = settle(outcome, found, "invitation", "");
            if (!(made instanceof Made.Done)) {
                transaction.setRollbackOnly();
            }
            return made;
        });
    }

    /** Uses an invitation for somebody who has an account: they are asked to join its cohort. Their role stays. */
    public Made accept(Token token, Person member) {
        Optional<Invite> found = invites.open(token).filter(invites::usable);
        if (found.isEmpty()) {
            return new Made.Refused(Refusal.OVER);
        }
        return transactions.execute(transaction -> invites.use(found.get(), member)
                ? new Made.Done(member, found.get().cohort(), "")
                : new Made.Refused(Refusal.OVER));
    }

    /** Keeps a registration until its address is confirmed. */
    Token add(Pending pending) {
        Token token = Token.fresh(chance);
        store.add(pending, token.hash());
        return token;
    }

    /** Another link to the same registration. The earlier ones stay. */
    Optional<Token> again(String email, Optional<String> browser) {
        return store.find(email, browser, time.instant()).map(this::add);
    }

    /** @return how many were removed that were over before then */
    public int removeOver(Instant before) {
        return store.removeExpired(before);
    }

    private Made settle(Outcome outcome, Optional<Invite> invite, String means, String next) {
        return switch (outcome) {
            case Outcome.Refused(var problems) ->
                means.equals("registration") ? new Made.Refused(Refusal.ADDRESS_TAKEN) : new Made.Malformed(problems);
            case Outcome.Done(var person) -> {
                if (invite.isPresent() && !invites.use(invite.get(), person)) {
                    yield new Made.Refused(Refusal.OVER);
                }
                trail.add(
                        Deed.ACCOUNT_MADE,
                        Optional.of(person.id()),
                        Optional.of(person.id()),
                        Map.of("way", means, "role", person.role().name()));
                // The form says what whoever sends it agrees to.
                consents.agree(person.id(), Subject.ACCOUNT);
                yield new Made.Done(person, invite.flatMap(Invite::cohort), next);
            }
        };
    }

    /** By whose page somebody got their account. */
    private void came(Person person, PersonId host) {
        trail.add(Deed.CAME_BY_PAGE, Optional.of(host), Optional.of(person.id()), Map.of());
    }

    private Optional<Pending> pending(Token token) {
        return store.find(token.hash()).filter(one -> time.instant().isBefore(one.expiresAt()));
    }

    private static boolean here(Pending pending, Origin from) {
        return pending.browser().isPresent() && pending.browser().equals(from.browserHash());
    }
}
