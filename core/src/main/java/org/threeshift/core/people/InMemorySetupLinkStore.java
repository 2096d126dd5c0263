package org.threeshift.core.people;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.SetupLinks.Purpose;

/** One-time links for tests that need no database. */
final class InMemorySetupLinkStore implements SetupLinkStore {
    private final Map<ByteBuffer, Link> links = new LinkedHashMap<>();

    @Override
    public synchronized void replace(Link link, byte[] hash) {
        links.values()
                .removeIf(old -> old.purpose() == link.purpose()
                        && old.person().equals(link.person())
                        && old.usedAt().isEmpty());
        links.put(ByteBuffer.wrap(hash), link);
    }

    @Override
    public synchronized Optional<Link> find(byte[] hash) {
        return Optional.ofNullable(links.get(ByteBuffer.wrap(hash)));
    }

    @Override
    public synchronized boolean use(byte[] hash, Purpose purpose, Instant at) {
        Optional<Link> usable = find(hash)
                .filter(link -> link.purpose() == purpose && link.usedAt().isEmpty() && at.isBefore(link.expiresAt()));
        usable.ifPresent(link -> links.put(
                ByteBuffer.wrap(hash),
                new Link(purpose, link.person(), link.createdAt(), link.expiresAt(), Optional.of(at))));
        return usable.isPresent();
    }
}
