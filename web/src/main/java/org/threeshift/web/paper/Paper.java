package org.threeshift.web.paper;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The paper that somebody has in their printer. */
public enum Paper {
    A4,
    LETTER;

    /** Zones of the United States, Canada and Mexico, where paper is not ISO's. */
    private static final Set<String> LETTER_PLACES = Set.of(
            "New_York",
            "Detroit",
            "Chicago",
            "Denver",
            "Boise",
            "Phoenix",
            "Los_Angeles",
            "Anchorage",
            "Juneau",
            "Toronto",
            "Montreal",
            "Vancouver",
            "Edmonton",
            "Winnipeg",
            "Regina",
            "Halifax",
            "St_Johns",
            "Moncton",
            "Whitehorse",
            "Yellowknife",
            "Iqaluit",
            "Mexico_City",
            "Monterrey",
            "Merida",
            "Cancun",
            "Chihuahua",
            "Hermosillo",
            "Mazatlan",
            "Tijuana",
            "Puerto_Rico");

    /** What is used where the person's clock hangs. A browser's language would say Letter for half of Europe. */
    public static Paper of(ZoneId zone) {
        String id = zone.getId();
        boolean letter = id.startsWith("US/")
                || id.startsWith("Canada/")
                || id.startsWith("Mexico/")
                || id.startsWith("America/Indiana/")
                || id.startsWith("America/Kentucky/")
                || id.startsWith("America/North_Dakota/")
                || id.equals("Pacific/Honolulu")
                || (id.startsWith("America/") && LETTER_PLACES.contains(id.substring("America/".length())));
        return letter ? LETTER : A4;
    }

    /** @param name as in an address: {@code a4} or {@code letter} */
    public static Optional<Paper> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "a4" -> Optional.of(A4);
            case "letter" -> Optional.of(LETTER);
            default -> Optional.empty();
        };
    }

    /** As in an address and in CSS. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
