package org.threeshift.core.notice;

import java.time.Instant;
import java.util.Optional;
import org.threeshift.core.interview.Phase;

/**
 * How an interview stands for one person at the moment at which they are to be told.
 *
 * @param seated      whether they have a part in it
 * @param sheetOwed   whether they owe their sheet
 * @param owed        whether anybody owes one
 * @param neverHeard  whether they were never told of the interview, because what was to tell them of it was dropped
 */
record Standing(Phase phase, Instant startsAt, boolean seated, boolean sheetOwed, boolean owed, boolean neverHeard) {

    /** Whether what a notice says is still so. */
    boolean bears(Waiting notice) {
        return switch (notice.kind()) {
            case BOOKED, CHANGED, TOMORROW, IN_TEN_MINUTES, PARTNER_WAITING ->
                seated && phase == Phase.SCHEDULED && agreed(notice);
            case CANCELLED -> phase == Phase.CANCELLED && !neverHeard;
            case MISSED -> phase == Phase.CANCELLED;
            case SHEET_OWED, SHEET_STILL_OWED -> sheetOwed;
            case SHEETS_MISSING -> owed;
            case SCORECARD_READY -> seated && phase == Phase.PUBLISHED;
            case MATCHED, CONFIRM, RELEASED, WEEKLY_SUMMARY -> true;
        };
    }

    /** Whether the hour of which the notice speaks is the interview's. The database keeps less of a second than the log. */
    private boolean agreed(Waiting notice) {
        return Optional.ofNullable(notice.values().get("at"))
                .map(Instant::parse)
                .filter(at -> at.getEpochSecond() == startsAt.getEpochSecond())
                .isPresent();
    }
}
