package org.threeshift.core.reliability;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Limits;
import org.threeshift.core.people.PersonId;

/** Who came to an interview, by the clock and the log alone: one answer for pairs, bookings, evenings and everything else. */
@Service
public class Arrivals {
    private final PostgresArrivals store;
    private final InstantSource time;

    Arrivals(PostgresArrivals store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    /** That somebody keeps watch at this moment over all whose time to come it is. Whatever nobody watched counts for nobody. */
    public void watch() {
        Instant now = time.instant();
        store.watch(now, now.minus(Limits.NO_SHOW_AFTER));
    }

    /**
     * Who of its candidate and interviewers was in the lobby or the room, at some moment from ten minutes before the time, when joining
     * opens, to ten minutes after it, or to the end of one that was begun. Whoever entered has come, also when they left again.
     */
    public Set<PersonId> came(InterviewId interview) {
        return store.came(interview, time.instant());
    }
}
