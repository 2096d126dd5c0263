package org.threeshift.web.home;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.threeshift.core.interview.InterviewIndex.Entry;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.web.host.NextStep;

/**
 * An interview as one line of a list.
 *
 * @param other   who sits opposite: the candidate, or the host for a candidate
 * @param missing how many sheets it waits for; known to its host alone, once their own is locked
 */
public record Line(Entry entry, String other, Optional<String> host, int missing) {
    /** Turns that are somebody else's. */
    private static final Set<String> WAITING = Set.of("wait", "await", "closed");

    /** The text key of the sentence that says where it stands and whose turn it is. */
    public String state() {
        String chair = entry.seat().name().toLowerCase(Locale.ROOT);
        return switch (entry.phase()) {
            case SCHEDULED -> "home.state.scheduled." + chair;
            case LIVE -> watches() ? "home.state.live." + chair : "home.state.live";
            case DEBRIEFING -> "home.state.debriefing." + chair + "." + turn();
            case PUBLISHED -> watches() ? "home.state.published." + chair : "home.state.published";
            case CANCELLED ->
                "home.state.cancelled."
                        + entry.noShow()
                                .map(absent -> absent.name().toLowerCase(Locale.ROOT))
                                .orElse("by-host");
        };
    }

    /** Whether the reader has to do something before it can go on. */
    public boolean mine() {
        return switch (entry.phase()) {
            case SCHEDULED, PUBLISHED, CANCELLED -> false;
            case LIVE -> !watches();
            // A sheet for training keeps nobody waiting.
            case DEBRIEFING -> !watches() && WAITING.stream().noneMatch(turn()::equals);
        };
    }

    public String href() {
        return entry.phase() == Phase.DEBRIEFING || entry.phase() == Phase.LIVE || entry.phase() == Phase.PUBLISHED
                ? NextStep.of(entry.id(), entry.phase(), entry.seat()).path()
                : "/interviews/" + entry.id();
    }

    /** The day that people call it by. */
    public Instant at() {
        return entry.startsAt();
    }

    /** Whether the reader owes their sheet. */
    boolean owed() {
        return entry.owedSince().isPresent();
    }

    /** Whether the reader only sits in on it. */
    boolean watches() {
        return entry.seat() == Seat.SHADOW || entry.seat() == Seat.OBSERVER;
    }

    /** Whose turn it is while it is written up, as the end of text keys. */
    String turn() {
        if (entry.seat() == Seat.OBSERVER) {
            return "wait";
        }
        if (entry.seat() == Seat.CANDIDATE) {
            return entry.selfScored() ? "wait" : "score";
        }
        if (entry.seat() == Seat.INTERVIEWER && !entry.sheetLocked() && !owed()) {
            return "closed";
        }
        if (!entry.sheetLocked()) {
            return "lock";
        }
        if (!entry.host()) {
            return "wait";
        }
        return entry.selfScored() ? "publish" : "await";
    }
}
