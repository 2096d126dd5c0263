package org.threeshift.core.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What travels: which node rang for which topics. PostgreSQL carries up to 8,000 bytes at once. */
record PostgresRing(UUID node, List<UUID> topics) {
    private static final int TOPICS = 200;
    private static final int ID_LENGTH = 36;

    PostgresRing {
        topics = List.copyOf(topics);
    }

    static List<PostgresRing> of(UUID node, Collection<UUID> topics) {
        List<UUID> all = List.copyOf(topics);
        var rings = new ArrayList<PostgresRing>();
        for (int from = 0; from < all.size(); from += TOPICS) {
            rings.add(new PostgresRing(node, all.subList(from, Math.min(from + TOPICS, all.size()))));
        }
        return rings;
    }

    /** Empty for what no bell has written. */
    static Optional<PostgresRing> parse(String payload) {
        String[] ids = payload.split(" ", -1);
        if (ids.length < 2 || Arrays.stream(ids).anyMatch(id -> id.length() != ID_LENGTH)) {
            return Optional.empty();
        }
        try {
            List<UUID> parsed = Arrays.stream(ids).map(UUID::fromString).toList();
            return Optional.of(new PostgresRing(parsed.getFirst(), parsed.subList(1, parsed.size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String payload() {
        return node + topics.stream().map(topic -> " " + topic).collect(Collectors.joining());
    }
}
