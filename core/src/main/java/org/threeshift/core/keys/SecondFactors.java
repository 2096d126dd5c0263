package org.threeshift.core.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;
import org.threeshift.core.settings.Settings;

/** The second factor at sign-in: who needs one, and whether a code is right. */
@Service
public class SecondFactors {
    /** What somebody who has shown one factor must do before anything opens. */
    public enum Demand {
        NOTHING,
        /** They have an authenticator app and enter its code. */
        CODE,
        /** They have no app but a passkey, and the installation wants two factors of them: a passkey is both. */
        PASSKEY,
        /** The installation wants a second factor of them, and they have none yet. */
        SET_UP
    }

    /** What a typed code turned out to be. */
    public sealed interface Answer {
        /** @param codesLeft recovery codes that are left, when the code was one of them */
        record Right(Optional<Integer> codesLeft) implements Answer {}

        /** Unknown, over, or taken before. */
        record Wrong() implements Answer {}

        /** The app's secret was sealed with a key that this installation has no more: no code can be right. */
        record Unreadable() implements Answer {}

        /** @param left until the next try */
        record Wait(Duration left) implements Answer {}
    }

    /**
     * @param since     when it was confirmed
     * @param codesLeft recovery codes that nobody has used
     */
    public record Standing(Instant since, int codesLeft) {}

    private final SecondFactorStore store;
    private final PasskeyStore passkeys;
    private final Seal seal;
    private final Settings settings;
    private final Throttle throttle;
    private final Trail trail;
    private final InstantSource time;

    SecondFactors(
            SecondFactorStore store,
            PasskeyStore passkeys,
            Seal seal,
            Settings settings,
            Throttle throttle,
            Trail trail,
            InstantSource time) {
        this.store = store;
        this.passkeys = passkeys;
        this.seal = seal;
        this.settings = settings;
        this.throttle = throttle;
        this.trail = trail;
        this.time = time;
    }

    /** Whether this installation wants two factors of whoever has this role. */
    public boolean required(Role role) {
        return role != Role.MEMBER && settings.current().secondFactorForStaff();
    }

    public Demand demand(Person person) {
        if (store.has(person.id())) {
            return Demand.CODE;
        }
        if (!required(person.role())) {
            return Demand.NOTHING;
        }
        return passkeys.of(person.id()).isEmpty() ? Demand.SET_UP : Demand.PASSKEY;
    }

    /** Whether somebody must have a second factor and has none: their programs wait for it, too. */
    public boolean missing(Person person) {
        return demand(person) == Demand.SET_UP;
    }

    /** Absent for whoever has no authenticator app here. */
    public Optional<Standing> standing(PersonId person) {
        return store.standing(person).map(found -> new Standing(found.since(), found.codesLeft()));
    }

    /** Takes a code of the app or a recovery code, each once. Tries are slowed down for each person. */
    public Answer prove(PersonId person, String typed) {
        Instant now = time.instant();
        if (throttle.pass(Throttle.Kind.SECOND_FACTOR, person.toString(), now)
                instanceof Throttle.Pass.Wait(Duration left)) {
            return new Answer.Wait(left);
        }
        Answer answer = RecoveryCodes.looksLike(typed) ? recovery(person, typed, now) : code(person, typed, now);
        if (answer instanceof Answer.Right) {
            throttle.giveBack(Throttle.Kind.SECOND_FACTOR, person.toString(), now);
        } else {
            trail.add(Deed.SIGN_IN_REFUSED, Optional.empty(), Optional.of(person), Map.of());
        }
        return answer;
    }

    private Answer code(PersonId person, String typed, Instant now) {
        Optional<SecondFactorStore.Factor> factor = store.factor(person);
        if (factor.isEmpty()) {
            return new Answer.Wrong();
        }
        Optional<byte[]> secret = seal.open(factor.get().secret(), person.toString());
        if (secret.isEmpty()) {
            return new Answer.Unreadable();
        }
        OptionalLong step = Totp.match(
                secret.get(), typed.replaceAll("\\s+", ""), now, factor.get().lastStep());
        return step.isPresent() && store.use(person, step.getAsLong())
                ? new Answer.Right(Optional.empty())
                : new Answer.Wrong();
    }

    private Answer recovery(PersonId person, String typed, Instant now) {
        if (!store.useCode(person, RecoveryCodes.hash(typed), now)) {
            return new Answer.Wrong();
        }
        int left = store.standing(person)
                .map(SecondFactorStore.Standing::codesLeft)
                .orElse(0);
        trail.add(
                Deed.RECOVERY_CODE_USED,
                Optional.of(person),
                Optional.of(person),
                Map.of("left", Integer.toString(left)));
        return new Answer.Right(Optional.of(left));
    }
}
