package org.threeshift.core.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.id.Ids;
import org.threeshift.core.network.Reach;
import org.threeshift.core.people.Person;
import org.threeshift.core.push.PostgresPushDevices.Kept;
import org.threeshift.core.push.PushLine.Outcome;

/** Lets somebody see whether a device of theirs is reached: at once, while they wait, by the same way as all messages. */
@Service
public class PushTrial {
    private static final Logger LOG = LoggerFactory.getLogger(PushTrial.class);

    /** Somebody looks at the page meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** A person holds one line at a time, however many devices they have. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private static final Duration LASTS = Duration.ofMinutes(1);

    private final PostgresPushDevices devices;
    private final PushKeys keys;
    private final PushSettings settings;
    private final Ids ids;
    private final TransactionOperations transactions;
    private final InstantSource time;
    private final PushLine line;

    @Autowired
    PushTrial(
            PostgresPushDevices devices,
            PushKeys keys,
            PushSettings settings,
            Ids ids,
            TransactionOperations transactions,
            InstantSource time) {
        this(devices, keys, settings, ids, transactions, time, new PushLine(Reach.PUBLIC, PATIENCE));
    }

    PushTrial(
            PostgresPushDevices devices,
            PushKeys keys,
            PushSettings settings,
            Ids ids,
            TransactionOperations transactions,
            InstantSource time,
            PushLine line) {
        this.devices = devices;
        this.keys = keys;
        this.settings = settings;
        this.ids = ids;
        this.transactions = transactions;
        this.time = time;
        this.line = line;
    }

    /** What became of it. */
    public enum Tried {
        /** The push service took it, and the device shows it when it is on. */
        SENT,
        /** The browser gave it up; the device is forgotten. */
        GONE,
        /** It was turned on for another key of this installation, and has to be turned on again. */
        OTHER_KEY,
        /** The last one was less than {@link PushTrial#AGAIN_AFTER} ago. */
        TOO_SOON,
        /** The push service did not take it. */
        REFUSED,
        /** It is none of theirs. */
        NOT_THERE
    }

    public Tried send(Person person, UUID device) {
        Optional<Kept> kept = devices.find(person.id(), device);
        if (kept.isEmpty()) {
            return Tried.NOT_THERE;
        }
        Optional<ServerKeys> server =
                keys.kept().filter(some -> Arrays.equals(some.open(), kept.get().serverKey()));
        if (server.isEmpty()) {
            return Tried.OTHER_KEY;
        }
        Instant now = time.instant();
        boolean turn = Boolean.TRUE.equals(transactions.execute(_ -> {
            devices.lock(person.id());
            return devices.tried(person.id(), device, now, now.minus(AGAIN_AFTER));
        }));
        return turn ? bring(device, kept.get().subscription(), server.get(), now) : Tried.TOO_SOON;
    }

    private Tried bring(UUID device, Subscription to, ServerKeys server, Instant now) {
        var parcel =
                new PushLine.Parcel(PushWords.trial(ids.next()), PushWords.TRIAL_TOPIC, PushWords.Urgency.HIGH, LASTS);
        return switch (line.bring(to, parcel, server, settings.subject(), now)) {
            case Outcome.Taken() -> {
                devices.reached(device, now);
                yield Tried.SENT;
            }
            case Outcome.Gone() -> {
                devices.remove(device);
                yield Tried.GONE;
            }
            case Outcome.Never(var reason) -> refused(reason);
            case Outcome.NotNow(var reason, var _) -> refused(reason);
        };
    }

    private static Tried refused(String reason) {
        LOG.warn("A push service did not take a trial: {}", reason);
        return Tried.REFUSED;
    }
}
