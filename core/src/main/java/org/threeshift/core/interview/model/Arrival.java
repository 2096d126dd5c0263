package org.threeshift.core.interview.model;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where people stand on their way to an interview that has not begun, by the clock alone. */
public enum Arrival {
    /** Nobody can join yet: everybody prepares. */
    PREPARING,
    /** Whoever comes can join. */
    OPEN,
    /** The agreed time has come. */
    DUE,
    /** Whoever is there is told who is missing. */
    LATE,
    /** Whoever is not there counts as absent. */
    OVERDUE;

    /** Each begins at its very instant. */
    public static Arrival at(Instant startsAt, Instant now) {
        Arrival reached = PREPARING;
        for (Arrival next : values()) {
            if (next != PREPARING && !now.isBefore(next.begins(startsAt))) {
                reached = next;
            }
        }
        return reached;
    }

    /** When joining opens. */
    public static Instant opens(Instant startsAt) {
        return OPEN.begins(startsAt);
    }

    /** When the clock alone changes it next; absent once everything has come. */
    public static Optional<Instant> changes(Instant startsAt, Instant now) {
        return Stream.of(values())
                .filter(next -> next != PREPARING)
                .map(next -> next.begins(startsAt))
                .filter(now::isBefore)
                .findFirst();
    }

    /** Whether the agreed time has passed for long enough to ask where somebody is. */
    public boolean late() {
        return this == LATE || this == OVERDUE;
    }

    private Instant begins(Instant startsAt) {
        return switch (this) {
            case PREPARING -> Instant.MIN;
            case OPEN -> startsAt.minus(Limits.JOINING_OPENS_BEFORE);
            case DUE -> startsAt;
            case LATE -> startsAt.plus(Limits.LATE_AFTER);
            case OVERDUE -> startsAt.plus(Limits.NO_SHOW_AFTER);
        };
    }
}
