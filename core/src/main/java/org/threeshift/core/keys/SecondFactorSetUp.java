package org.threeshift.core.keys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.mail.Topic;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Sets up the authenticator app of a person, and takes it away. */
@Service
public class SecondFactorSetUp {
    /** How long a secret that no code has confirmed is shown again. */
    static final Duration DRAFT_LASTS = Duration.ofMinutes(30);

    /** 160 bits, as RFC 4226 (section 4, R6) recommends. */
    private static final int SECRET_BYTES = 20;

    private static final String ISSUER = "Threeshift";

    /**
     * What the app is told.
     *
     * @param secret in Base32, to be typed
     * @param uri    {@code otpauth:}, to be scanned
     */
    public record Draft(String secret, String uri) {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Draft[…]";
        }
    }

    private final SecondFactors factors;
    private final SecondFactorStore store;
    private final PasskeyStore passkeys;
    private final Seal seal;
    private final Trail trail;
    private final KeyNews news;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final RandomGenerator chance;

    SecondFactorSetUp(
            SecondFactors factors,
            SecondFactorStore store,
            PasskeyStore passkeys,
            Seal seal,
            Trail trail,
            KeyNews news,
            TransactionOperations transactions,
            InstantSource time,
            RandomGenerator chance) {
        this.factors = factors;
        this.store = store;
        this.passkeys = passkeys;
        this.seal = seal;
        this.trail = trail;
        this.news = news;
        this.transactions = transactions;
        this.time = time;
        this.chance = chance;
    }

    /** Whether this installation has a key to keep secrets with. */
    public boolean possible() {
        return seal.ready();
    }

    /** The secret that is being set up: the same for half an hour, so that a page may be loaded again. */
    public Draft draft(Person person) {
        Instant now = time.instant();
        byte[] secret = store.draft(person.id())
                .filter(known -> now.isBefore(known.madeAt().plus(DRAFT_LASTS)))
                .flatMap(known -> seal.open(known.secret(), person.id().toString()))
                .orElseGet(() -> fresh(person.id(), now));
        return new Draft(Base32.of(secret), uri(person, secret));
    }

    /** Another secret in the place of the one that is being set up. */
    public void startAnew(PersonId person) {
        fresh(person, time.instant());
    }

    /**
     * Takes the drafted secret over, in the place of an earlier one.
     *
     * @return recovery codes, which nobody can show again; absent for a wrong code, and then nothing has changed
     */
    public Optional<List<String>> confirm(Person person, String typed) {
        Instant now = time.instant();
        Optional<SecondFactorStore.Draft> draft = store.draft(person.id())
                .filter(known -> now.isBefore(known.madeAt().plus(DRAFT_LASTS)));
        Optional<byte[]> secret =
                draft.flatMap(known -> seal.open(known.secret(), person.id().toString()));
        if (draft.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong step = Totp.match(secret.get(), typed.replaceAll("\\s+", ""), now, Long.MIN_VALUE);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.fresh(chance);
        transactions.executeWithoutResult(transaction -> {
            store.put(person.id(), new SecondFactorStore.Factor(draft.get().secret(), step.getAsLong()), now);
            store.putCodes(person.id(), hashes(codes));
            noted(Deed.SECOND_FACTOR_SET_UP, person, person);
            news.tell(person, Topic.SECOND_FACTOR_ON, Map.of());
        });
        return Optional.of(codes);
    }

    /** Fresh recovery codes in the place of the earlier ones; absent for whoever has no authenticator app here. */
    public Optional<List<String>> renewCodes(Person person) {
        if (!store.has(person.id())) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.fresh(chance);
        transactions.executeWithoutResult(transaction -> {
            store.putCodes(person.id(), hashes(codes));
            noted(Deed.RECOVERY_CODES_RENEWED, person, person);
            news.tell(person, Topic.RECOVERY_CODES_RENEWED, Map.of());
        });
        return Optional.of(codes);
    }

    /** @return false for somebody of whom the installation wants one: they can only set up another in its place */
    public boolean remove(Person person) {
        if (factors.required(person.role())) {
            return false;
        }
        transactions.executeWithoutResult(transaction -> {
            if (store.remove(person.id())) {
                takenAway(person, person);
            }
        });
        return true;
    }

    /**
     * For somebody who has lost what shows the second factor: app, recovery codes and passkeys are good no more.
     *
     * @return false for whoever is no admin, and for an admin's own; then nothing changes
     */
    public boolean removeFor(Person admin, Person person) {
        if (admin.role() != Role.ADMIN || admin.id().equals(person.id())) {
            return false;
        }
        transactions.executeWithoutResult(transaction -> {
            boolean app = store.remove(person.id());
            if (passkeys.removeAll(person.id()) > 0 || app) {
                takenAway(admin, person);
            }
        });
        return true;
    }

    private void takenAway(Person by, Person from) {
        noted(Deed.SECOND_FACTOR_REMOVED, by, from);
        news.tell(from, Topic.SECOND_FACTOR_OFF, Map.of());
    }

    private byte[] fresh(PersonId person, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        store.putDraft(person, new SecondFactorStore.Draft(seal.close(secret, person.toString()), now));
        return secret;
    }

    private void noted(Deed deed, Person by, Person about) {
        trail.add(deed, Optional.of(by.id()), Optional.of(about.id()), Map.of());
    }

    private static List<byte[]> hashes(List<String> codes) {
        return codes.stream().map(RecoveryCodes::hash).toList();
    }

    private static String uri(Person person, byte[] secret) {
        String account = person.email().orElse(person.name());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(ISSUER, encoded(account), Base32.of(secret), ISSUER);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
