package org.threeshift.core.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who wants no invitations from here, whoever types their address. Upper and lower case are the same. */
public interface Unwanted {
    /** Those of the addresses, as they were given, that are to get none. */
    Set<String> among(Collection<String> addresses);

    default boolean holds(String address) {
        return !among(List.of(address)).isEmpty();
    }

    /** The same for an address of which nothing else is known. */
    boolean holds(AddressHash address);

    /** From now on. Does nothing when they have said so before. */
    void keep(AddressHash address, Instant at);

    /** @param hex the SHA-256 of an address in small letters */
    record AddressHash(String hex) {}
}
