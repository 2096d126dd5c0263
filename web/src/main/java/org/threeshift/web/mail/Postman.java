package org.threeshift.web.mail;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.threeshift.core.mail.Message;
import org.threeshift.core.mail.Outbox;
import org.threeshift.core.mail.Outbox.Fate;
import org.threeshift.core.mail.Topic;

/** Takes messages out of the outbox one by one and brings them to the mail server. Any number of postmen may be about at once. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final String CUT_OFF = "The node that sent it ended before it knew whether the mail server took it.";

    private final Outbox outbox;
    private final Letters letters;
    private final Carrier carrier;
    private final String from;
    private final InstantSource time;

    Postman(Outbox outbox, Letters letters, Carrier carrier, String from, InstantSource time) {
        this.outbox = outbox;
        this.letters = letters;
        this.carrier = carrier;
        this.from = from;
        this.time = time;
    }

    /** Until nothing is due. A mail server that is away is left alone until the next round. */
    void round() {
        Outbox.Abandoned abandoned = outbox.settleAbandoned(CUT_OFF);
        if (abandoned.uncertain() > 0) {
            LOG.warn(
                    "{} messages may or may not have been sent; an admin decides in the outbox", abandoned.uncertain());
        }
        Optional<Message> next = outbox.take();
        while (next.isPresent()) {
            if (!carried(next.get())) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            next = outbox.take();
        }
    }

    /** The log names nobody, but servers like to repeat whom they refuse. */
    static String withoutAddresses(String reason) {
        return reason.replaceAll("[^\\s<>]+@[^\\s<>]+", "…");
    }

    /** @return false when the mail server takes nothing at the moment; a message without words says nothing of that */
    private boolean carried(Message message) {
        Optional<Envelope> envelope = Topic.of(message.topic()).flatMap(topic -> worded(topic, message));
        if (envelope.isEmpty()) {
            outbox.settle(message, new Fate.NotNow("It could not be put into words; the log says why."));
            return true;
        }
        Fate fate = carrier.carry(envelope.get(), () -> outbox.handOver(message));
        outbox.settle(message, fate);
        if (fate instanceof Fate.NotNow(var reason)) {
            LOG.warn(
                    "The mail server did not take a message, which is tried again later: {}", withoutAddresses(reason));
            return false;
        }
        return true;
    }

    /** Absent for a mistake of ours, which must leave the message where it certainly is. */
    private Optional<Envelope> worded(Topic topic, Message message) {
        try {
            Letter letter = letters.of(topic, message.values());
            return Optional.of(new Envelope(
                    message.id(),
                    from,
                    message.address(),
                    letter,
                    letters.text(letter),
                    letters.html(letter),
                    message.calendar(),
                    time.instant()));
        } catch (RuntimeException e) {
            LOG.error("A message about {} cannot be put into words", topic.code(), e);
            return Optional.empty();
        }
    }
}
