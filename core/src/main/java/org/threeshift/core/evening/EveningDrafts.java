package org.threeshift.core.evening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Makes of what a coach typed a new evening, or changes one. In the caller's transaction, in which nobody else changes the evening, and
 * which the caller rolls back after a refusal.
 */
@Component
class EveningDrafts {
    private final PostgresEvenings store;
    private final PostgresGuestLists lists;
    private final PostgresMeetings meetings;
    private final EveningPlans plans;
    private final StandingMeetings interviews;
    private final EveningNotices notices;
    private final Coaching coaching;
    private final Banks banks;
    private final Ids ids;

    EveningDrafts(
            PostgresEvenings store,
            PostgresGuestLists lists,
            PostgresMeetings meetings,
            EveningPlans plans,
            StandingMeetings interviews,
            EveningNotices notices,
            Coaching coaching,
            Banks banks,
            Ids ids) {
        this.store = store;
        this.lists = lists;
        this.meetings = meetings;
        this.plans = plans;
        this.interviews = interviews;
        this.notices = notices;
        this.coaching = coaching;
        this.banks = banks;
        this.ids = ids;
    }

    EveningAnswer plan(Person coach, CohortId cohort, Draft draft, Instant now) {
        var drafting = new Drafting(banks.newestOfAll(), coach.zone(), now);
        Optional<Drafting.Read> read = drafting.read(draft, members(coach, cohort), Set.of());
        if (read.isEmpty()) {
            return new EveningAnswer.Refused(drafting.problems());
        }
        var evening = evening(new EveningId(ids.next()), cohort, coach.id(), read.get(), State.ASKING, "", 0, now);
        store.add(evening);
        store.deal(evening.id(), read.get().decks());
        notices.asked(evening, lists.ask(evening.id(), read.get().guests()), now);
        return new EveningAnswer.Done(evening.id());
    }

    EveningAnswer change(Person coach, Evening before, Draft draft, String reason, Instant now) {
        if (before.begun(now)) {
            return EveningAnswer.refused("begun");
        }
        List<Guest> guests = lists.of(before.id());
        Set<PersonId> asked = guests.stream().map(Guest::person).collect(Collectors.toSet());
        var drafting = new Drafting(banks.newestOfAll(), before.agreed().zone(), now);
        Optional<Drafting.Read> read = drafting.read(draft, members(coach, before.cohort()), asked);
        List<Problem> problems = new ArrayList<>(drafting.problems());
        if (before.state() == State.PLANNED || !reason.isBlank()) {
            Drafting.reason(reason).ifPresent(problems::add);
        }
        if (read.isEmpty() || !problems.isEmpty()) {
            return new EveningAnswer.Refused(problems);
        }
        Evening same = evening(
                before.id(),
                before.cohort(),
                coach.id(),
                read.get(),
                before.state(),
                TypedLine.of(reason),
                before.version() + 1,
                now);
        return before.day().equals(same.day())
                ? onThatDay(before, same, read.get(), guests, now)
                : onAnother(before, same.asking(), read.get(), asked, now);
    }

    private EveningAnswer onThatDay(
            Evening before, Evening after, Drafting.Read read, List<Guest> guests, Instant now) {
        StandingMeetings.Before standing = interviews.before(before);
        List<PersonId> newcomers = saved(after, read);
        if (after.state() == State.PLANNED
                && plans.follow(standing, after, EveningWords.of("told-changed"), now)
                        instanceof EveningPlans.Came.Refused(var standsInTheWay)) {
            return new EveningAnswer.Refused(standsInTheWay);
        }
        notices.changed(after, before.span(), before.note(), guests, meetings.sittings(after.id()), now);
        notices.asked(after, newcomers, now);
        return new EveningAnswer.Done(after.id());
    }

    /** Nobody has said that they come on that day: all that was planned is taken back, and everybody is asked again. */
    private EveningAnswer onAnother(
            Evening before, Evening after, Drafting.Read read, Set<PersonId> asked, Instant now) {
        if (!plans.takeBack(before, EveningWords.of("told-changed"), now)) {
            return EveningAnswer.refused("moved-on");
        }
        lists.askAgain(before.id());
        List<PersonId> newcomers = saved(after, read);
        notices.askedAgain(after, before, asked, now);
        notices.asked(after, newcomers, now);
        return new EveningAnswer.Done(after.id());
    }

    /** @return who was not asked before */
    private List<PersonId> saved(Evening after, Drafting.Read read) {
        store.save(after);
        store.deal(after.id(), read.decks());
        return lists.ask(after.id(), read.guests());
    }

    private Set<PersonId> members(Person coach, CohortId cohort) {
        return coaching.find(cohort, coach)
                .map(page -> page.cohort().members().stream().map(Person::id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Evening evening(
            EveningId id,
            CohortId cohort,
            PersonId coach,
            Drafting.Read read,
            State state,
            String reason,
            int version,
            Instant at) {
        return new Evening(
                id, cohort, coach, read.title(), read.note(), read.agreed(), read.shape(), state, reason, version, at);
    }
}
