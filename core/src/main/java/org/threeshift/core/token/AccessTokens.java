package org.threeshift.core.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** Personal access tokens: made by their owner, shown once, used as their owner until they end or are revoked. */
@Service
public class AccessTokens {
    /** How long a token lasts when nothing else was asked for. */
    public static final int DAYS = 90;
    /** Of one person, at once. */
    public static final int MOST = 20;

    /** By this, people and programs that look for lost secrets know what it is. */
    private static final String PREFIX = "threeshift_";

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AccessTokenStore store;
    private final People people;
    private final Ids ids;
    private final InstantSource time;
    private final RandomGenerator chance;
    private final Trail trail;

    AccessTokens(
            AccessTokenStore store, People people, Ids ids, InstantSource time, RandomGenerator chance, Trail trail) {
        this.trail = trail;
        this.store = store;
        this.people = people;
        this.ids = ids;
        this.time = time;
        this.chance = chance;
    }

    /** What became of a wish for a token. */
    public sealed interface Made {
        /** @param secret to be shown now: nobody can find it again */
        record Done(AccessToken token, Token secret) implements Made {}

        /** Nothing was made. Holds every problem found, in the order of the form. */
        record Refused(List<TokenProblem> problems) implements Made {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Somebody's program, as it may act. */
    public record Bearer(Person person, AccessToken token) {}

    /**
     * @param scope {@code read} or {@code write}
     * @param days  1 to 365; empty for {@value #DAYS}
     */
    public Made make(Person owner, String name, String scope, String days) {
        return make(Optional.of(owner.id()), owner, name, scope, days);
    }

    /** As {@link #make}, by whoever sits at the server's terminal. */
    Made makeOnServer(Person owner, String name, String scope, String days) {
        return make(Optional.empty(), owner, name, scope, days);
    }

    private Made make(Optional<PersonId> by, Person owner, String name, String scope, String days) {
        Entered entered = Entered.of(name, scope, days);
        List<TokenProblem> problems = owner.guest() ? List.of(TokenProblem.NO_ACCOUNT) : entered.problems();
        if (!problems.isEmpty()) {
            return new Made.Refused(problems);
        }
        Instant now = time.instant();
        if (store.of(owner.id()).stream().filter(token -> !token.over(now)).count() >= MOST) {
            return new Made.Refused(List.of(TokenProblem.TOO_MANY));
        }
        var secret = new Token(PREFIX + Token.fresh(chance).text());
        var token = new AccessToken(
                new AccessTokenId(ids.next()),
                owner.id(),
                entered.name(),
                entered.scope().orElseThrow(),
                now,
                now.plus(Duration.ofDays(entered.days().orElseThrow())),
                Optional.empty());
        store.add(token, secret.hash());
        trail.add(
                Deed.TOKEN_MADE,
                by,
                Optional.of(owner.id()),
                Map.of("scope", token.scope().word()));
        return new Made.Done(token, secret);
    }

    /** The owner's own, the newest first; those that are over too, until they are revoked. */
    public List<AccessToken> of(Person owner) {
        return store.of(owner.id());
    }

    /** @return false when the owner has no such token */
    public boolean revoke(Person owner, AccessTokenId token) {
        boolean removed = store.remove(owner.id(), token);
        if (removed) {
            trail.add(Deed.TOKEN_REVOKED, Optional.of(owner.id()), Optional.of(owner.id()), Map.of());
        }
        return removed;
    }

    /** Ends all of somebody's tokens, as when their account ends. */
    public int revokeAll(PersonId owner) {
        return store.removeAll(owner);
    }

    /** Whose program this is: nobody's when the token is unknown, over or revoked, or its owner may not come in any more. */
    public Optional<Bearer> bearer(Token secret) {
        Instant now = time.instant();
        return store.find(secret.hash())
                .filter(token -> !token.over(now))
                .flatMap(token -> people.present(token.person())
                        .filter(person -> !person.guest())
                        .map(person -> new Bearer(person, token)))
                .map(bearer -> {
                    note(bearer.token(), now);
                    return bearer;
                });
    }

    private void note(AccessToken token, Instant now) {
        Instant before = now.minus(NOTED_EVERY);
        if (token.lastUsedAt().filter(last -> !last.isBefore(before)).isEmpty()) {
            store.used(token.id(), now, before);
        }
    }
}
