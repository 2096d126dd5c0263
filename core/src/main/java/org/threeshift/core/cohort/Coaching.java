package org.threeshift.core.cohort;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.cohort.Membership.Ending;
import org.threeshift.core.id.Ids;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Role;

/** The coach's side of cohorts: making them, asking people in, taking them out, sharing them with other coaches. */
@Service
public class Coaching {
    private final PostgresCohortStore store;
    private final Cohorts cohorts;
    private final People people;
    private final Optional<Newcomers> newcomers;
    private final CohortNews news;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final InstantSource time;

    Coaching(
            PostgresCohortStore store,
            Cohorts cohorts,
            People people,
            Optional<Newcomers> newcomers,
            CohortNews news,
            TransactionOperations transactions,
            Ids ids,
            InstantSource time) {
        this.store = store;
        this.cohorts = cohorts;
        this.people = people;
        this.newcomers = newcomers;
        this.news = news;
        this.transactions = transactions;
        this.ids = ids;
        this.time = time;
    }

    /** A new cohort of the coach's own. */
    public Outcome open(Person coach, String name) {
        return open(coach, name, time.instant());
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. */
    public Outcome open(Person coach, String name, Instant at) {
        if (coach.role() != Role.COACH) {
            return new Outcome.Refused(Refusal.ONLY_COACHES_MAKE_ONE);
        }
        String tidied = Entry.tidyName(name);
        Optional<Refusal> wrong = Entry.name(tidied).map(Coaching::refusal);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        var id = new CohortId(ids.next());
        store.add(id, tidied, coach.id(), at);
        return new Outcome.Done(id);
    }

    public Outcome rename(Person coach, CohortId cohort, String name) {
        String tidied = Entry.tidyName(name);
        return Entry.name(tidied)
                .<Outcome>map(problem -> followed(coach, cohort, _ -> new Outcome.Refused(refusal(problem))))
                .orElseGet(() -> followed(coach, cohort, _ -> {
                    store.rename(cohort, tidied);
                    return new Outcome.Done(cohort);
                }));
    }

    /** Ends the cohort for good: nobody is in it any more, and what was held until now stays visible. Owner only. */
    public Outcome archive(Person coach, CohortId cohort) {
        return owned(coach, cohort, found -> {
            store.archive(cohort, time.instant());
            news.ended(found, coach);
            newcomers.ifPresent(some -> some.end(cohort, Optional.empty()));
            return new Outcome.Done(cohort);
        });
    }

    /** Another coach follows the cohort too, and sees all that this one sees. Owner only. */
    public Outcome share(Person coach, CohortId cohort, PersonId other) {
        return share(coach, cohort, other, time.instant(), true);
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. Nobody is told. */
    public Outcome share(Person coach, CohortId cohort, PersonId other, Instant at) {
        return share(coach, cohort, other, at, false);
    }

    private Outcome share(Person coach, CohortId cohort, PersonId other, Instant at, boolean told) {
        return owned(coach, cohort, found -> {
            Optional<Person> wanted = people.present(other).filter(one -> one.role() == Role.COACH);
            if (wanted.isEmpty()
                    || found.members().stream().anyMatch(member -> member.id().equals(other))) {
                return new Outcome.Refused(Refusal.NO_COACH);
            }
            if (!store.coaches(cohort).contains(other)) {
                store.addCoach(cohort, other, at);
                if (told) {
                    news.shared(found, coach, wanted.get(), at);
                }
            }
            return new Outcome.Done(cohort);
        });
    }

    /** A coach follows it no more: the owner takes any other off, and everybody takes themselves off. */
    public Outcome takeOff(Person coach, CohortId cohort, PersonId other) {
        return followed(coach, cohort, found -> {
            if (found.isOwner(other)) {
                return new Outcome.Refused(Refusal.OWNER_STAYS);
            }
            if (!found.isOwner(coach.id()) && !other.equals(coach.id())) {
                return new Outcome.Refused(Refusal.ONLY_OWNER);
            }
            if (store.coaches(cohort).contains(other)) {
                store.removeCoach(cohort, other);
                news.takenOff(found, coach, other);
            }
            return new Outcome.Done(cohort);
        });
    }

    /** Makes one of the other coaches the owner. Owner only. */
    public Outcome passOn(Person coach, CohortId cohort, PersonId other) {
        return owned(coach, cohort, found -> {
            if (!store.coaches(cohort).contains(other)
                    || people.present(other)
                            .filter(one -> one.role() == Role.COACH)
                            .isEmpty()) {
                return new Outcome.Refused(Refusal.NO_COACH);
            }
            store.passOn(cohort, other);
            news.passedOn(found, coach, other);
            return new Outcome.Done(cohort);
        });
    }

    /** Asks somebody to join, by their address: who has an account gets a question, everybody else an invitation. */
    public Outcome ask(Person coach, CohortId cohort, String email, About about) {
        return followed(coach, cohort, found -> ask(coach, found, email, about, time.instant(), true));
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. Nobody is told. */
    public Outcome ask(Person coach, CohortId cohort, String email, About about, Instant at) {
        return followed(coach, cohort, found -> ask(coach, found, email, about, at, false));
    }

    /** For whoever is known to follow it. */
    Outcome ask(Person coach, Cohort cohort, String email, About about, Instant at, boolean told) {
        String tidied = Entry.tidyEmail(email);
        Optional<Refusal> wrong = Entry.email(tidied).map(Coaching::refusal);
        if (wrong.isPresent()) {
            return new Outcome.Refused(wrong.get());
        }
        if (cohort.archived()) {
            return new Outcome.Refused(Refusal.ARCHIVED);
        }
        return people.findByEmail(tidied)
                .map(person -> askMember(coach, cohort, person, about, at, told))
                .orElseGet(() -> askNewcomer(coach, cohort.id(), tidied, about, at));
    }

    /** Sends an invitation once more that was not answered. */
    public Outcome remind(Person coach, CohortId cohort, UUID membership) {
        return followed(
                coach,
                cohort,
                found -> store.memberships(cohort).stream()
                        .filter(one -> one.id().equals(membership) && one.open())
                        .findFirst()
                        .map(one -> send(coach, found, one))
                        .orElseGet(Outcome.NotThere::new));
    }

    /** Takes an invitation back that was not answered. */
    public Outcome withdraw(Person coach, CohortId cohort, UUID membership) {
        return end(coach, cohort, membership, Ending.WITHDRAWN);
    }

    /** Takes a member out, with the same effect as if they had left. */
    public Outcome takeOut(Person coach, CohortId cohort, UUID membership) {
        return end(coach, cohort, membership, Ending.TAKEN_OUT);
    }

    /** A cohort with everybody who was ever asked; absent for whoever does not follow it. */
    public Optional<CohortPage> find(CohortId cohort, Person coach) {
        return follows(coach, cohort).map(found -> {
            List<Membership> memberships = store.memberships(cohort);
            List<PersonId> coaches = store.coaches(cohort);
            Set<PersonId> wanted = new HashSet<>(coaches);
            memberships.forEach(one -> {
                one.person().ifPresent(wanted::add);
                wanted.add(one.askedBy());
            });
            var known = cohorts.byId(wanted);
            return new CohortPage(
                    found,
                    coaches.stream()
                            .flatMap(one -> Optional.ofNullable(known.get(one)).stream())
                            .toList(),
                    memberships,
                    known);
        });
    }

    private Outcome askMember(Person coach, Cohort cohort, Person person, About about, Instant at, boolean told) {
        if (store.coaches(cohort.id()).contains(person.id())) {
            return new Outcome.Refused(Refusal.COACHES_IT);
        }
        if (cohort.members().stream().anyMatch(member -> member.id().equals(person.id()))) {
            return new Outcome.Refused(Refusal.IN_ALREADY);
        }
        boolean askedByAddress = store.present(person.id(), person.email()).stream()
                .anyMatch(one -> one.cohort().equals(cohort.id()));
        UUID invitation = ids.next();
        if (askedByAddress || !store.ask(invitation, cohort.id(), person, about.name(), coach.id(), at)) {
            return new Outcome.Refused(Refusal.ASKED_ALREADY);
        }
        if (told) {
            news.asked(cohort, coach, person, invitation, at);
        }
        return new Outcome.Done(cohort.id());
    }

    private Outcome askNewcomer(Person coach, CohortId cohort, String email, About about, Instant at) {
        if (store.asked(cohort, email)) {
            return new Outcome.Refused(Refusal.ASKED_ALREADY);
        }
        if (unwanted(email)) {
            return new Outcome.Refused(Refusal.EMAIL_UNWANTED);
        }
        // First, so that nobody stands on the list who cannot get in.
        if (newcomers.filter(some -> some.invite(coach, email, cohort)).isEmpty()) {
            return new Outcome.Refused(Refusal.NO_INVITATIONS);
        }
        return store.ask(ids.next(), cohort, email, about, coach.id(), at)
                ? new Outcome.Done(cohort)
                : new Outcome.Refused(Refusal.ASKED_ALREADY);
    }

    private boolean unwanted(String email) {
        return !unwanted(List.of(email)).isEmpty();
    }

    /** Those of the addresses that want no invitations. */
    Set<String> unwanted(Collection<String> emails) {
        return newcomers.map(some -> some.unwanted(emails)).orElse(Set.of());
    }

    private Outcome send(Person coach, Cohort cohort, Membership invitation) {
        Optional<Person> person = invitation.person().flatMap(people::find);
        if (person.isPresent()) {
            news.asked(cohort, coach, person.get(), invitation.id(), time.instant());
            return new Outcome.Done(cohort.id());
        }
        if (invitation.email().filter(this::unwanted).isPresent()) {
            return new Outcome.Refused(Refusal.EMAIL_UNWANTED);
        }
        return newcomers
                        .filter(some -> some.invite(coach, invitation.email().orElseThrow(), cohort.id()))
                        .isPresent()
                ? new Outcome.Done(cohort.id())
                : new Outcome.Refused(Refusal.NO_INVITATIONS);
    }

    private Outcome end(Person coach, CohortId cohort, UUID membership, Ending ending) {
        return followed(coach, cohort, found -> {
            Optional<Membership> ended = store.memberships(cohort).stream()
                    .filter(one -> one.id().equals(membership))
                    .filter(one -> store.end(one.id(), ending, time.instant()))
                    .findFirst();
            ended.filter(one -> one.person().isEmpty())
                    .flatMap(Membership::email)
                    .ifPresent(email -> newcomers.ifPresent(some -> some.end(cohort, Optional.of(email))));
            ended.filter(_ -> ending == Ending.TAKEN_OUT)
                    .flatMap(Membership::person)
                    .flatMap(people::find)
                    .ifPresent(person -> news.takenOut(found, coach, person, membership));
            return ended.isPresent() ? new Outcome.Done(cohort) : new Outcome.NotThere();
        });
    }

    private Outcome owned(Person coach, CohortId cohort, Function<Cohort, Outcome> what) {
        return followed(
                coach,
                cohort,
                found -> found.isOwner(coach.id()) ? what.apply(found) : new Outcome.Refused(Refusal.ONLY_OWNER));
    }

    private Outcome followed(Person coach, CohortId cohort, Function<Cohort, Outcome> what) {
        return transactions.execute(_ -> follows(coach, cohort).map(what).orElseGet(Outcome.NotThere::new));
    }

    private Optional<Cohort> follows(Person coach, CohortId cohort) {
        return cohorts.named(store.of(coach.id())).stream()
                .filter(one -> one.id().equals(cohort))
                .findFirst();
    }

    static Refusal refusal(Problem problem) {
        return Refusal.valueOf(problem.name());
    }
}
