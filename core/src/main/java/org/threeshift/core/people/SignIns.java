package org.threeshift.core.people;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Sign-ins, for screens that stay open when they end. */
public interface SignIns {
    /** The sign-in of this thread's request. Asked later, from any thread, it says whose it is; nobody's once it has ended. */
    Supplier<Optional<Person>> current();

    /** What rings when sign-ins of somebody were ended, on whichever node: whatever they hold open asks again at once. */
    static UUID topic(PersonId person) {
        UUID id = person.value();
        return new UUID(id.getMostSignificantBits() ^ 0x5169_6e49_6e73L, id.getLeastSignificantBits());
    }
}
