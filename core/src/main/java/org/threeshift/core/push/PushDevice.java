package org.threeshift.core.push;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser in which somebody allowed messages.
 *
 * @param agent     what it said of itself then; may be empty
 * @param current   whether this node's key is the one for which it was turned on; with another it is not reached from here
 * @param mark      SHA-256 of its endpoint, in base64url: by it a page finds out whether it is its own browser
 * @param reachedAt when its push service last took a message
 */
public record PushDevice(
        UUID id, String agent, boolean current, String mark, Instant addedAt, Optional<Instant> reachedAt) {}
