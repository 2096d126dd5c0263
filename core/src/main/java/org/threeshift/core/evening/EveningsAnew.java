package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.people.PersonId;

/** Makes plans anew, keeps them, and tells whoever that concerns. In a transaction in which nobody else changes the evening. */
@Component
class EveningsAnew {
    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final EveningPlans plans;
    private final EveningNotices notices;

    EveningsAnew(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            EveningPlans plans,
            EveningNotices notices) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.plans = plans;
        this.notices = notices;
    }

    /** @param told whoever is told in any case; otherwise those are whose meetings change */
    EveningAnswer made(Evening evening, Collection<PersonId> told, Instant now) {
        return switch (plans.make(evening, EveningWords.of("told-anew"), now)) {
            case EveningPlans.Came.Refused(var problems) -> new EveningAnswer.Refused(problems);
            case EveningPlans.Came.Made(var affected) -> {
                if (evening.state() == State.ASKING && affected.isEmpty()) {
                    yield EveningAnswer.refused("nobody-meets");
                }
                yield kept(evening, State.PLANNED, affected, told, Set.of(), now);
            }
        };
    }

    /**
     * After somebody’s answer, which stands whatever can be made of the plan: where none can be made, what must not be is taken out
     * of the one that there is. Before there is a plan only the list changes. Never refused.
     *
     * @param without whom the evening takes place without from now on
     */
    EveningAnswer of(
            Evening evening,
            Collection<PersonId> told,
            Collection<PersonId> without,
            Instant now,
            TransactionStatus transaction) {
        if (evening.state() != State.PLANNED) {
            return without.isEmpty()
                    ? new EveningAnswer.Done(evening.id())
                    : kept(evening, evening.state(), Set.of(), Set.of(), without, now);
        }
        Object before = transaction.createSavepoint();
        Set<PersonId> affected;
        if (plans.make(evening, EveningWords.of("told-anew"), now) instanceof EveningPlans.Came.Made(var changed)) {
            affected = changed;
        } else {
            transaction.rollbackToSavepoint(before);
            affected = plans.drop(evening, EveningWords.of("told-anew"), now);
        }
        transaction.releaseSavepoint(before);
        return kept(evening, State.PLANNED, affected, told, without, now);
    }

    /** Takes people off the list, with all that they have ahead there. */
    EveningAnswer gone(Evening evening, List<Guest> guests, Instant now, TransactionStatus transaction) {
        Set<PersonId> affected = new HashSet<>();
        for (Guest guest : guests) {
            affected.addAll(plans.drop(evening, guest.person(), EveningWords.of("told-anew"), now));
            lists.remove(evening.id(), guest.person());
        }
        return of(evening, affected, EveningNotices.expected(guests), now, transaction);
    }

    private EveningAnswer kept(
            Evening evening,
            State state,
            Collection<PersonId> affected,
            Collection<PersonId> told,
            Collection<PersonId> without,
            Instant now) {
        Evening after = evening.in(state, evening.reason(), now);
        store.save(after);
        Set<PersonId> all = new HashSet<>(affected);
        all.addAll(told);
        all.retainAll(lists.of(evening.id()).stream()
                .filter(Guest::comes)
                .map(Guest::person)
                .collect(Collectors.toSet()));
        notices.planned(after, all, meetings.sittings(evening.id()), now);
        notices.without(after, without, now);
        return new EveningAnswer.Done(after.id());
    }
}
