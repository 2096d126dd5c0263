package org.threeshift.core.scorecard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.threeshift.core.bank.Question;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/**
 * What became of one question, with its guide, which may be shown now.
 *
 * @param number  1 for the first one posed
 * @param after   from the start of the interview to posing it
 * @param spent   time on the table
 * @param shifts  the shifts it probes, the primary one first
 * @param evidence from all locked sheets, in order of time
 * @param held    the highest rung whose probe the answer held; absent when none was asked, judged or held
 */
public record QuestionCard(
        int number,
        Question question,
        Duration after,
        Duration spent,
        List<ShiftLevels> shifts,
        List<TrapCard> traps,
        List<Note> evidence,
        List<Rung> asked,
        Optional<Rung> held) {
    public QuestionCard {
        shifts = List.copyOf(shifts);
        traps = List.copyOf(traps);
        evidence = List.copyOf(evidence);
        asked = List.copyOf(asked);
    }

    public Optional<ShiftLevels> on(Shift shift) {
        return shifts.stream().filter(levels -> levels.shift() == shift).findFirst();
    }

    /**
     * The levels on one shift.
     *
     * @param mean over the interviewers who observed it, from 1 to 5; absent when nobody did
     * @param self the candidate's own level, absent when they gave none
     * @param met  the anchor at the mean rounded down: all of it was shown
     * @param next the anchor one level above, absent at the top and when nothing was observed
     * @param timeToAltitude from posing the question to reaching the leader's side, median over the interviewers who marked it
     */
    public record ShiftLevels(
            Shift shift,
            List<Given> given,
            OptionalDouble mean,
            Optional<Level> self,
            Optional<Anchor> met,
            Optional<Anchor> next,
            Optional<Duration> timeToAltitude) {
        public ShiftLevels {
            given = List.copyOf(given);
        }
    }

    public record Given(PersonId interviewer, Level level) {}

    /** @param text what an answer at this level sounds like */
    public record Anchor(Level level, String text) {}

    /**
     * What became of a trap.
     *
     * @param overall what most interviewers said; when as many said different things, the worse of them, because a trap that
     *                one listener heard is worth practising. Absent when nobody judged.
     */
    public record TrapCard(Question.Trap trap, List<Judged> judged, Optional<TrapJudgement> overall) {
        public TrapCard {
            judged = List.copyOf(judged);
        }

        public boolean unanimous() {
            return judged.stream().map(Judged::judgement).distinct().count() < 2;
        }
    }

    public record Judged(PersonId interviewer, TrapJudgement judgement) {}

    /** @param after since the start of the interview; negative for a note that was taken before */
    public record Note(PersonId interviewer, String text, Duration after, boolean revised) {}
}
