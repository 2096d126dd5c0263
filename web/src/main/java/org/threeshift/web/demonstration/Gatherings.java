package org.threeshift.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.cohort.Cohort;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.evening.Draft;
import org.threeshift.core.evening.EveningAnswer;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.Evenings;
import org.threeshift.core.people.Person;

/** Plans a practice evening in the coach's cohort: all but one have said yes, and the plan stands. */
@Component
@ConditionalOnBooleanProperty("threeshift.demonstration")
final class Gatherings {
    private static final Duration AHEAD = Duration.ofDays(12);

    private final Evenings evenings;
    private final Cohorts cohorts;
    private final InstantSource time;

    Gatherings(Evenings evenings, Cohorts cohorts, InstantSource time) {
        this.evenings = evenings;
        this.cohorts = cohorts;
        this.time = time;
    }

    /** @param undecided who has not answered yet, and is not in the plan */
    void plan(Person coach, Person undecided, Bank bank) {
        Optional<Cohort> cohort = cohorts.of(coach.id()).stream().findFirst();
        cohort.ifPresent(found -> {
            if (evenings.plan(coach, found.id(), draft(coach, found, bank)) instanceof EveningAnswer.Done(var id)) {
                answer(found, undecided, id);
                evenings.publish(coach, id);
            }
        });
    }

    private void answer(Cohort cohort, Person undecided, EveningId id) {
        cohort.members().stream()
                .filter(member -> !member.id().equals(undecided.id()))
                .forEach(member -> evenings.answer(member, id, true));
    }

    private Draft draft(Person coach, Cohort cohort, Bank bank) {
        Instant then = time.instant().plus(AHEAD);
        return new Draft(
                "Both chairs, twice over",
                LocalDate.ofInstant(then, coach.zone()).toString(),
                "18:30",
                "40",
                "10",
                "3",
                "4",
                bank.rounds().stream()
                        .map(round -> bank.id() + "/" + round.id())
                        .toList(),
                cohort.members().stream().map(member -> member.id().toString()).toList(),
                "Bring one answer that you have not given to anybody yet. Tea afterwards.");
    }
}
