package org.threeshift.core.interview.model;

import java.util.Optional;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** How one thing that an interviewer did is taken back: what stands again afterwards, absent for nothing. */
public sealed interface Reversal {
    String questionId();

    record OfLevel(String questionId, Shift shift, Optional<Level> restored) implements Reversal {}

    record OfTrap(String questionId, String trapId, Optional<TrapJudgement> restored) implements Reversal {}

    record OfProbe(String questionId, Rung rung) implements Reversal {}

    record OfProbeJudgement(String questionId, Rung rung, Optional<Boolean> restored) implements Reversal {}

    record OfHeight(String questionId, Shift shift) implements Reversal {}
}
