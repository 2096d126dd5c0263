package org.threeshift.core.token;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.people.PersonId;

/** Tokens for tests that need no database. */
final class InMemoryAccessTokenStore implements AccessTokenStore {
    private final Map<ByteBuffer, AccessToken> tokens = new LinkedHashMap<>();

    @Override
    public synchronized void add(AccessToken token, byte[] hash) {
        tokens.put(ByteBuffer.wrap(hash), token);
    }

    @Override
    public synchronized Optional<AccessToken> find(byte[] hash) {
        return Optional.ofNullable(tokens.get(ByteBuffer.wrap(hash)));
    }

    @Override
    public synchronized List<AccessToken> of(PersonId person) {
        return tokens.values().stream()
                .filter(token -> token.person().equals(person))
                .sorted(Comparator.comparing(AccessToken::createdAt)
                        .thenComparing(token -> token.id().value())
                        .reversed())
                .toList();
    }

    @Override
    public synchronized void used(AccessTokenId id, Instant at, Instant before) {
        tokens.replaceAll((_, token) -> token.id().equals(id)
                        && token.lastUsedAt()
                                .filter(last -> !last.isBefore(before))
                                .isEmpty()
                ? new AccessToken(
                        token.id(),
                        token.person(),
                        token.name(),
                        token.scope(),
                        token.createdAt(),
                        token.expiresAt(),
                        Optional.of(at))
                : token);
    }

    @Override
    public synchronized boolean remove(PersonId person, AccessTokenId id) {
        return tokens.values()
                .removeIf(token -> token.person().equals(person) && token.id().equals(id));
    }

    @Override
    public synchronized int removeAll(PersonId person) {
        int before = tokens.size();
        tokens.values().removeIf(token -> token.person().equals(person));
        return before - tokens.size();
    }
}
