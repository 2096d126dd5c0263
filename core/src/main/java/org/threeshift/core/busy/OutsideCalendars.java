package org.threeshift.core.busy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.threeshift.core.audit.TypedLine;
import org.threeshift.core.hours.Span;
import org.threeshift.core.id.Ids;
import org.threeshift.core.keys.Seal;
import org.threeshift.core.network.Reach;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;

/**
 * Calendars that people keep elsewhere, of which this installation knows when they are busy and nothing else. They are only ever
 * fetched by {@link #round}, which any node may run.
 */
@Service
public class OutsideCalendars {
    /** Of one person. */
    public static final int MOST = 5;

    public static final int LONGEST_NAME = 60;

    private static final Logger LOG = LoggerFactory.getLogger(OutsideCalendars.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IN_HAND_AT_MOST = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration SELDOM = Duration.ofHours(12);
    /** Begun in one round at most, and by how many threads. */
    private static final int ROUND = 400;

    private static final int AT_ONCE = 8;
    /** After that a round begins no more; what it has begun takes {@link #PATIENCE} at most. */
    private static final Duration ROUND_AT_MOST = Duration.ofMinutes(3);
    /** Whoever asks for theirs to be read again is not asked for it more often than that, however often they ask. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(5);

    private static final String SEALED = "sealed:";
    private static final String OPEN = "open:";

    /** How far ahead somebody's being busy is known. */
    static final Duration AHEAD = Duration.ofDays(200);

    private final PostgresOutsideCalendars store;
    private final People people;
    private final Optional<Seal> seal;
    private final Ids ids;
    private final InstantSource time;
    private final Reach reach;
    private final Fetcher fetcher;

    @Autowired
    OutsideCalendars(PostgresOutsideCalendars store, People people, Optional<Seal> seal, Ids ids, InstantSource time) {
        this(store, people, seal, ids, time, Reach.PUBLIC);
    }

    OutsideCalendars(
            PostgresOutsideCalendars store,
            People people,
            Optional<Seal> seal,
            Ids ids,
            InstantSource time,
            Reach reach) {
        this.store = store;
        this.people = people;
        this.seal = seal.filter(Seal::ready);
        this.ids = ids;
        this.time = time;
        this.reach = reach;
        this.fetcher = new Fetcher(reach, PATIENCE);
    }

    /** What became of a wish for one. */
    public sealed interface Added {
        record Done(OutsideCalendar calendar) implements Added {}

        /** What is wrong with the name, the address, or both. */
        record Refused(Optional<NameTrouble> name, Optional<Trouble> address) implements Added {}

        /** There are {@link OutsideCalendars#MOST} already. */
        record TooMany() implements Added {}

        /** A guest has no account. */
        record NoAccount() implements Added {}
    }

    /** What is wrong with a name. */
    public enum NameTrouble {
        MISSING,
        /** More than {@link OutsideCalendars#LONGEST_NAME} characters. */
        TOO_LONG
    }

    public List<OutsideCalendar> of(Person owner) {
        return store.of(owner.id());
    }

    /** Takes an address. Whether anything is there shows once it was fetched, which is soon. */
    public Added add(Person owner, String name, String address) {
        if (owner.guest()) {
            return new Added.NoAccount();
        }
        String called = TypedLine.of(name);
        Optional<NameTrouble> misnamed = misnamed(called);
        String tidy = Fetcher.https(address);
        Optional<Trouble> wrong = Fetcher.complaint(tidy, reach);
        if (misnamed.isPresent() || wrong.isPresent()) {
            return new Added.Refused(misnamed, wrong);
        }
        var calendar = new OutsideCalendar(
                ids.next(),
                owner.id(),
                called,
                URI.create(tidy).getHost().toLowerCase(Locale.ROOT),
                time.instant(),
                Optional.empty(),
                Optional.empty(),
                0);
        return store.add(calendar, closed(tidy, owner.id()), MOST) ? new Added.Done(calendar) : new Added.TooMany();
    }

    private static Optional<NameTrouble> misnamed(String called) {
        if (called.isEmpty()) {
            return Optional.of(NameTrouble.MISSING);
        }
        return called.codePointCount(0, called.length()) > LONGEST_NAME
                ? Optional.of(NameTrouble.TOO_LONG)
                : Optional.empty();
    }

    /** With all that is known by it. @return false when it is none of theirs */
    public boolean remove(Person owner, UUID calendar) {
        return store.remove(owner.id(), calendar);
    }

    /**
     * Lets it be fetched in the next round, or five minutes after it was fetched last. How long it waits after another failure stays
     * as it was.
     *
     * @return false when it is none of theirs
     */
    public boolean again(Person owner, UUID calendar) {
        return store.dueSoon(owner.id(), calendar, time.instant(), AGAIN_AFTER);
    }

    /** When people are busy, by all that their calendars said when they were last read; nothing for whoever has none. */
    public Map<PersonId, List<Span>> busy(Collection<PersonId> whom, Span within) {
        return whom.isEmpty() ? Map.of() : store.busy(whom, within);
    }

    /**
     * Fetches whatever is due, several at once: one that drips keeps no other waiting. For the job, which runs on one node at a time;
     * two at once would fetch nothing twice either. By threads of the machine's own, as a long file would keep those from their work on
     * which live pages are told.
     */
    public void round() {
        long end = System.nanoTime() + ROUND_AT_MOST.toNanos();
        var begun = new AtomicInteger();
        Callable<Boolean> lane = () -> {
            boolean more = true;
            while (more && begun.getAndIncrement() < ROUND && System.nanoTime() < end) {
                more = !Thread.currentThread().isInterrupted() && next();
            }
            return more;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("calendars-", 0).factory())) {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(AT_ONCE, lane))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** @return whether there was one */
    private boolean next() {
        Instant now = time.instant();
        Optional<PostgresOutsideCalendars.Due> due = store.take(now, now.plus(IN_HAND_AT_MOST));
        due.ifPresent(this::fetch);
        return due.isPresent();
    }

    /** For whoever tells of calendars that are nowhere, as a demonstration does. */
    public void tell(OutsideCalendar calendar, List<Span> busy, Duration untilFetched) {
        Instant now = time.instant();
        store.read(calendar.id(), busy, 0, now, now.plus(untilFetched));
    }

    private void fetch(PostgresOutsideCalendars.Due due) {
        Fetched fetched = opened(due.address(), due.owner())
                .map(fetcher::fetch)
                .orElseGet(() -> new Fetched.Failed(Trouble.NO_ADDRESS));
        switch (fetched) {
            case Fetched.Text(var text) -> read(due, text);
            case Fetched.Failed(var trouble) -> failed(due, trouble);
        }
    }

    private void read(PostgresOutsideCalendars.Due due, String text) {
        Instant now = time.instant();
        ZoneId zone = people.find(due.owner()).map(Person::zone).orElse(ZoneOffset.UTC);
        var window = new Span(now.minus(Duration.ofDays(1)), now.plus(AHEAD));
        switch (BusyReader.read(text, zone, window)) {
            case BusyReader.Reading.Done(var busy, int skipped) ->
                store.read(due.id(), busy, skipped, now, now.plus(EVERY));
            case BusyReader.Reading.Failed(var trouble) -> failed(due, trouble);
        }
    }

    /** Ever more seldom: whoever is not there is not knocked at all day. */
    private void failed(PostgresOutsideCalendars.Due due, Trouble trouble) {
        Duration wait = EVERY.multipliedBy(1L << Math.min(due.failures(), 5));
        store.failed(due.id(), trouble, time.instant().plus(wait.compareTo(SELDOM) > 0 ? SELDOM : wait));
        LOG.debug("Outside calendar {} could not be read: {}", due.id(), trouble);
    }

    private String closed(String address, PersonId owner) {
        return seal.map(some -> SEALED + some.close(address.getBytes(StandardCharsets.UTF_8), owner.toString()))
                .orElseGet(() -> OPEN + address);
    }

    /** Absent when it was sealed with a key that is gone. */
    private Optional<String> opened(String stored, PersonId owner) {
        return stored.startsWith(SEALED)
                ? seal.flatMap(some -> some.open(stored.substring(SEALED.length()), owner.toString()))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : Optional.of(stored.substring(OPEN.length()));
    }
}
