package org.threeshift.web.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A provider as somebody reads of it who may be linked to it.
 *
 * @param offered whether this installation still lets people sign in by it
 */
public record ShownProvider(String id, String label, Optional<Instant> linkedAt, boolean offered) {}
