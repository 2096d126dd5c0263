package org.threeshift.web.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.SignIns;

/**
 * The open lines of this node. A line ends when the sign-in ends with which its page was opened: at once when somebody's
 * sign-ins are ended, as when they are suspended, and within seconds when they sign out.
 */
@Component
public final class LiveStreams {
    /** Often enough that a page can tell a dead line within ten seconds, though one beat may come late. */
    static final Duration BEAT = Duration.ofSeconds(4);
    /** A sign-in is asked for at every third beat, so that a line outlives it by a quarter of a minute at most. */
    private static final int BEATS_PER_SIGN_IN = 3;
    /** Of one kind, of one person on one thing; who opens more loses the oldest. */
    public static final int PAGES_OF_ONE = 5;

    /** What a line is for. */
    public enum Kind {
        ROOM(Duration.ofSeconds(2), 8),
        CALL(Duration.ofSeconds(1), 4),
        /** Each look says, too, that the page is open. */
        WAITING(Duration.ofSeconds(2), 2);

        private final Duration reconnectAfter;
        /** A missed ring costs at most so many beats. */
        private final int beatsPerLook;

        Kind(Duration reconnectAfter, int beatsPerLook) {
            this.reconnectAfter = reconnectAfter;
            this.beatsPerLook = beatsPerLook;
        }
    }

    /**
     * Whose page it is, on what.
     *
     * @param thing such as an interview
     */
    public record Chair(Kind kind, UUID thing, PersonId person) {}

    private final SignIns signIns;
    private final InstantSource time;
    private final Bell bell;
    private final Map<Chair, List<LiveStream>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("live-pulse").factory());
    private volatile boolean closing;
    private long beats;

    @SuppressWarnings("FutureReturnValueIgnored") // it beats until the executor stops
    LiveStreams(SignIns signIns, InstantSource time, Bell bell) {
        this.signIns = signIns;
        this.time = time;
        this.bell = bell;
        pulse.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Opens a line for the request that is answered now.
     *
     * @param watching  what the page is told
     * @param listening how the line is woken, until it ends
     */
    public SseEmitter open(Chair chair, Watching watching, Function<Line, List<Bell.Listening>> listening) {
        Supplier<Optional<Person>> signIn = signIns.current();
        var stream = new LiveStream(
                watching,
                () -> signIn.get()
                        .map(Person::id)
                        .filter(chair.person()::equals)
                        .isPresent(),
                time);
        Bell.Listening endings = bell.listen(
                SignIns.topic(chair.person()),
                () -> Thread.ofVirtual().name("ended sign-in").start(stream::askAgain));
        List<Bell.Listening> ears = listening.apply(stream);
        add(chair, stream);
        Runnable forget = () -> {
            endings.close();
            ears.forEach(Bell.Listening::close);
            remove(chair, stream);
        };
        try {
            SseEmitter emitter = stream.open(chair.kind().reconnectAfter, forget);
            if (closing) {
                stream.close();
            }
            return emitter;
        } catch (RuntimeException e) {
            // Nobody gets this stream, so the container never says that it is over.
            forget.run();
            stream.close();
            throw e;
        }
    }

    /** How many lines of a kind this node holds. */
    public int count(Kind kind) {
        return open.entrySet().stream()
                .filter(one -> one.getKey().kind() == kind)
                .mapToInt(one -> one.getValue().size())
                .sum();
    }

    /** How many lines this node holds to somebody's pages. */
    public int count(Chair chair) {
        return open.getOrDefault(chair, List.of()).size();
    }

    /** Before the server waits for its last answers: streams would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        pulse.shutdownNow();
        open.values().forEach(streams -> streams.forEach(LiveStream::close));
    }

    private void beat() {
        beats++;
        open.forEach((chair, streams) -> {
            boolean look = beats % chair.kind().beatsPerLook == 0;
            streams.forEach(stream -> {
                Thread.startVirtualThread(stream::beat);
                if (look) {
                    stream.wake();
                } else if (beats % BEATS_PER_SIGN_IN == 0) {
                    Thread.startVirtualThread(stream::askWhoIsThere);
                }
            });
        });
    }

    private void add(Chair chair, LiveStream stream) {
        open.compute(chair, (_, before) -> {
            List<LiveStream> others = before == null ? List.of() : before;
            if (others.size() >= PAGES_OF_ONE) {
                Thread.startVirtualThread(others.getFirst()::close);
            }
            return Stream.concat(others.stream(), Stream.of(stream)).toList();
        });
    }

    private void remove(Chair chair, LiveStream stream) {
        open.computeIfPresent(chair, (_, before) -> {
            List<LiveStream> left =
                    before.stream().filter(other -> other != stream).toList();
            return left.isEmpty() ? null : left;
        });
    }
}
