package org.threeshift.web.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.keys.SecondFactors;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;

/** Whether a session lets somebody in, asked afresh at each request: what changes about a person or the installation counts at once. */
@Component
class Admission {
    /** However busy a session is, after this one signs in again. */
    static final Duration SIGN_IN_LASTS = Duration.ofDays(30);

    /** How long somebody has between two factors. */
    static final Duration HALFWAY_LASTS = Duration.ofMinutes(15);

    private final People people;
    private final SecondFactors factors;
    private final InstantSource time;

    Admission(People people, SecondFactors factors, InstantSource time) {
        this.people = people;
        this.factors = factors;
        this.time = time;
    }

    /** Who is in. */
    Optional<Person> admit(Held held) {
        return held.complete() && within(held, SIGN_IN_LASTS)
                ? people.present(held.person()).filter(person -> enough(held, person))
                : Optional.empty();
    }

    /** Who has shown one factor and must show another: at sign-in, or because the installation wants it since. */
    Optional<Person> halfway(Held held) {
        return within(held, held.complete() ? SIGN_IN_LASTS : HALFWAY_LASTS)
                ? people.present(held.person()).filter(person -> !held.complete() || !enough(held, person))
                : Optional.empty();
    }

    private boolean enough(Held held, Person person) {
        return held.twoFactors() || !factors.required(person.role());
    }

    private boolean within(Held held, Duration limit) {
        return time.instant().isBefore(held.since().plus(limit));
    }
}
