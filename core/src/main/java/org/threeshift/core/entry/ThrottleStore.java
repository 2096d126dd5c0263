package org.threeshift.core.entry;

import java.time.Instant;
import org.threeshift.core.entry.Pace.Tries;
import org.threeshift.core.entry.Throttle.Kind;

/** Where tries are remembered. PostgreSQL's and the in-memory one are held to one contract. */
interface ThrottleStore {
    /** Counts a try and says what is remembered now; of several at the same moment each is counted. */
    Tries count(Kind kind, byte[] subject, Instant now);

    /** Takes one try back, and the wait that it brought. */
    void giveBack(Kind kind, byte[] subject, Instant now);

    void forget(Kind kind, byte[] subject);

    /** @return how many were removed: all that nobody need remember any more */
    int forgetBefore(Instant last);
}
