package org.threeshift.core.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Share links for tests of what stands on them. */
final class InMemoryShares implements ShareStore {
    private final Map<String, Share> shares = new HashMap<>();
    private final Map<String, Instant> visits = new HashMap<>();

    @Override
    public synchronized void add(Share share, byte[] hash) {
        shares.put(key(hash), share);
    }

    @Override
    public synchronized Optional<Share> find(byte[] hash) {
        return Optional.ofNullable(shares.get(key(hash)));
    }

    @Override
    public synchronized List<Share> of(PersonId owner, int limit) {
        return newestFirst().stream()
                .filter(share -> share.owner().equals(owner))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Share> of(PersonId owner, InterviewId interview) {
        return newestFirst().stream()
                .filter(share ->
                        share.owner().equals(owner) && share.interview().equals(interview))
                .toList();
    }

    @Override
    public synchronized boolean revoke(ShareId id, PersonId owner, Instant at) {
        Optional<Share> found = newestFirst().stream()
                .filter(share -> share.id().equals(id)
                        && share.owner().equals(owner)
                        && share.revokedAt().isEmpty())
                .findFirst();
        found.ifPresent(share -> replace(new Share(
                share.id(),
                share.interview(),
                share.owner(),
                share.label(),
                share.part(),
                share.naming(),
                share.madeAt(),
                share.expiresAt(),
                Optional.of(at),
                share.opened(),
                share.openedAt())));
        return found.isPresent();
    }

    @Override
    public synchronized void visit(ShareId id, byte[] visitor, Instant at, Instant countedBefore) {
        visits.values().removeIf(counted -> !counted.isAfter(countedBefore));
        if (visits.keySet().stream().filter(key -> key.startsWith(id + " ")).count() >= MOST_AT_ONCE) {
            return;
        }
        String key = id + " " + key(visitor);
        Optional<Instant> last = Optional.ofNullable(visits.get(key));
        if (last.filter(counted -> counted.isAfter(countedBefore)).isPresent()) {
            return;
        }
        visits.put(key, at);
        newestFirst().stream()
                .filter(share -> share.id().equals(id))
                .findFirst()
                .ifPresent(share -> replace(new Share(
                        share.id(),
                        share.interview(),
                        share.owner(),
                        share.label(),
                        share.part(),
                        share.naming(),
                        share.madeAt(),
                        share.expiresAt(),
                        share.revokedAt(),
                        share.opened() + 1,
                        Optional.of(at))));
    }

    private void replace(Share changed) {
        shares.replaceAll((_, share) -> share.id().equals(changed.id()) ? changed : share);
    }

    private List<Share> newestFirst() {
        var all = new ArrayList<>(shares.values());
        all.sort(Comparator.comparing(Share::madeAt)
                .thenComparing(share -> share.id().value())
                .reversed());
        return all;
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
