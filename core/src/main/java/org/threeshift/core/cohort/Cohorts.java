package org.threeshift.core.cohort;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.cohort.Membership.Ending;
import org.threeshift.core.cohort.PostgresCohortStore.Row;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Role;

/**
 * Who may follow whom: the one place that says so. And the member's side of a cohort: reading what it means, joining,
 * declining, leaving. The coach's side is {@link Coaching}.
 */
@Service
public class Cohorts {
    private final PostgresCohortStore store;
    private final People people;
    private final Profiles profiles;
    private final CohortNews news;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Cohorts(
            PostgresCohortStore store,
            People people,
            Profiles profiles,
            CohortNews news,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.people = people;
        this.profiles = profiles;
        this.news = news;
        this.transactions = transactions;
        this.time = time;
    }

    /** Whether the coach follows this cohort, which is not over. */
    public boolean coaches(PersonId coach, CohortId cohort) {
        return store.coaches(coach, cohort);
    }

    /** Whether the person is now in a cohort that the coach follows, knowing what that means. */
    public boolean mayFollow(PersonId coach, PersonId person) {
        return store.sights(coach, Optional.of(person)).stream().anyMatch(Sight::lasts);
    }

    /**
     * Somebody as a coach may see them who may know them at all: by name alone once they are in no cohort of the coach's any more.
     * What they changed since, and are, is not the coach's to know.
     */
    public Person seenBy(PersonId coach, Person person) {
        return mayFollow(coach, person.id()) ? person : person.byNameAlone();
    }

    /** A cohort by its name and id. */
    public record Named(CohortId id, String name) {}

    /** Every cohort that goes on, by name, for an admin who invites; nothing for others. */
    public List<Named> goingOn(Person admin) {
        return admin.role() == Role.ADMIN ? store.goingOn() : List.of();
    }

    /**
     * That somebody agreed to the text of a cohort.
     *
     * @param version of the text that they agreed to last
     * @param since   when they joined
     * @param until   when they went, or were taken out; absent while they are in
     */
    public record Agreed(String cohort, int version, Instant since, Optional<Instant> until) {}

    /** Everything that the person agreed to by joining cohorts, in the order of time. */
    public List<Agreed> agreements(PersonId person) {
        return store.agreements(person);
    }

    /** Whether the coach may see an interview of the candidate that started then, once it is published. */
    public boolean maySee(PersonId coach, PersonId candidate, Instant heldAt) {
        return Sight.any(store.sights(coach, Optional.of(candidate)), candidate, heldAt);
    }

    /** All that the coach may see, one for each time that somebody was a member. */
    public List<Sight> sights(PersonId coach) {
        return store.sights(coach, Optional.empty());
    }

    /** Who may be told, before there is a scorecard, that an interview of these people waits for a sheet. One query. */
    public List<Follower> toldOfMissingSheets(Collection<PersonId> candidates) {
        return candidates.isEmpty() ? List.of() : store.followers(candidates, Agreement.TELLS_OF_MISSING_SHEETS);
    }

    /**
     * Of whom the coach may know that an interview is planned, or was held and waits for its sheets: of nobody who agreed to a text
     * that does not say so. What was said and scored in it is never theirs to see before its scorecard is published.
     */
    public List<Sight> sightsOfUnpublished(PersonId coach) {
        return store.sights(coach, Optional.empty(), Agreement.TELLS_OF_OPEN_INTERVIEWS);
    }

    /** The cohorts that the coach follows and that go on, with their members, by name. Two queries. */
    public List<Cohort> of(PersonId coach) {
        return named(store.of(coach)).stream()
                .filter(cohort -> !cohort.archived())
                .toList();
    }

    /** Those that have ended, by name. */
    public List<Cohort> archivedOf(PersonId coach) {
        return named(store.of(coach)).stream().filter(Cohort::archived).toList();
    }

    /** Where the person was asked to join and has not answered, the newest first. */
    public List<Invited> invitations(Person person) {
        return present(person).stream()
                .filter(invited -> invited.membership().open())
                .toList();
    }

    /** Where the person is in, the newest first. */
    public List<Invited> memberships(Person person) {
        return present(person).stream()
                .filter(invited -> invited.membership().lasts())
                .toList();
    }

    /** The cohort as the person sees it who was asked to join, or is in it; absent for everybody else. */
    public Optional<Invited> find(CohortId cohort, Person person) {
        return seen(membership(cohort, person).stream().toList()).stream().findFirst();
    }

