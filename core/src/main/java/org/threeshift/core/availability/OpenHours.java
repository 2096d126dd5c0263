package org.threeshift.core.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/** People's open hours, by what they are for. Each says their own. */
@Service
public class OpenHours {
    private final PostgresHours store;
    private final TransactionOperations transactions;
    private final InstantSource time;

    OpenHours(PostgresHours store, TransactionOperations transactions, InstantSource time) {
        this.store = store;
        this.transactions = transactions;
        this.time = time;
    }

    /** Absent of somebody who has said nothing yet. */
    public Optional<WeeklyHours> find(PersonId person, Purpose purpose) {
        return Optional.ofNullable(of(List.of(person), purpose).get(person));
    }

    /** Of those of them who have said any. Three statements, however many they are. */
    public Map<PersonId, WeeklyHours> of(Collection<PersonId> people, Purpose purpose) {
        return people.isEmpty() ? Map.of() : store.of(people, purpose);
    }

    /** Takes the place of all that the person said before. */
    public void put(Person person, Purpose purpose, WeeklyHours hours) {
        Instant now = time.instant();
        transactions.executeWithoutResult(_ -> store.put(person.id(), purpose, hours, now));
    }
}
