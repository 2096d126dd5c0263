package org.threeshift.core.evening;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.erasure.BeforeErasure;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningsAnew.Cause;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.BlockHeard;

/**
 * Keeps evenings in step with what happens elsewhere: whoever is in the cohort no more is on no list of it, and those of whom one
 * blocked the other meet no more. Nobody is told why. A meeting in the slot that is on runs on.
 */
@Service
public class EveningUpkeep implements BlockHeard, BeforeErasure {
    private static final Logger LOG = LoggerFactory.getLogger(EveningUpkeep.class);

    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final EveningPlans plans;
    private final EveningsAnew anew;
    private final TransactionOperations transactions;
    private final InstantSource time;

    EveningUpkeep(
            PostgresEvenings store,
            PostgresGuestLists lists,
            EveningPlans plans,
            EveningsAnew anew,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.lists = lists;
        this.plans = plans;
        this.anew = anew;
        this.transactions = transactions;
        this.time = time;
    }

    /** For the background job; each evening is a transaction of its own, and one that fails keeps no other waiting. */
    public void round() {
        lists.astray(now()).forEach(this::follow);
    }

    private void follow(EveningId id) {
        try {
            each(
                    List.of(id),
                    (evening, transaction) ->
                            anew.gone(evening, lists.gone(evening.id()), Cause.By.ELSEWHERE, now(), transaction));
        } catch (RuntimeException broken) {
            LOG.error("Evening {} could not follow its cohort; the next round tries again", id, broken);
        }
    }

    @Override
    public void blocked(PersonId by, PersonId other) {
        each(lists.with(Set.of(by, other), now()), (evening, transaction) -> {
            if (evening.state() == State.PLANNED && plans.couples(evening, by, other, now())) {
                anew.of(evening, Cause.elsewhere(Set.of()), now(), transaction);
            }
        });
    }

    /** As if they had said no; nobody tells them. */
    @Override
    public void leaves(PersonId person, Instant now) {
        each(lists.with(Set.of(person), now), (evening, transaction) -> {
            Set<PersonId> affected = plans.drop(evening, person, EveningWords.of("told-anew"), now);
            lists.remove(evening.id(), person);
            anew.of(evening, Cause.elsewhere(affected), now, transaction);
        });
    }

    /** All are held before the first one is changed, in one order. */
    private void each(List<EveningId> ids, BiConsumer<Evening, TransactionStatus> change) {
        if (ids.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(transaction -> {
            Instant now = now();
            List<Evening> evenings = ids.stream()
                    .flatMap(id -> store.lock(id).stream())
                    .filter(evening -> evening.state() != State.CALLED_OFF && !evening.over(now))
                    .toList();
            plans.hold(evenings);
            evenings.forEach(evening -> change.accept(evening, transaction));
        });
    }

    /** As the database keeps it. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
