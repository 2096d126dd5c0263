package org.threeshift.core.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.network.Reach;
import org.threeshift.core.notice.Dispatch;
import org.threeshift.core.notice.Dispatches;
import org.threeshift.core.outage.Outage;
import org.threeshift.core.push.PostgresPushMessages.Ending;
import org.threeshift.core.push.PostgresPushMessages.InHand;
import org.threeshift.core.push.PushLine.Outcome;

/**
 * Carries messages to push services. Each is looked at once more before it leaves: what was called off meanwhile, or is no news, does
 * not. A message whose node ended in between is sent again under the same topic, which devices show once.
 */
@Service
public class PushCourier {
    private static final Logger LOG = LoggerFactory.getLogger(PushCourier.class);

    /** Longer than a push service is waited for. */
    static final Duration IN_HAND_AT_MOST = Duration.ofMinutes(2);

    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    /** A push service that takes its time does not hold up those of other people. */
    private static final int AT_ONCE = 4;

    private static final String OUR_MISTAKE = "a mistake of ours";

    private final PostgresPushMessages messages;
    private final PostgresPushDevices devices;
    private final Dispatches dispatches;
    private final PushKeys keys;
    private final PushSettings settings;
    private final Outage outage;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final PushLine line;

    @Autowired
    PushCourier(
            PostgresPushMessages messages,
            PostgresPushDevices devices,
            Dispatches dispatches,
            PushKeys keys,
            PushSettings settings,
            Outage outage,
            TransactionOperations transactions,
            InstantSource time) {
        this(messages, devices, dispatches, keys, settings, outage, transactions, time, new PushLine(Reach.PUBLIC));
    }

    PushCourier(
            PostgresPushMessages messages,
            PostgresPushDevices devices,
            Dispatches dispatches,
            PushKeys keys,
            PushSettings settings,
            Outage outage,
            TransactionOperations transactions,
            InstantSource time,
            PushLine line) {
        this.messages = messages;
        this.devices = devices;
        this.dispatches = dispatches;
        this.keys = keys;
        this.settings = settings;
        this.outage = outage;
        this.transactions = transactions;
        this.time = time;
        this.line = line;
    }

    /** A message that may leave, and what it says. */
    private record Ready(InHand message, Dispatch dispatch, ServerKeys keys) {}

    /** Until nothing is due. Any number of nodes may do so at once: each message leaves once. */
    public void round() {
        Optional<ServerKeys> server = keys.kept();
        if (server.isEmpty()) {
            return;
        }
        try (ExecutorService carriers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("push-", 0).factory())) {
            List<Future<?>> all = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(_ -> carriers.submit(() -> carry(server.get())))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        }
    }

    private void carry(ServerKeys server) {
        while (!Thread.currentThread().isInterrupted() && next(server)) {
            // One after the other.
        }
    }

    private boolean next(ServerKeys server) {
        Instant now = time.instant();
        Optional<InHand> taken = messages.take(server.open(), now, now.minus(IN_HAND_AT_MOST));
        taken.flatMap(message -> ready(message, server, now)).ifPresent(this::bring);
        return taken.isPresent();
    }

    /** Absent, too, for what cannot be put into words: that waits, and others go on. */
    private Optional<Ready> ready(InHand message, ServerKeys server, Instant now) {
        try {
            Optional<Dispatch> standing = transactions.execute(_ -> {
                Optional<Dispatch> dispatch = dispatches.again(message.notice());
                if (dispatch.isEmpty()) {
                    messages.settle(message, Ending.OVER, now);
                }
                return dispatch;
            });
            return Objects.requireNonNull(standing).map(said -> new Ready(message, said, server));
        } catch (RuntimeException e) {
            if (outage.causes(e)) {
                throw e;
            }
            LOG.error("Notice {} could not be read for a device", message.notice(), e);
            later(message, OUR_MISTAKE, Optional.empty(), now);
            return Optional.empty();
        }
    }

    private void bring(Ready ready) {
        Instant now = time.instant();
        InHand message = ready.message();
        switch (outcome(ready, now)) {
            case Outcome.Taken() -> {
                messages.settle(message, Ending.SENT, now);
                devices.reached(message.device(), now);
            }
            case Outcome.Gone() -> devices.remove(message.device());
            case Outcome.Never(var reason) -> failed(message, reason, now);
            case Outcome.NotNow(var reason, var asked) -> later(message, reason, asked, now);
        }
    }

    private void later(InHand message, String reason, Optional<Duration> asked, Instant now) {
        if (message.attempts() > WAITS.size()) {
            failed(message, reason, now);
        } else {
            messages.postpone(message, now.plus(wait(message, asked)));
        }
    }

    /** A mistake of ours with one message holds up no other. */
    private Outcome outcome(Ready ready, Instant now) {
        InHand message = ready.message();
        try {
            return line.bring(
                    message.subscription(),
                    parcel(ready.dispatch(), message.shown(), now),
                    ready.keys(),
                    settings.subject(),
                    now);
        } catch (RuntimeException e) {
            LOG.error("Notice {} could not be made a message for a device", message.notice(), e);
            return new Outcome.NotNow(OUR_MISTAKE, Optional.empty());
        }
    }

    private static PushLine.Parcel parcel(Dispatch dispatch, boolean shown, Instant now) {
        Duration news = Duration.between(now, dispatch.until());
        Duration most = PushWords.atMost(dispatch.kind());
        return new PushLine.Parcel(
                PushWords.json(dispatch, shown),
                PushWords.topic(dispatch),
                PushWords.urgency(dispatch.kind()),
                news.compareTo(most) < 0 ? news : most);
    }

    /** At least as long as the push service asked for, but for what would be a day. */
    private static Duration wait(InHand message, Optional<Duration> asked) {
        Duration own = WAITS.get(Math.max(0, message.attempts() - 1));
        Duration longer = asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }

    /** The log does not say where to: an endpoint is somebody's. */
    private void failed(InHand message, String reason, Instant now) {
        LOG.warn("A push service did not take notice {}: {}", message.notice(), reason);
        messages.settle(message, Ending.FAILED, now);
    }
}
