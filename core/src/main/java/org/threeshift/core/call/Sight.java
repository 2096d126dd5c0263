package org.threeshift.core.call;

import java.util.List;

/** What a page sees when it looks at a call. */
public sealed interface Sight {
    /**
     * @param callers everybody who is in, the page's own person too
     * @param signals for this page; none for one that only watches
     */
    record Here(List<Caller> callers, List<Signal> signals) implements Sight {
        public Here {
            callers = List.copyOf(callers);
            signals = List.copyOf(signals);
        }
    }

    /** The page is not, or not any more, in the call. */
    record Out(Gone why) implements Sight {}
}
