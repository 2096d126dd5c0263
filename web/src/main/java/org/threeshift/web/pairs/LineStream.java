package org.threeshift.web.pairs;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.web.live.Line;
import org.threeshift.web.live.Watching;

/** One open page in the waiting room. It is told when its reader stands otherwise than it shows, and ends when they have left. */
final class LineStream implements Watching {
    private static final Logger LOG = LoggerFactory.getLogger(LineStream.class);

    private final Supplier<LineCard> card;
    private String seen;

    /** @param seen the version that the page shows */
    LineStream(Supplier<LineCard> card, String seen) {
        this.card = card;
        this.seen = seen;
    }

    @Override
    public void look(Line line) {
        try {
            tell(card.get(), line);
        } catch (TransactionException e) {
            LOG.debug("The database does not answer; the next look will", e);
        }
    }

    private void tell(LineCard now, Line line) {
        if (!now.version().equals(seen)) {
            seen = now.version();
            line.send(SseEmitter.event().id(seen).name("line").data(seen));
        }
        if (now.outside()) {
            line.close();
        }
    }
}
