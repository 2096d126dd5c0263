package org.threeshift.core.reliability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** Times in which nobody is matched with somebody: an admin sets one, no-shows make one, a coach or an admin lifts it. */
@Service
public class Pauses {
    /** Longest that an admin pauses somebody. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private final PostgresCommitments store;
    private final Commitments commitments;
    private final Cohorts cohorts;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Pauses(
            PostgresCommitments store,
            Commitments commitments,
            Cohorts cohorts,
            Trail trail,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.commitments = commitments;
        this.cohorts = cohorts;
        this.trail = trail;
        this.transactions = transactions;
        this.time = time;
    }

    /** What somebody may know of a person's reliability: oneself, an admin, and a coach who follows them; absent for others. */
    public Optional<Reliability> seen(Person reader, PersonId whom) {
        return reader.id().equals(whom) || mayLift(reader, whom) ? Optional.of(commitments.of(whom)) : Optional.empty();
    }

    /**
     * Lifts whatever pauses somebody's matching. Saying it again changes nothing.
     *
     * @return false for whoever is no admin and follows them in no cohort: there is nothing for them
     */
    public boolean lift(Person by, PersonId whom) {
        if (!mayLift(by, whom)) {
            return false;
        }
        transactions.executeWithoutResult(_ -> {
            if (commitments.of(whom).paused()) {
                store.lift(whom, time.instant());
                trail.add(Deed.PAUSE_LIFTED, Optional.of(by.id()), Optional.of(whom), Map.of());
            }
        });
        return true;
    }

    /** @return false for whoever is no admin, and of oneself */
    public boolean pause(Person admin, PersonId whom, Duration length) {
        if (admin.role() != Role.ADMIN || admin.id().equals(whom) || length.compareTo(LONGEST) > 0) {
            return false;
        }
        transactions.executeWithoutResult(_ -> {
            store.pause(whom, time.instant().plus(length));
            trail.add(
                    Deed.MATCHING_PAUSED,
                    Optional.of(admin.id()),
                    Optional.of(whom),
                    Map.of("days", Long.toString(length.toDays())));
        });
        return true;
    }

    /** Nobody lifts their own, an admin neither. */
    private boolean mayLift(Person by, PersonId whom) {
        return !by.id().equals(whom) && (by.role() == Role.ADMIN || cohorts.mayFollow(by.id(), whom));
    }
}
