package org.threeshift.core.consent;

import java.time.Instant;

/** That somebody agreed. */
public record Consent(Subject subject, int version, Instant at) {}
