package org.threeshift.web.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.threeshift.core.people.ZoneNames;
import org.threeshift.web.page.Choice;

/** The time zones that every form offers: UTC, and regions by their city. */
public final class Zones {
    private static final List<Choice> CHOICES = Stream.concat(Stream.of("UTC"), ZoneNames.all().stream())
            .map(id -> new Choice(id, said(id)))
            .toList();

    /** Clocks change twice a year at most, but for odd years of few places. */
    private static final int CHANGES_COMPARED = 4;

    private Zones() {}

    public static List<Choice> choices() {
        return CHOICES;
    }

    /** As people read it, such as “America/New York”. */
    public static String said(String id) {
        return id.replace('_', ' ');
    }

    /** Whether the clocks of two zones show the same from a moment on, for the next two years at least, whatever they showed before. */
    public static boolean alike(ZoneId one, ZoneId other, Instant from) {
        Instant at = from;
        for (int change = 0; change < CHANGES_COMPARED; change++) {
            ZoneOffsetTransition next = one.getRules().nextTransition(at);
            if (!one.getRules().getOffset(at).equals(other.getRules().getOffset(at))
                    || !Objects.equals(next, other.getRules().nextTransition(at))) {
                return false;
            }
            if (next == null) {
                return true;
            }
            at = next.getInstant();
        }
        return true;
    }

    /** Where the server stands, until the browser says better. */
    public static String here() {
        String id = ZoneNames.now(ZoneId.systemDefault().getId());
        return CHOICES.stream().anyMatch(choice -> choice.value().equals(id)) ? id : "UTC";
    }
}
