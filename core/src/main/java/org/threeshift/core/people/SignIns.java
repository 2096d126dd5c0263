package org.threeshift.core.people;

import java.util.Optional;
import java.util.function.Supplier;

/** Sign-ins, for screens that stay open when they end. */
public interface SignIns {
    /** The sign-in of this thread's request. Asked later, from any thread, it says whose it is; nobody's once it has ended. */
    Supplier<Optional<Person>> current();
}
