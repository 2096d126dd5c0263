package org.threeshift.core.availability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.id.Edition;
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

    /** What tells these hours apart from others. Days that are over do not count, as they are taken away at night. */
    public Edition edition(WeeklyHours hours) {
        LocalDate today = LocalDate.ofInstant(time.instant(), hours.zone());
        return Edition.of(
                hours.zone(),
                hours.windows(),
                hours.exceptions().stream()
                        .filter(one -> !one.date().isBefore(today))
                        .toList());
    }

    /**
     * As {@link #put(Person, Purpose, WeeklyHours)}, unless other hours stand by now than those that the person saw, or, where they had
     * said nothing, a week without hours in their zone. To say what stands already is no harm.
     *
     * @return false when nothing was put
     */
    public boolean put(Person person, Purpose purpose, WeeklyHours hours, Edition seen) {
        Instant now = time.instant();
        return Objects.requireNonNull(transactions.execute(_ -> {
            store.hold(person.id());
            Edition stands = edition(find(person.id(), purpose).orElseGet(() -> WeeklyHours.never(person.zone())));
            boolean may = stands.equals(seen) || stands.equals(edition(hours));
            if (may) {
                store.put(person.id(), purpose, hours, now);
            }
            return may;
        }));
    }
}
