package org.threeshift.core.notes;

import java.time.Instant;

/** What somebody noted for themselves in an interview. */
public record Note(String text, Instant savedAt) {}
