package org.threeshift.core.analysis;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.threeshift.core.analysis.Coefficient.Name;

/** How far a panel agrees, where its levels are enough to tell. */
public sealed interface PanelAgreement {
    /** On so many answers two must have given a level: with fewer the limits cover everything. */
    int LEAST_ANSWERS = 8;

    /** @param answers on how many two or more gave a level */
    record TooLittle(int answers) implements PanelAgreement {}

    /**
     * @param alpha    Krippendorff's, for levels in order, with its bootstrap interval
     * @param complete on how many answers everybody gave a level
     * @param mean     ICC(2, k), of the panel's mean, on those alone; absent where they are fewer than {@link #LEAST_ANSWERS}
     */
    record Found(Coefficient alpha, int complete, Optional<Coefficient> mean) implements PanelAgreement {}

    static PanelAgreement of(Ratings ratings) {
        int answers = ratings.pairable().size();
        if (answers < LEAST_ANSWERS) {
            return new TooLittle(answers);
        }
        Ratings complete = ratings.complete();
        return new Found(
                Alpha.of(List.of(Metric.ORDINAL), ratings, new SplittableRandom(Agreement.SEED))
                        .getFirst(),
                complete.unitCount(),
                complete.unitCount() < LEAST_ANSWERS
                        ? Optional.empty()
                        : Optional.of(Intraclass.of(Name.ICC_2_K, complete)));
    }
}
