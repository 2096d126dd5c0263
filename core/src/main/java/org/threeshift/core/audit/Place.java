package org.threeshift.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a page of the trail begins: after the line of this moment and number, the newest line being the first. */
public record Place(Instant at, long id) {
    /** What {@link #toString} wrote; absent for anything else. */
    public static Optional<Place> parse(String text) {
        int dash = text.indexOf('_');
        try {
            return dash < 0
                    ? Optional.empty()
                    : Optional.of(new Place(
                            Instant.parse(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1))));
        } catch (DateTimeException | NumberFormatException noPlace) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
