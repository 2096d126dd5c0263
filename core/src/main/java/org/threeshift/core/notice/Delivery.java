package org.threeshift.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.outage.Outage;

/**
 * Tells what is due, by the ways that each person chose. Each notice is one transaction: that it was told, by which ways, and what it
 * became in their outboxes, are there together or not at all. docs/decisions tells more.
 */
@Service
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    /** How long a notice that cannot be told, by a mistake of ours, lets others go first; after the last one it is given up. */
    static final List<Duration> AFTER_A_MISTAKE = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final PostgresDue store;
    private final PostgresChoices choices;
    private final Map<Channel, Sender> senders;
    private final Dispatches dispatches;
    private final Outage outage;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Delivery(
            PostgresDue store,
            PostgresChoices choices,
            List<Sender> senders,
            Dispatches dispatches,
            Outage outage,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.choices = choices;
        this.senders = senders.stream().collect(Collectors.toUnmodifiableMap(Sender::channel, sender -> sender));
        this.dispatches = dispatches;
        this.outage = outage;
        this.transactions = transactions;
        this.time = time;
    }

    /** By which ways this installation can tell people at all. */
    public Set<Channel> channels() {
        return senders.keySet();
    }

    /** Until nothing is due. Any number of nodes may do so at once: each notice is told once. */
    public void round() {
        while (!Thread.currentThread().isInterrupted() && next()) {
            // One after the other.
        }
    }

    private boolean next() {
        var inHand = new AtomicReference<Optional<PostgresDue.InHand>>(Optional.empty());
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> {
                Optional<PostgresDue.InHand> taken = store.take(time.instant());
                inHand.set(taken);
                // Read only now: what cannot be read stands in nobody's way either.
                taken.flatMap(some -> store.find(some.id())).ifPresent(this::tell);
                return taken.isPresent();
            }));
        } catch (RuntimeException e) {
            if (outage.causes(e) || inHand.get().isEmpty()) {
                throw e;
            }
            putAside(inHand.get().orElseThrow(), e);
            return true;
        }
    }

    private void putAside(PostgresDue.InHand notice, RuntimeException mistake) {
        Instant now = time.instant();
        if (notice.mistakes() < AFTER_A_MISTAKE.size()) {
            LOG.error("Notice {} could not be told; it is tried again later", notice.id(), mistake);
            store.postpone(notice.id(), now.plus(AFTER_A_MISTAKE.get(notice.mistakes())));
        } else {
            LOG.error("Notice {} could not be told, as often as it was tried; nobody is told", notice.id(), mistake);
            store.settle(notice.id(), true, now);
        }
    }

    private void tell(Waiting notice) {
        Instant now = time.instant();
        Optional<Dispatch> dispatch = dispatches.of(notice, now);
        dispatch.ifPresent(standing -> send(standing, now));
        store.settle(notice.id(), dispatch.isEmpty(), now);
    }

    private void send(Dispatch dispatch, Instant now) {
        for (Channel channel : choices.of(dispatch.to().id()).wanted(dispatch.kind())) {
            Optional.ofNullable(senders.get(channel))
                    .filter(_ -> !dispatch.kind().forTheCalendarAlone() || channel == Channel.EMAIL)
                    .filter(sender -> sender.reaches(dispatch.to()))
                    .filter(_ -> store.deliver(dispatch.notice(), channel, now))
                    .ifPresent(sender -> sender.send(dispatch));
        }
    }
}