    /**
     * Joins, knowingly. Whoever is in already agrees to a later text, from which on coaches see what that text says, of the whole time
     * since they joined.
     *
     * @param version of the text that the person read
     */
    public Outcome join(Person person, CohortId cohort, int version) {
        return join(person, cohort, version, time.instant());
    }

    /** As above, at a stated moment: for demonstrations, which tell of the past. */
    public Outcome join(Person person, CohortId cohort, int version, Instant at) {
        Optional<Membership> asked = membership(cohort, person);
        if (asked.isEmpty()) {
            return new Outcome.NotThere();
        }
        boolean lasts = asked.get().lasts();
        if (lasts && asked.get().agreed().orElse(0) >= version) {
            return new Outcome.Done(cohort);
        }
        if (version != Agreement.CURRENT) {
            return new Outcome.Refused(Refusal.TEXT_CHANGED);
        }
        if (lasts) {
            store.agreeAnew(asked.get().id(), version);
            return new Outcome.Done(cohort);
        }
        return transactions.execute(_ -> agreed(asked.get(), person, version, at));
    }

    private Outcome agreed(Membership asked, Person person, int version, Instant at) {
        if (!store.agree(asked.id(), person.id(), version, at)) {
            return new Outcome.NotThere();
        }
        profiles.complete(person, asked.about().pronouns(), asked.about().targetRole());
        news.joined(asked.cohort(), person.id(), version);
        return new Outcome.Done(asked.cohort());
    }

    /** Says no. The coach sees that, and can ask again. */
    public Outcome decline(Person person, CohortId cohort) {
        return end(person, cohort, Membership::open, Ending.DECLINED);
    }

    /** Goes. Interviews held until now stay visible to the coaches, later ones never are. */
    public Outcome leave(Person person, CohortId cohort) {
        return end(person, cohort, Membership::lasts, Ending.LEFT);
    }

    /** A cohort and its coaches by their names, for whoever holds an invitation to it; absent when it has ended. */
    public Optional<Cohort> invitedTo(CohortId cohort) {
        return store.find(Set.of(cohort)).stream()
                .findFirst()
                .map(Cohorts::withoutMembers)
                .filter(found -> !found.archived());
    }

    private Outcome end(Person person, CohortId cohort, Predicate<Membership> fitting, Ending ending) {
        return transactions.execute(_ -> membership(cohort, person)
                .filter(fitting)
                .filter(one -> store.end(one.id(), ending, time.instant()))
                .<Outcome>map(_ -> {
                    if (ending == Ending.LEFT) {
                        news.left(cohort, person.id());
                    }
                    return new Outcome.Done(cohort);
                })
                .orElseGet(Outcome.NotThere::new));
    }

    private Optional<Membership> membership(CohortId cohort, Person person) {
        return store.present(person.id(), person.email()).stream()
                .filter(one -> one.cohort().equals(cohort))
                .max(Comparator.comparing(Membership::lasts));
    }

    private List<Invited> present(Person person) {
        return seen(store.present(person.id(), person.email()));
    }

    /** What people see who are asked or members: no other members. */
    private List<Invited> seen(List<Membership> memberships) {
        Set<CohortId> wanted = memberships.stream().map(Membership::cohort).collect(Collectors.toSet());
        Map<CohortId, List<PersonId>> coaches = store.coaches(wanted);
        Map<PersonId, Person> known =
                byId(coaches.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<CohortId, Cohort> found = store.find(wanted).stream()
                .map(Cohorts::withoutMembers)
                .collect(Collectors.toMap(Cohort::id, Function.identity()));
        return memberships.stream()
                .flatMap(membership -> Optional.ofNullable(found.get(membership.cohort())).stream()
                        .map(cohort -> new Invited(
                                cohort,
                                membership,
                                coaches.getOrDefault(cohort.id(), List.of()).stream()
                                        .flatMap(coach -> Optional.ofNullable(known.get(coach)).stream())
                                        .toList())))
                .toList();
    }

    private static Cohort withoutMembers(Row row) {
        return new Cohort(row.id(), row.name(), row.owner(), List.of(), row.archivedAt());
    }

    List<Cohort> named(List<Row> rows) {
        Set<PersonId> wanted = new HashSet<>();
        rows.forEach(row -> wanted.addAll(row.members()));
        Map<PersonId, Person> known = byId(wanted);
        return rows.stream()
                .map(row -> new Cohort(
                        row.id(),
                        row.name(),
                        row.owner(),
                        row.members().stream()
                                .flatMap(member -> Optional.ofNullable(known.get(member)).stream())
                                .toList(),
                        row.archivedAt()))
                .toList();
    }

    Map<PersonId, Person> byId(Collection<PersonId> wanted) {
        return people.namesOf(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
