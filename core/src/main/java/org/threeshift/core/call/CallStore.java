package org.threeshift.core.call;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/** Who is in which call, and the signals on their way. All of it may vanish at any time: whoever was in a call then enters again. */
interface CallStore {
    /** Most people in one call: everybody sends to everybody, and a fourth is what an ordinary line carries. */
    int PLACES = 4;
    /** Most signals that wait for one page. */
    int WAITING = 500;

    /** A page in a call, for one person. */
    record Seat(InterviewId interview, ConnectionId connection, PersonId person) {}

    /**
     * Gives a person's page a place, for as long as its lease runs. The place that the same person held ends, and so do
     * those whose lease is over.
     *
     * @return false when everybody else's pages hold all places, or somebody else's page has this name
     */
    boolean enter(Seat seat, Instant now, Instant leasedUntil);

    /** Whose lease runs, in the order of their places. */
    List<Caller> callers(InterviewId interview, Instant now);

    /**
     * Lets a lease run on, and counts signals.
     *
     * @param signals how many the page wants to send now
     * @return how many it has wanted to send since a moment not before {@code countedFrom}, these included; empty when
     *     there is no such seat
     */
    OptionalInt renew(Seat seat, int signals, Instant now, Instant countedFrom, Instant leasedUntil);

    /**
     * Puts a signal where its receiver finds it.
     *
     * @return false when the receiver is not in the sender's call, or when too many wait there
     */
    boolean post(Seat from, Letter letter, Instant now);

    /** Those beyond a number, in order. */
    List<Signal> signals(ConnectionId receiver, long after);

    /** @return false when there was no such seat */
    boolean leave(Seat seat);

    /**
     * Throws out seats whose lease is over and signals sent before a moment.
     *
     * @return the calls that somebody was thrown out of
     */
    Set<InterviewId> sweep(Instant now, Instant sentBefore);
}
