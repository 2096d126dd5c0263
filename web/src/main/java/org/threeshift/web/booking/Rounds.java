package org.threeshift.web.booking;

import java.util.Map;
import java.util.stream.Collectors;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Round;
import org.threeshift.core.booking.BookingPage;

/** What the kinds of session on a page are held on. */
final class Rounds {
    private Rounds() {}

    /** The titles of the rounds as they are now, by the ids of the kinds; empty where a round is gone. */
    static Map<String, String> of(BookingPage page, Banks banks) {
        return page.kinds().stream()
                .collect(Collectors.toMap(
                        kind -> kind.id().toString(),
                        kind -> banks.newest(kind.bankId())
                                .flatMap(bank -> bank.round(kind.roundId()))
                                .map(Round::title)
                                .orElse("")));
    }
}
