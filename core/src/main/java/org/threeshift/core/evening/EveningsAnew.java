package org.threeshift.core.evening;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /**
     * After what a plan is made anew.
     *
     * @param by      who brought it about
     * @param joined  who says that they come, and is told of their plan in any case
     * @param left    whom the evening takes place without from now on, as they stood to it before
     * @param dropped whose meetings were taken back already
     */
    record Cause(By by, Set<PersonId> joined, Collection<Guest> left, Set<PersonId> dropped) {
        enum By {
            /** Somebody who was asked, of themselves. */
            GUEST,
            COACH,
            /** Whatever else happens in the installation. Nobody is told what. */
            ELSEWHERE
        }

        static Cause elsewhere(Set<PersonId> dropped) {
            return new Cause(By.ELSEWHERE, Set.of(), List.of(), dropped);
        }
    }

    /**
     * By a coach.
     *
     * @param told whoever is told in any case; otherwise those are whose meetings change
     */
    EveningAnswer made(Evening evening, Set<PersonId> told, Instant now) {
        return switch (plans.make(evening, EveningWords.of("told-anew"), now)) {
            case EveningPlans.Came.Refused(var problems) -> new EveningAnswer.Refused(problems);
            case EveningPlans.Came.Made(var affected) -> {
                if (evening.state() == State.ASKING && affected.isEmpty()) {
                    yield EveningAnswer.refused("nobody-meets");
                }
                yield kept(evening, State.PLANNED, affected, new Cause(Cause.By.COACH, told, List.of(), Set.of()), now);
            }
        };
    }

    /**
     * After somebody’s answer, which stands whatever can be made of the plan: where none can be made, what must not be is taken out
     * of the one that there is. Before there is a plan only the list changes. Never refused.
     */
    EveningAnswer of(Evening evening, Cause cause, Instant now, TransactionStatus transaction) {
        if (evening.state() != State.PLANNED) {
            return cause.left().isEmpty()
                    ? new EveningAnswer.Done(evening.id())
                    : kept(evening, evening.state(), Set.of(), cause, now);
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
        return kept(evening, State.PLANNED, affected, cause, now);
    }

    /** Takes people off the list, with all that they have ahead there. */
    EveningAnswer gone(Evening evening, List<Guest> guests, Cause.By by, Instant now, TransactionStatus transaction) {
        Set<PersonId> dropped = new HashSet<>();
        for (Guest guest : guests) {
            dropped.addAll(plans.drop(evening, guest.person(), EveningWords.of("told-anew"), now));
            lists.remove(evening.id(), guest.person());
        }
        var left = guests.stream().filter(Guest::expected).toList();
        return of(evening, new Cause(by, Set.of(), left, dropped), now, transaction);
    }

    private EveningAnswer kept(Evening evening, State state, Set<PersonId> affected, Cause cause, Instant now) {
        Evening after = evening.in(state, evening.reason(), now);
        store.save(after);
        Set<PersonId> told = new HashSet<>(affected);
        told.addAll(cause.joined());
        told.addAll(cause.dropped());
        List<Guest> guests = lists.of(evening.id());
        told.retainAll(guests.stream().filter(Guest::comes).map(Guest::person).toList());
        List<Sitting> sittings = meetings.sittings(evening.id());
        Set<PersonId> newcomers = evening.state() == State.PLANNED ? cause.joined() : told;
        notices.planned(after, told, newcomers, sittings, now);
        notices.without(after, cause, now);
        if (state == State.PLANNED) {
            Set<PersonId> alone = new Seating(evening.shape(), guests, sittings).alone();
            alone.retainAll(told);
            notices.toCoach(after, cause, alone, now);
        }
        return new EveningAnswer.Done(after.id());
    }
}
