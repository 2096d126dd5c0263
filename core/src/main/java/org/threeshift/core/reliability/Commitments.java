package org.threeshift.core.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.people.PersonId;

/**
 * What became of what people had agreed to. The first word about a commitment of somebody counts; saying it again changes
 * nothing. Who came, the clock decides and the log of the interview, never an accusation.
 */
@Service
public class Commitments {
    /** How far back interviews are looked at that nobody has counted yet: longer than a server is down. */
    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final PostgresCommitments store;
    private final InstantSource time;

    Commitments(PostgresCommitments store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /**
     * They came.
     *
     * @param at when it was to begin
     * @return whether nothing was known of it before
     */
    public boolean kept(PersonId person, UUID commitment, Instant at) {
        return store.add(person, new Commitment(commitment, at, Keeping.KEPT), time.instant());
    }

    /** They called it off too late: {@link Keeping#calledOff} says when that is. */
    public boolean late(PersonId person, UUID commitment, Instant at) {
        return store.add(person, new Commitment(commitment, at, Keeping.LATE), time.instant());
    }

    /** They did not come. */
    public boolean noShow(PersonId person, UUID commitment, Instant at) {
        return store.add(person, new Commitment(commitment, at, Keeping.NO_SHOW), time.instant());
    }

    public Reliability of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, nothingKnown());
    }

    /** Of each of them. Two statements, however many they are. */
    public Map<PersonId, Reliability> of(Collection<PersonId> people) {
        Instant now = time.instant();
        Map<PersonId, List<Commitment>> last = store.last(people, Reliability.COUNTED);
        Map<PersonId, Hold> holds = store.holds(people);
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> Reliability.of(
                                last.getOrDefault(person, List.of()), holds.getOrDefault(person, Hold.NONE), now)));
    }

    /**
     * Counts what the log of interviews knows: whoever had a chair in one that was agreed on beforehand, and came, called it
     * off late as its host, or was not there when the clock said so. For the background job: one statement.
     *
     * @return how many commitments were counted
     */
    public int settle() {
        Instant now = time.instant();
        return settle(now.minus(LOOKED_BACK));
    }

    /** As above, of everything that was to begin since then: for demonstrations, which tell of the past. */
    public int settle(Instant since) {
        return store.settle(since, time.instant());
    }

    private Reliability nothingKnown() {
        return Reliability.of(List.of(), Hold.NONE, time.instant());
    }
}
