package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;

/** Lets some of the cast practise: two days after a scorecard they have done the first of what it asks for, or the first two. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Diligence {
    private static final Duration AFTER = Duration.ofDays(2);
    /** How many items each of them does. */
    private static final Map<String, Integer> DILIGENT = Map.of("nadia", 2, "ingrid", 2, "lian", 1, "rosa", 1);

    private final Scorecards scorecards;
    private final PracticePlans plans;
    private final InstantSource time;

    Diligence(Scorecards scorecards, PracticePlans plans, InstantSource time) {
        this.scorecards = scorecards;
        this.plans = plans;
        this.time = time;
    }

    /** @param cast by their keys in the files */
    void practise(Map<String, Person> cast) {
        DILIGENT.forEach((key, items) -> Optional.ofNullable(cast.get(key))
                .ifPresent(person -> practise(person, scorecards.history(person.id()), items)));
    }

    private void practise(Person person, List<Standing> history, int items) {
        Instant now = time.instant();
        history.stream()
                .filter(standing -> standing.publishedAt().plus(AFTER).isBefore(now))
                .flatMap(standing -> scorecards.find(standing.interview(), person.id()).stream())
                .forEach(card -> card.practice().stream()
                        .limit(items)
                        .forEach(item -> plans.tick(
                                card.interview(),
                                person.id(),
                                item.key(),
                                true,
                                card.publishedAt().plus(AFTER))));
    }
}
