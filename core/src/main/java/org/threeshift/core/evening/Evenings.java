package org.threeshift.core.evening;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningsAnew.Cause;
import org.threeshift.core.evening.EveningsAnew.Cause.By;
import org.threeshift.core.evening.Guest.Answer;
import org.threeshift.core.outage.Deadlock;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * What coaches do with the practice evenings of their cohorts, and what those say who are asked. To everybody else there is no such
 * evening.
 */
@Service
public class Evenings {
    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final EveningPlans plans;
    private final EveningDrafts drafts;
    private final EveningsAnew anew;
    private final EveningNotices notices;
    private final Cohorts cohorts;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Evenings(
            PostgresEvenings store,
            PostgresGuestLists lists,
            EveningPlans plans,
            EveningDrafts drafts,
            EveningsAnew anew,
            EveningNotices notices,
            Cohorts cohorts,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.lists = lists;
        this.plans = plans;
        this.drafts = drafts;
        this.anew = anew;
        this.notices = notices;
        this.cohorts = cohorts;
        this.transactions = transactions;
        this.time = time;
    }

    /** Asks people to a new evening. */
    public EveningAnswer plan(Person coach, CohortId cohort, Draft draft) {
        return plan(coach, cohort, draft, now());
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. */
    public EveningAnswer plan(Person coach, CohortId cohort, Draft draft, Instant at) {
        if (!cohorts.coaches(coach.id(), cohort)) {
            return new EveningAnswer.NotThere();
        }
        return inOne(_ -> drafts.plan(coach, cohort, draft, at));
    }

    /**
     * Changes an evening, before it begins. On the same day each answer stands. Where there was a plan it is made anew: two who meet in
     * the same slot as before, for as long and on the same questions, keep that interview, which goes where its evening goes; every
     * other one is taken back. On another day everybody is asked again, and there is no plan until the coach makes one.
     *
     * @param reason for everybody to read; needed once people could see a plan
     */
    public EveningAnswer change(Person coach, EveningId id, Draft draft, String reason) {
        return coached(coach, id, (evening, now, transaction) -> drafts.change(coach, evening, draft, reason, now));
    }

    /** Makes the plan that everybody sees, or makes it anew. */
    public EveningAnswer publish(Person coach, EveningId id) {
        return publish(coach, id, now());
    }

    /** As above, at a stated moment: for demonstrations. */
    public EveningAnswer publish(Person coach, EveningId id, Instant at) {
        return coached(coach, id, at, (evening, now, transaction) -> {
            Set<PersonId> coming = lists.of(id).stream()
                    .filter(Guest::comes)
                    .map(Guest::person)
                    .collect(Collectors.toSet());
            if (coming.size() < 2) {
                return EveningAnswer.refused("few");
            }
            boolean first = evening.state() == State.ASKING;
            return anew.made(evening, first ? coming : Set.of(), now);
        });
    }

    /** Calls an evening off: what has begun goes on, everything else is taken back. */
    public EveningAnswer callOff(Person coach, EveningId id, String reason) {
        return coached(coach, id, (evening, now, transaction) -> {
            Optional<Problem> wrong = Drafting.reason(reason);
            if (wrong.isPresent()) {
                return new EveningAnswer.Refused(List.of(wrong.get()));
            }
            if (!plans.takeBack(evening, EveningWords.of("told-off"), now)) {
                return EveningAnswer.refused("moved-on");
            }
            Evening off = evening.in(State.CALLED_OFF, TypedLine.of(reason), now);
            store.save(off);
            notices.off(off, lists.of(id), now);
            return new EveningAnswer.Done(id);
        });
    }

    /**
     * Somebody is not there, or came after all: what is left of a plan is made anew.
     *
     * @param away whether they are not there
     */
    public EveningAnswer mark(Person coach, EveningId id, PersonId person, boolean away) {
        return coached(
                coach,
                id,
                (evening, now, transaction) -> guest(id, person)
                        .map(guest -> stands(
                                evening,
                                new Guest(person, away ? guest.answer() : Optional.of(Answer.YES), away, guest.since()),
                                guest,
                                By.COACH,
                                now,
                                transaction))
                        .orElseGet(EveningAnswer.NotThere::new));
    }

    /** Takes somebody off the list: they are asked no more, and to them there is no such evening. */
    public EveningAnswer takeOff(Person coach, EveningId id, PersonId person) {
        return coached(
                coach,
                id,
                (evening, now, transaction) -> guest(id, person)
                        .map(guest -> anew.gone(evening, List.of(guest), By.COACH, now, transaction))
                        .orElseGet(EveningAnswer.NotThere::new));
    }

    /** Somebody who was asked says whether they come. Their answer is kept, whatever becomes of a plan. After there is a plan, it is made anew for what is left. */
    public EveningAnswer answer(Person person, EveningId id, boolean comes) {
        return answer(person, id, comes, now());
    }

    /** As above, at a stated moment: for demonstrations. */
    public EveningAnswer answer(Person person, EveningId id, boolean comes, Instant at) {
        return inOne(transaction -> {
            Optional<Evening> evening = store.lock(id);
            Optional<Guest> guest = guest(id, person.id());
            if (evening.isEmpty() || guest.isEmpty()) {
                return new EveningAnswer.NotThere();
            }
            return ended(evening.get(), at)
                    .orElseGet(() -> stands(
                            evening.get(),
                            new Guest(
                                    person.id(),
                                    Optional.of(comes ? Answer.YES : Answer.NO),
                                    false,
                                    guest.get().since()),
                            guest.get(),
                            By.GUEST,
                            at,
                            transaction));
        });
    }

    private EveningAnswer stands(
            Evening evening, Guest after, Guest before, By by, Instant now, TransactionStatus transaction) {
        boolean joins = after.comes() && !before.comes();
        boolean leaves = before.expected() && !after.expected();
        int since = joins && evening.state() == State.PLANNED
                ? Math.min(evening.next(now), evening.shape().slots())
                : after.since();
        lists.save(evening.id(), new Guest(after.person(), after.answer(), after.away(), since), now);
        var cause = new Cause(
                by, joins ? Set.of(after.person()) : Set.of(), leaves ? List.of(before) : List.of(), Set.of());
        return after.comes() != before.comes() || leaves
                ? anew.of(evening, cause, now, transaction)
                : new EveningAnswer.Done(evening.id());
    }

    private Optional<Guest> guest(EveningId id, PersonId person) {
        return lists.of(id).stream().filter(one -> one.person().equals(person)).findFirst();
    }

    private interface Change {
        EveningAnswer of(Evening evening, Instant now, TransactionStatus transaction);
    }

    private EveningAnswer coached(Person coach, EveningId id, Change change) {
        return coached(coach, id, now(), change);
    }

    private EveningAnswer coached(Person coach, EveningId id, Instant now, Change change) {
        return inOne(transaction -> store.lock(id)
                .filter(evening -> cohorts.coaches(coach.id(), evening.cohort()))
                .map(evening -> ended(evening, now).orElseGet(() -> change.of(evening, now, transaction)))
                .orElseGet(EveningAnswer.NotThere::new));
    }

    private static Optional<EveningAnswer> ended(Evening evening, Instant now) {
        if (evening.state() == State.CALLED_OFF) {
            return Optional.of(EveningAnswer.refused("off"));
        }
        return evening.over(now) ? Optional.of(EveningAnswer.refused("over")) : Optional.empty();
    }

    private EveningAnswer inOne(Function<TransactionStatus, EveningAnswer> work) {
        return Deadlock.again(() -> Objects.requireNonNull(transactions.execute(status -> {
            EveningAnswer answer = work.apply(status);
            if (!(answer instanceof EveningAnswer.Done)) {
                status.setRollbackOnly();
            }
            return answer;
        })));
    }

    /** As the database keeps it. */
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
