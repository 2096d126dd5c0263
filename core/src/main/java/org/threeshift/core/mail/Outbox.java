package org.threeshift.core.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.audit.Deed;
import org.threeshift.core.audit.Trail;
import org.threeshift.core.mail.Message.State;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Role;

/** What waits to be sent, for those who send it and for the admin who looks after it. */
@Service
public class Outbox {
    /** Messages of a page. */
    public static final int PAGE = 50;

    /** Longer than a mail server is waited for: nobody still has in hand what was taken before. */
    public static final Duration IN_HAND_AT_MOST = Duration.ofMinutes(10);

    /** How long a message is its taker's that was not handed over. Whoever is slower loses nothing but the attempt. */
    public static final Duration LEASE = Duration.ofMinutes(2);

    /** Tried for about two days, then it has failed. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String UNTOLD = "Whether it still stands could not be told; the log says why.";
    private static final String NOT_HANDED_OVER = "The node that had it in hand ended before the mail server got it.";
    private static final String OVER = "What it tells of was over before it could be sent.";

    private static final Duration ONE_READING = Duration.ofMinutes(15);
    private static final int READINGS_REMEMBERED = 1_000;

    private record Reading(PersonId reader, UUID message) {}

    /** By this node alone; with several a reading may be noted once by each. */
    private final Map<Reading, Instant> readings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reading, Instant> eldest) {
            return size() > READINGS_REMEMBERED;
        }
    };

    private final OutboxStore store;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final List<Recall> recalls;
    private final InstantSource time;

    Outbox(
            OutboxStore store,
            Trail trail,
            TransactionOperations transactions,
            List<Recall> recalls,
            InstantSource time) {
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.recalls = List.copyOf(recalls);
        this.time = time;
    }

    /** What became of a message in somebody's hand. */
    public sealed interface Fate {
        /** The mail server took it. */
        record Sent() implements Fate {}

        /** It certainly did not leave, and may do so later: the server is away, or is busy. */
        record NotNow(String reason) implements Fate {}

        /** It certainly did not leave, and never will: the server knows no such address. */
        record Never(String reason) implements Fate {}

        /** The line was cut at a moment at which nobody can tell. */
        record Unknown(String reason) implements Fate {}
    }

    /**
     * What became of what nodes had in hand that are gone.
     *
     * @param released  had not been handed over: these are sent again
     * @param uncertain had been: an admin decides
     */
    public record Abandoned(int released, int uncertain) {}

    /** Where a page of the outbox begins: after this message. */
    public record Place(Instant postedAt, UUID id) {
        public static Optional<Place> parse(String text) {
            int dash = text.indexOf('_');
            try {
                return dash < 0
                        ? Optional.empty()
                        : Optional.of(new Place(
                                Instant.parse(text.substring(0, dash)), UUID.fromString(text.substring(dash + 1))));
            } catch (DateTimeException | IllegalArgumentException noPlace) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return postedAt + "_" + id;
        }
    }

    public record Page(List<Message> messages, Optional<Place> next) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Takes the message that has waited longest, for the caller alone: however many take at once, on however many nodes, each
     * gets another. What is over by then is taken out instead. Whoever takes one hands it over with {@link #handOver} within the
     * {@link #LEASE}, or loses it, and says what became of it, within {@link #IN_HAND_AT_MOST}.
     */
    public Optional<Message> take() {
        Optional<Message> taken = next();
        while (taken.filter(this::setAside).isPresent()) {
            taken = next();
        }
        return taken;
    }

    private Optional<Message> next() {
        Instant now = time.instant();
        return store.take(now, now.plus(LEASE));
    }

    /**
     * To be asked at the last moment at which the mail server certainly does not have the message, and committed by then: what is not
     * handed over when its taker ends is sent again by somebody else, what is may have arrived.
     *
     * @return false when the caller was too slow, and must not let the mail server have it: it may be in another hand
     */
    public boolean handOver(Message message) {
        return store.handOver(message);
    }

    /** A mistake of ours with one message leaves it where it is, and holds up no other. */
    private boolean setAside(Message message) {
        try {
            if (recalls.stream().anyMatch(recall -> recall.over(message.id()))) {
                store.recall(message, OVER, secrets(message));
                return true;
            }
            return false;
        } catch (RuntimeException e) {
            LOG.error("Whether message {} is over could not be told", message.id(), e);
            settle(message, new Fate.NotNow(UNTOLD));
            return true;
        }
    }

    public void settle(Message message, Fate fate) {
        Instant now = time.instant();
        switch (fate) {
            case Fate.Sent() -> store.settle(message, State.SENT, now, now, "", secrets(message));
            case Fate.Never(var reason) -> put(message, State.FAILED, now, reason);
            case Fate.Unknown(var reason) -> put(message, State.UNCERTAIN, now, reason);
            case Fate.NotNow(var reason) -> {
                if (message.attempts() > WAITS.size()) {
                    put(message, State.FAILED, now, reason);
                } else {
                    Instant next = now.plus(WAITS.get(Math.max(0, message.attempts() - 1)));
                    store.settle(message, State.WAITING, now, next, reason, List.of());
                }
            }
        }
    }

    /**
     * What a node that is gone had not handed over waits again, and fails after as many attempts as any other. What it had is
     * uncertain: at most one message of an event, so nobody sends it again unasked.
     *
     * @param reason why it is uncertain
     */
    public Abandoned settleAbandoned(String reason) {
        Instant now = time.instant();
        return new Abandoned(
                store.release(now, WAITS.size(), NOT_HANDED_OVER), store.uncertain(now.minus(IN_HAND_AT_MOST), reason));
    }

    /**
     * Absent for whoever is no admin.
     *
     * @param query part of an address; empty for all
     */
    public Optional<Page> list(Person reader, Optional<State> state, String query, Optional<Place> after) {
        if (!looksAfter(reader)) {
            return Optional.empty();
        }
        List<Message> found = store.list(state, query.strip().toLowerCase(Locale.ROOT), after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Message> shown = more ? found.subList(0, PAGE) : found;
        return Optional.of(new Page(
                shown,
                more
                        ? Optional.of(new Place(
                                shown.getLast().postedAt(), shown.getLast().id()))
                        : Optional.empty()));
    }

    /**
     * One message, which the trail then says that the admin read: once in a while, as its page holds the letter beside the
     * text and may be loaded again. Absent for whoever is no admin.
     */
    public Optional<Message> read(Person reader, UUID id) {
        Optional<Message> found = looksAfter(reader) ? store.find(id) : Optional.empty();
        found.filter(message -> fresh(new Reading(reader.id(), id)))
                .ifPresent(message -> note(Deed.MESSAGE_READ, reader, message));
        return found;
    }

    private boolean fresh(Reading reading) {
        Instant now = time.instant();
        synchronized (readings) {
            Instant last = readings.get(reading);
            if (last != null && last.plus(ONE_READING).isAfter(now)) {
                return false;
            }
            readings.put(reading, now);
            return true;
        }
    }

    /**
     * Lets a message be tried now.
     *
     * @return false when it is not there, in hand or over, and for whoever is no admin
     */
    public boolean sendAgain(Person by, UUID id) {
        return decide(by, id, Deed.MESSAGE_SENT_AGAIN, message -> store.again(id, time.instant()));
    }

    /**
     * Takes a message out, and its secrets with it.
     *
     * @return false when it is not there, in hand or over, and for whoever is no admin
     */
    public boolean discard(Person by, UUID id) {
        return decide(by, id, Deed.MESSAGE_DISCARDED, message -> store.discard(id, secrets(message)));
    }

    /** How many messages there are in each state; none is zero. */
    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        counts.putAll(store.counts());
        return counts;
    }

    /** Removes every message that was posted before. */
    public int sweep(Instant postedBefore) {
        return store.sweep(postedBefore);
    }

    private interface Decision {
        boolean taken(Message message);
    }

    private boolean decide(Person by, UUID id, Deed deed, Decision decision) {
        if (!looksAfter(by)) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Optional<Message> found = store.find(id);
            boolean done = found.filter(decision::taken).isPresent();
            if (done) {
                note(deed, by, found.orElseThrow());
            }
            return done;
        }));
    }

    private void note(Deed deed, Person by, Message message) {
        trail.add(
                deed,
                Optional.of(by.id()),
                message.person(),
                Map.of("message", message.id().toString(), "topic", message.topic()));
    }

    private void put(Message message, State state, Instant now, String reason) {
        store.settle(message, state, now, now, reason, List.of());
    }

    private static Set<String> secrets(Message message) {
        return Topic.of(message.topic())
                .map(Topic::secrets)
                .orElse(message.values().keySet());
    }

    private static boolean looksAfter(Person person) {
        return person.role() == Role.ADMIN;
    }
}
