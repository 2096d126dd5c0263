package org.threeshift.core.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.threeshift.core.people.PersonId;

/** Where links to providers are kept, and offers of links that nobody has agreed to yet. */
interface ProviderLinkStore {
    /** An offer: agreed to by its id from inside the account, or by the token that was mailed. */
    record Offer(
            UUID id,
            String provider,
            String subject,
            PersonId person,
            String email,
            Instant madeAt,
            Instant expiresAt) {}

    Optional<PersonId> personOf(String provider, String subject);

    /** In the order in which they were linked. */
    List<ProviderLink> of(PersonId person);

    /** @return false when either side is linked already: the identity to somebody, or the person to the provider */
    boolean add(ProviderLink link);

    /** @return whether there was such a link */
    boolean remove(PersonId person, String provider);

    void used(String provider, String subject, Instant at);

    /** In the place of earlier ones of the person; forgets those that are over, too. */
    void putOffer(Offer offer, byte[] tokenHash);

    /** @return absent for an offer that is unknown, over or another's */
    Optional<Offer> offer(UUID id, PersonId person, Instant now);

    /** @return absent for an offer that is unknown or over */
    Optional<Offer> offer(byte[] tokenHash, Instant now);

    /** @return false when somebody took it meanwhile */
    boolean endOffer(UUID id);
}
