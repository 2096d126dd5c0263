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
 * @param invited     whether a mail has asked them to come, so that their calendar may have it
 * @param neverHeard  whether they were never told of the interview, because what was to tell them of it was dropped
 */
record Standing(
        Phase phase,
        Instant startsAt,
        boolean seated,
        boolean sheetOwed,
        boolean owed,
        boolean invited,
        boolean neverHeard) {

    /** Whether what a notice says is still so. */
    boolean bears(Waiting notice) {
        return switch (notice.kind()) {
            case BOOKED, PLANNED, CHANGED, MOVED, CLOCKS_CHANGED, TOMORROW, IN_TEN_MINUTES, PARTNER_WAITING ->
                seated && phase == Phase.SCHEDULED && agreed(notice);
            case CANCELLED -> phase == Phase.CANCELLED && !neverHeard;
            case CALLED_OFF -> phase == Phase.CANCELLED && invited;
            case TAKEN_OFF -> phase == Phase.SCHEDULED && !seated && !neverHeard;
            case MISSED -> phase == Phase.CANCELLED;
            case SHEET_OWED, SHEET_STILL_OWED -> sheetOwed;
            case SHEETS_MISSING -> owed;
            case SCORECARD_READY -> seated && phase == Phase.PUBLISHED;
            case MOVE_ASKED -> seated && phase == Phase.SCHEDULED;
            case MATCHED,
                    CONFIRM,
                    RELEASED,
                    LEFT_OVER,
                    WEEKLY_SUMMARY,
                    EVENING_ASKED,
                    EVENING_PLANNED,
                    EVENING_CHANGED,
                    EVENING_OFF,
                    EVENING_WITHOUT,
                    EVENING_DECLINED,
                    EVENING_GUESTS,
                    TEAM_ASKED,
                    TEAM_JOINED,
                    TEAM_DECLINED -> true;
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
