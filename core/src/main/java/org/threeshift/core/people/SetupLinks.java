package org.threeshift.core.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Token;

/** One-time links of the installation: the one that makes the first admin, and those that set a password. */
@Service
public class SetupLinks {
    public static final Duration LASTS = Duration.ofHours(24);

    public enum Purpose {
        FIRST_ADMIN,
        SET_PASSWORD
    }

    /** What a link that somebody opened turned out to be. */
    public sealed interface Opened {
        /** @param person whose password it sets; absent for the first admin's */
        record Valid(Optional<PersonId> person) implements Opened {}

        record Expired() implements Opened {}

        record Used() implements Opened {}

        record Unknown() implements Opened {}
    }

    private final SetupLinkStore store;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final RandomGenerator chance;

    SetupLinks(SetupLinkStore store, TransactionOperations transactions, InstantSource time, RandomGenerator chance) {
        this.store = store;
        this.transactions = transactions;
        this.time = time;
        this.chance = chance;
    }

    /** A fresh link for the first admin. Earlier ones end. */
    public Token forFirstAdmin() {
        return make(Purpose.FIRST_ADMIN, Optional.empty());
    }

    /** A fresh link by which a person sets their password. Earlier ones of this person end. */
    public Token forPassword(PersonId person) {
        return make(Purpose.SET_PASSWORD, Optional.of(person));
    }

    public Opened open(Token token, Purpose purpose) {
        return store.find(token.hash())
                .filter(link -> link.purpose() == purpose)
                .map(link -> state(link, time.instant()))
                .orElseGet(Opened.Unknown::new);
    }

    /**
     * Does what a link is for, and ends the link with it: both or neither. Refused with {@link Problem#LINK_OVER} when
     * the link is not valid or is used by somebody else at the same moment.
     *
     * @param what gets the person whom the link names, if it names one
     */
    public Outcome spend(Token token, Purpose purpose, Function<Optional<PersonId>, Outcome> what) {
        return transactions.execute(transaction -> {
            if (!(open(token, purpose) instanceof Opened.Valid(Optional<PersonId> person))) {
                return Outcome.refused(Problem.LINK_OVER);
            }
            Outcome outcome = what.apply(person);
            if (outcome instanceof Outcome.Done && store.use(token.hash(), purpose, time.instant())) {
                return outcome;
            }
            transaction.setRollbackOnly();
            return outcome instanceof Outcome.Refused ? outcome : Outcome.refused(Problem.LINK_OVER);
        });
    }

    private Token make(Purpose purpose, Optional<PersonId> person) {
        Token token = Token.fresh(chance);
        Instant now = time.instant();
        store.replace(new SetupLinkStore.Link(purpose, person, now, now.plus(LASTS), Optional.empty()), token.hash());
        return token;
    }

    private static Opened state(SetupLinkStore.Link link, Instant now) {
        if (link.usedAt().isPresent()) {
            return new Opened.Used();
        }
        return now.isBefore(link.expiresAt()) ? new Opened.Valid(link.person()) : new Opened.Expired();
    }
}
