package org.threeshift.web.demonstration;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.web.demonstration.Answer.Trip;
import org.threeshift.web.demonstration.Library.QuestionNotes;
import org.threeshift.web.demonstration.Library.Words;

/**
 * Finds words for one interviewer's notes on one question. Sheets on the same question of the same candidate are numbered,
 * and each number starts elsewhere in the library, so that nobody notes what another one noted.
 *
 * @param facts   the numbers that the answer holds
 * @param earlier how many sheets there are on this question of this candidate from earlier interviews
 * @param seat    which of the interviewers this is, from 0
 * @param panel   how many interviewers there are
 */
record Scribe(
        long seed,
        String candidate,
        String questionId,
        QuestionNotes notes,
        Map<String, String> facts,
        int earlier,
        int seat,
        int panel) {

    /** Notes that fit a level. */
    List<Words> onLevel(Shift shift, Level level, int count) {
        Library.ShiftNotes pool = notes.shifts().get(shift);
        if (pool == null) {
            throw new IllegalArgumentException("The library holds nothing on " + shift + " of " + questionId);
        }
        // What shows a five is told once; after that the notes of a four do.
        boolean told = level == Level.FIVE && earlier + seat > 0;
        List<String> fitting = pool.fitting(told ? Level.FOUR : level);
        return from(fitting, shift + ": " + String.join(" ", fitting), count);
    }

    /** A note that tells how the candidate fell for a trap, or another one on the level when the others have told it. */
    Words onTrap(Trip trip, Level level) {
        Library.TrapNotes pool = notes.traps().get(trip.trapId());
        if (pool == null) {
            throw new IllegalArgumentException("The library holds nothing on the trap " + trip.trapId());
        }
        List<String> told = trip.recovered() ? pool.recovered() : pool.fell();
        return seat < told.size()
                ? from(told, trip.trapId(), 1).getFirst()
                : onLevel(trip.shift(), level, 1).getFirst();
    }

    private List<Words> from(List<String> pool, String name, int count) {
        List<String> shuffled =
                Dice.of(seed, "notes", candidate, questionId, name).shuffled(pool);
        int enough = pool.size() / panel;
        return IntStream.range(0, Math.clamp(count, 1, Math.max(1, enough)))
                .mapToObj(index -> shuffled.get((earlier + seat + index * panel) % shuffled.size()))
                .map(note -> Library.words(note, facts))
                .toList();
    }
}
