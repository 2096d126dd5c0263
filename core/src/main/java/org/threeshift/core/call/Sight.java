package org.threeshift.core.call;

import java.util.List;
import java.util.Set;
import org.threeshift.core.people.PersonId;

/** What a page sees when it looks at a call. */
public sealed interface Sight {
    /**
     * @param callers everybody who is in, the page's own person too
     * @param seated  who may be in: a page that has a way to anybody else hangs up on them
     * @param signals for this page; none for one that only watches
     */
    record Here(List<Caller> callers, Set<PersonId> seated, List<Signal> signals) implements Sight {
        public Here {
            callers = List.copyOf(callers);
            seated = Set.copyOf(seated);
            signals = List.copyOf(signals);
        }
    }

    /** The page is not, or not any more, in the call. */
    record Out(Gone why) implements Sight {}
}
