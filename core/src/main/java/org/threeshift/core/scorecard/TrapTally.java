package org.threeshift.core.scorecard;

import java.util.List;
import java.util.OptionalDouble;
import org.threeshift.core.rubric.TrapJudgement;

/** How many of the traps that were set became of what, by their overall judgement. */
public record TrapTally(int avoided, int recovered, int fell) {

    static TrapTally of(List<QuestionCard> questions) {
        return new TrapTally(
                count(questions, TrapJudgement.AVOIDED),
                count(questions, TrapJudgement.RECOVERED),
                count(questions, TrapJudgement.FELL));
    }

    private static int count(List<QuestionCard> questions, TrapJudgement judgement) {
        return (int) questions.stream()
                .flatMap(question -> question.traps().stream())
                .filter(trap -> trap.overall().filter(judgement::equals).isPresent())
                .count();
    }

    public int total() {
        return avoided + recovered + fell;
    }

    /** How many they stepped into, whether or not they climbed out again. */
    public int in() {
        return recovered + fell;
    }

    /** recovered / (recovered + fell), from 0 to 1; absent for somebody who was in no trap. */
    public OptionalDouble recoveryRate() {
        return in() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) recovered / in());
    }
}
