package org.threeshift.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.threeshift.core.people.PersonId;

/**
 * Which coach of a team takes an hour that several have free: whoever has the fewest sessions on the page of the last 28 days and of
 * those ahead; among these whoever was booked longest ago, first whoever never was; then by their id, so that the same is always chosen.
 */
public final class FairChoice {
    /** How long a session counts after it began. */
    public static final Duration LATELY = Duration.ofDays(28);

    private FairChoice() {}

    /** @param last when they were last booked; {@link Instant#MIN} for never */
    public record Load(int sessions, Instant last) {
        public static final Load NONE = new Load(0, Instant.MIN);
    }

    /** In the order in which they are asked. Whoever has no load was never booked. */
    public static List<PersonId> order(Collection<PersonId> coaches, Map<PersonId, Load> loads) {
        Comparator<PersonId> fewest = Comparator.comparingInt(
                coach -> loads.getOrDefault(coach, Load.NONE).sessions());
        return coaches.stream()
                .sorted(fewest.thenComparing(
                                coach -> loads.getOrDefault(coach, Load.NONE).last())
                        .thenComparing(PersonId::value))
                .toList();
    }
}
