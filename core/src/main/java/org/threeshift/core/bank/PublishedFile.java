package org.threeshift.core.bank;

import java.time.Instant;

/**
 * The file of a published version, byte for byte.
 *
 * @param checksum SHA-256, 64 hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its checksum, never by equals
record PublishedFile(
        String bankId, int version, String checksum, String fileName, byte[] source, Instant publishedAt) {}
