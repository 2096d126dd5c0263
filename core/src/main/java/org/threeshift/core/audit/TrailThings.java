package org.threeshift.core.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What lines of the trail name by an id alone: interviews and cohorts, as people call them. */
@Service
public class TrailThings {
    private final PostgresTrailThings store;

    TrailThings(PostgresTrailThings store) {
        this.store = store;
    }

    /** By id, in one query for each kind; what is gone is missing. */
    public Map<String, String> named(Collection<AuditLine> lines) {
        var names = new HashMap<String, String>();
        names.putAll(store.interviews(ids(lines, "interview")));
        names.putAll(store.cohorts(ids(lines, "cohort")));
        return Map.copyOf(names);
    }

    private static Set<UUID> ids(Collection<AuditLine> lines, String detail) {
        var ids = new HashSet<UUID>();
        lines.forEach(line -> id(line.detail().getOrDefault(detail, "")).ifPresent(ids::add));
        return ids;
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
