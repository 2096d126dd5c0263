package org.threeshift.core.entry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody who is not signed in asked for by an address, which may be anybody's or nobody's.
 *
 * @param details what is needed besides, by name; see {@link EntryRequests}
 */
record EntryRequest(UUID id, Kind kind, String email, Map<String, String> details, Instant askedAt) {
    enum Kind {
        SIGN_IN_LINK,
        RESET,
        REGISTER,
        RESEND
    }

    EntryRequest {
        details = Map.copyOf(details);
    }

    String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
