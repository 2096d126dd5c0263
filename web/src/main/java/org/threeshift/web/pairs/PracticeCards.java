package org.threeshift.web.pairs;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Plan;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecards;

/** What somebody can read while they wait: the first thing on their own last plan that is not done. */
@Component
final class PracticeCards {
    private final Scorecards scorecards;
    private final PracticePlans plans;

    PracticeCards(Scorecards scorecards, PracticePlans plans) {
        this.scorecards = scorecards;
        this.plans = plans;
    }

    /** Absent for whoever has no plan, or has done all of it. */
    Optional<Plan.Item> of(Person person) {
        return scorecards.history(person.id()).stream()
                .findFirst()
                .flatMap(newest -> scorecards.find(newest.interview(), person.id()))
                .flatMap(card -> plans.of(card, person.id()).items().stream()
                        .filter(item -> item.done().isEmpty())
                        .findFirst());
    }
}
