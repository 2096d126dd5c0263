package org.threeshift.core.following;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.Shift;

/** By what the rows of a cohort's page are ordered. */
public enum Order {
    NAME,
    STRATEGY,
    ACCOUNTABILITY,
    TEAM,
    /** By the lowest end of a band. */
    LOW,
    CHANGE,
    /** Who was interviewed longest ago, or never, first. */
    ACTIVITY,
    /** Most open sheets first. */
    SHEETS;

    /** Whether it ranks people by what interviewers said of them. */
    public boolean ranks() {
        return switch (this) {
            case STRATEGY, ACCOUNTABILITY, TEAM, LOW, CHANGE -> true;
            case NAME, ACTIVITY, SHEETS -> false;
        };
    }

    /** The order of a name as it stands in an address; {@link #NAME} for any other. */
    public static Order of(String name) {
        for (Order order : values()) {
            if (order.key().equals(name)) {
                return order;
            }
        }
        return NAME;
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an order ranks people by; absent where somebody has no such number, and for orders that do not rank. */
    OptionalDouble number(Followed candidate) {
        return switch (this) {
            case STRATEGY -> candidate.score(Shift.STRATEGY);
            case ACCOUNTABILITY -> candidate.score(Shift.ACCOUNTABILITY);
            case TEAM -> candidate.score(Shift.TEAM);
            case LOW -> candidate.low();
            case CHANGE -> candidate.change();
            case NAME, ACTIVITY, SHEETS -> OptionalDouble.empty();
        };
    }

    /** The first one needs help first. */
    Comparator<Row> comparator() {
        return switch (this) {
            case NAME -> (_, _) -> 0;
            case ACTIVITY -> comparing(row -> row.candidate().lastHeld().orElse(Instant.MIN));
            case SHEETS -> comparingInt(row -> -sheets(row.candidate().activity()));
            case STRATEGY, ACCOUNTABILITY, TEAM, LOW, CHANGE ->
                comparingDouble(row -> number(row.candidate()).orElse(Double.POSITIVE_INFINITY));
        };
    }

    private static int sheets(Optional<Activity> activity) {
        return activity.map(Activity::sheetsOpen).orElse(0);
    }
}
