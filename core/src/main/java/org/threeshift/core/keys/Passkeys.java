package org.threeshift.core.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.id.Token;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** The passkeys of people. Whether a signature is right is checked where browsers are spoken to. */
@Service
public class Passkeys {
    /** How long somebody has for the dialog of browser and authenticator. */
    public static final Duration CHALLENGE_LASTS = Duration.ofMinutes(5);

    public static final int LONGEST_LABEL = 60;
    public static final int MOST = 20;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private final PasskeyStore store;
    private final SecondFactors factors;
    private final Trail trail;
    private final KeyNews news;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Passkeys(
            PasskeyStore store,
            SecondFactors factors,
            Trail trail,
            KeyNews news,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.factors = factors;
        this.trail = trail;
        this.news = news;
        this.transactions = transactions;
        this.time = time;
    }

    public List<Passkey> of(PersonId person) {
        return store.of(person);
    }

    public Optional<Passkey> find(String id) {
        return store.find(id);
    }

    /** @return false when the credential is known already, or the person has {@value #MOST} */
    public boolean add(Person person, Passkey passkey) {
        if (!passkey.person().equals(person.id())) {
            throw new IllegalArgumentException("another person's passkey");
        }
        if (store.of(person.id()).size() >= MOST) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean added = store.add(passkey);
            if (added) {
                noted(Deed.PASSKEY_ADDED, person);
                news.tell(person, Topic.PASSKEY_ADDED, Map.of("label", passkey.label()));
            }
            return added;
        }));
    }

    /** As below; a suggestion that another passkey of the person has is numbered. */
    public String label(PersonId person, String typed, String suggestion) {
        List<String> taken = store.of(person).stream().map(Passkey::label).toList();
        String free = IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> number == 1 ? suggestion : suggestion + " " + number)
                .filter(label -> !taken.contains(label))
                .findFirst()
                .orElse(suggestion);
        return label(typed, free);
    }

    /** What a person calls a passkey, or the suggestion when that is empty; cut at {@value #LONGEST_LABEL}. */
    public static String label(String typed, String suggestion) {
        String tidy = SPACES.matcher(typed).replaceAll(" ").strip();
        String chosen = tidy.isEmpty() ? suggestion : tidy;
        int end = chosen.offsetByCodePoints(0, Math.min(LONGEST_LABEL, chosen.codePointCount(0, chosen.length())));
        return chosen.substring(0, end).strip();
    }

    public Optional<Passkey> find(PersonId person, String id) {
        return store.find(id).filter(passkey -> passkey.person().equals(person));
    }

    /** @return false for a passkey that the person does not have */
    public boolean rename(PersonId person, String id, String label) {
        return store.rename(person, id, label);
    }

    /**
     * @return false for a passkey that the person does not have, and for the only second factor of somebody of whom the
     *     installation wants one
     */
    public boolean remove(Person person, String id) {
        if (factors.demand(person) == SecondFactors.Demand.PASSKEY
                && of(person.id()).size() == 1) {
            return false;
        }
        return find(person.id(), id)
                .map(passkey -> transactions.execute(transaction -> {
                    boolean removed = store.remove(person.id(), id);
                    if (removed) {
                        noted(Deed.PASSKEY_REMOVED, person);
                        news.tell(person, Topic.PASSKEY_REMOVED, Map.of("label", passkey.label()));
                    }
                    return removed;
                }))
                .orElse(false);
    }

    public void used(String id, long signatureCount, boolean backedUp) {
        store.used(id, signatureCount, backedUp, time.instant());
    }

    /**
     * Remembers what an authenticator is asked to sign.
     *
     * @param person who adds a passkey; absent for a sign-in
     */
    public void challenged(byte[] challenge, Optional<PersonId> person) {
        Instant now = time.instant();
        store.putChallenge(hash(challenge), person, now, now.plus(CHALLENGE_LASTS));
    }

    /** Whether this was asked of the same person within the last minutes. Answers so once. */
    public boolean answers(byte[] challenge, Optional<PersonId> person) {
        return store.takeChallenge(hash(challenge), person, time.instant());
    }

    private void noted(Deed deed, Person person) {
        trail.add(deed, Optional.of(person.id()), Optional.of(person.id()), Map.of());
    }

    private static byte[] hash(byte[] challenge) {
        return new Token(HexFormat.of().formatHex(challenge)).hash();
    }
}
