package org.threeshift.core.evening;

import java.util.List;
import org.threeshift.core.hours.WallTime;

/**
 * An evening as a coach typed it.
 *
 * @param day    in ISO form, in the coach's zone
 * @param time   as {@code 18:30}
 * @param rounds as {@code bank/round}; all of one bank
 * @param guests ids of the cohort's members
 * @param pass   which of the two is meant where clocks are put back and the time comes twice, as {@link WallTime} names them;
 *               empty where nobody was asked
 */
public record Draft(
        String title,
        String day,
        String time,
        String slotMinutes,
        String breakMinutes,
        String slots,
        String rooms,
        List<String> rounds,
        List<String> guests,
        String note,
        String pass) {
    /** At a time that comes once. */
    public Draft(
            String title,
            String day,
            String time,
            String slotMinutes,
            String breakMinutes,
            String slots,
            String rooms,
            List<String> rounds,
            List<String> guests,
            String note) {
        this(title, day, time, slotMinutes, breakMinutes, slots, rooms, rounds, guests, note, "");
    }

    public Draft {
        rounds = List.copyOf(rounds);
        guests = List.copyOf(guests);
    }
}
