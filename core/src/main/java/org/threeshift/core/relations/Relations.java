package org.threeshift.core.relations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.outage.Deadlock;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Whom people practised with, whom of them they would like to meet again, and whom never. All of it is known to whoever said
 * it and to nobody else. Of people with whom somebody never had a seat in one interview there is nothing to say.
 */
@Service
public class Relations {
    /** Partners of a page. */
    public static final int PAGE = 50;

    private final PostgresRelations store;
    /** Asked for late: what hears of blocks asks for relations. */
    private final ObjectProvider<BlockHeard> ears;

    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Relations(
            PostgresRelations store,
            ObjectProvider<BlockHeard> ears,
            Trail trail,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.ears = ears;
        this.trail = trail;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * @param partners whom they met last comes first, whom they have not met yet before
     * @param next     the number of the next page; absent on the last one
     */
    public record Page(List<Partner> partners, Optional<Integer> next) {
        public Page {
            partners = List.copyOf(partners);
        }
    }

    /** @param number from 0 */
    public Page partners(Person reader, int number) {
        int first = Math.clamp((long) number * PAGE, 0, Integer.MAX_VALUE - PAGE - 1);
        List<Partner> found = store.partners(reader.id(), first, PAGE + 1);
        return new Page(
                found.stream().limit(PAGE).toList(),
                found.size() > PAGE ? Optional.of(first / PAGE + 1) : Optional.empty());
    }

    /** Absent for oneself, and for whom one never had a seat in an interview with. */
    public Optional<Partner> partner(Person reader, PersonId other) {
        return reader.id().equals(other) ? Optional.empty() : store.partner(reader.id(), other);
    }

    /** Whoever sat in an interview with the reader, in the order of names. */
    public List<Partner> of(Person reader, UUID interview) {
        return store.of(reader.id(), interview);
    }

    /** @return false when they never met */
    public boolean favour(Person person, PersonId other) {
        return met(person, other, () -> store.favour(person.id(), other, time.instant()));
    }

    public boolean unfavour(Person person, PersonId other) {
        return met(person, other, () -> store.unfavour(person.id(), other));
    }

    /**
     * Keeps the two apart: a pair of theirs that is ahead ends, an evening on which they were to meet is planned anew, and from now on no
     * draw, no waiting room, no plan of an evening and no booking page brings them together. What has begun runs on. What they booked or
     * planned by hand before stays, and is theirs to call off. Whoever is blocked is no favourite any more, and does not learn of it.
     *
     * @return false when they never met
     */
    public boolean block(Person person, PersonId other) {
        return met(person, other, () -> {
            store.unfavour(person.id(), other);
            if (store.block(person.id(), other, time.instant())) {
                tell(Deed.MEMBER_BLOCKED, person);
                ears.orderedStream().forEach(ear -> ear.blocked(person.id(), other));
            }
        });
    }

    public boolean unblock(Person person, PersonId other) {
        return met(person, other, () -> {
            if (store.unblock(person.id(), other)) {
                tell(Deed.MEMBER_UNBLOCKED, person);
            }
        });
    }

    /** Whether either has blocked the other. For whatever would bring them together; shown to nobody. */
    public boolean blocked(PersonId one, PersonId other) {
        return store.blocked(one, other);
    }

    /** Which of the two has blocked the other, the first where both have; as above, shown to nobody. */
    public Optional<PersonId> blocker(PersonId one, PersonId other) {
        return store.blocker(one, other);
    }

    /** Those of these people who blocked somebody or whom they blocked; as above, shown to nobody. One statement. */
    public Set<PersonId> apart(PersonId person, Collection<PersonId> others) {
        return store.apart(person, others);
    }

    /** What there is between any two of these. Three statements, however many they are. */
    public Ties among(Collection<PersonId> people, Instant metSince) {
        return people.isEmpty()
                ? new Ties(Set.of(), Map.of(), Map.of())
                : new Ties(store.blocks(people), store.favourites(people), store.met(people, metSince));
    }

    /** On the person's own trail, and without whom: the other one reads what is about themselves. */
    private void tell(Deed deed, Person person) {
        trail.add(deed, Optional.of(person.id()), Optional.of(person.id()), Map.of());
    }

    private boolean met(Person person, PersonId other, Runnable change) {
        // What hears of a block takes locks of its own.
        return Deadlock.again(() -> Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean met = partner(person, other).isPresent();
            if (met) {
                change.run();
            }
            return met;
        })));
    }
}
