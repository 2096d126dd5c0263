package org.threeshift.core.people;

import java.util.Optional;

/** Who is asking, as far as the face knows: signed in, or nobody. Fresh from the store at each call. */
@FunctionalInterface
public interface CurrentPerson {
    Optional<Person> get();

    /** @throws IllegalStateException when nobody is signed in; only for places that sign-in already guards */
    default Person required() {
        return get().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }
}
