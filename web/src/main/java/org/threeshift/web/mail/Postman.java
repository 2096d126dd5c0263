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
        int abandoned = outbox.settleAbandoned(CUT_OFF);
        if (abandoned > 0) {
            LOG.warn("{} messages may or may not have been sent; an admin decides in the outbox", abandoned);
        }
        Optional<Message> next = outbox.take();
        while (next.isPresent()) {
            Fate fate = carried(next.get());
            outbox.settle(next.get(), fate);
            if (fate instanceof Fate.NotNow(var reason)) {
                LOG.warn(
                        "The mail server did not take a message, which is tried again later: {}",
                        withoutAddresses(reason));
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

    private Fate carried(Message message) {
        Optional<Topic> topic = Topic.of(message.topic());
        if (topic.isEmpty()) {
            return new Fate.NotNow("This version of Threeshift has no words for " + message.topic());
        }
        return worded(topic.get(), message)
                .map(carrier::carry)
                .orElseGet(() -> new Fate.NotNow("It could not be put into words; the log says why."));
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
