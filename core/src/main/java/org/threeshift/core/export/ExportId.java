package org.threeshift.core.export;

import java.util.Optional;
import java.util.UUID;

/** A data export's id (UUIDv7). It opens nothing by itself. */
public record ExportId(UUID value) {
    /** Absent when the text is no UUID. */
    public static Optional<ExportId> parse(String text) {
        try {
            return Optional.of(new ExportId(UUID.fromString(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
