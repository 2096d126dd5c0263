package org.threeshift.interviewer.console;

import java.util.List;
import java.util.Optional;
import org.threeshift.core.exchange.ExchangeView;
import org.threeshift.core.interview.Outlook;
import org.threeshift.core.notes.NoteDraft;

/**
 * The interview at one moment, with the names of its people.
 *
 * @param exchange the exchange of which it is a half
 * @param agreed   why its hour is changed elsewhere alone; absent where its host decides, and once it began
 * @param begun    the own notes in the making; looked for when the console opens and once the questions are over, when the sheet
 *                 waits for them
 */
record Look(
        Outlook outlook, Names names, Optional<ExchangeView> exchange, Optional<String> agreed, List<NoteDraft> begun) {
    Look {
        begun = List.copyOf(begun);
    }

    Look with(ExchangeView changed) {
        return new Look(outlook, names, Optional.of(changed), agreed, begun);
    }

    /** The one of the two that knows more of the log. */
    Look newer(Look other) {
        return other.outlook.view().seq() > outlook.view().seq() ? other : this;
    }
}
