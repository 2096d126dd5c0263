package org.threeshift.core.bank;

import java.time.Instant;

/** One published version of a bank, without what it holds. */
public record PublishedVersion(int number, String fileName, Instant publishedAt) {}
