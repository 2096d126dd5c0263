package org.threeshift.core.call;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

/**
 * Who is in which call, and the signals on their way. All of it may vanish at any time: whoever was in a call then enters
 * again. There is one clock for all nodes: the store's.
 */
interface CallStore {
    /** Most people in one call: everybody sends to everybody, and a fourth is what an ordinary line carries. */
    int PLACES = 4;
    /** Most signals that wait for one page. */
    int WAITING = 500;

    /** A page in a call, for one person. */
    record Seat(InterviewId interview, ConnectionId connection, PersonId person) {}

    /**
     * Places that others don't get.
     *
     * @param places how many
     * @param people whom they are for: whoever of them is in has taken one; fewer than places while somebody is not known yet
     */
    record Kept(int places, Set<PersonId> people) {
        static final Kept NONE = new Kept(0, Set.of());

        public Kept {
            people = Set.copyOf(people);
        }
    }

    /**
     * Gives a person's page a place, for as long as its lease runs. The place that the same person held ends, and so do
     * those whose lease is over. Who holds a place gets one again, whatever is kept.
     *
     * @param kept places that this person must leave free
     * @return false when everybody else's pages hold all other places, or somebody else's page has this name
     */
    boolean enter(Seat seat, Kept kept, Duration lease);

    /** Whose lease runs, in the order of their places. */
    List<Caller> callers(InterviewId interview);

    /**
     * Lets a lease run on, and counts signals.
     *
     * @param signals how many the page wants to send now
     * @param countedOver for how long signals count together
     * @param lease       from now on
     * @return how many it has wanted to send in that time, these included; empty when there is no such seat
     */
    OptionalInt renew(Seat seat, int signals, Duration countedOver, Duration lease);

    /**
     * Puts a signal where its receiver finds it.
     *
     * @return false when the receiver is not in the sender's call, or when too many wait there
     */
    boolean post(Seat from, Letter letter);

    /** Those beyond a number, in order. */
    List<Signal> signals(ConnectionId receiver, long after);

    /** @return false when there was no such seat */
    boolean leave(Seat seat);

    /**
     * Throws out seats whose lease is over and signals that have waited for longer than this.
     *
     * @return the calls that somebody was thrown out of
     */
    Set<InterviewId> sweep(Duration waits);
}
