package org.threeshift.interviewer.console;

import java.util.Optional;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.interview.Outlook;

/**
 * The interview at one moment, with the names of its people.
 *
 * @param exchange the exchange of which it is a half
 */
record Look(Outlook outlook, Names names, Optional<ExchangeView> exchange) {
    Look with(ExchangeView changed) {
        return new Look(outlook, names, Optional.of(changed));
    }
}
