package org.threeshift.web.room;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.presence.Presence;

/** The open streams of this node. */
@Component
final class RoomStreams {
    /** Often enough that a page can tell a dead line within ten seconds, though one beat may come late. */
    static final Duration BEAT = Duration.ofSeconds(4);
    /** Of one person in one interview; who opens more loses the oldest. */
    static final int PAGES_OF_ONE = 5;
    /** A missed ring costs at most this. */
    private static final int BEATS_PER_LOOK = 8;

    private record Chair(InterviewId interview, PersonId person) {}

    private final Rooms rooms;
    private final Bell bell;
    private final Map<Chair, List<RoomStream>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("room-pulse").factory());
    private volatile boolean closing;
    private long beats;

    @SuppressWarnings("FutureReturnValueIgnored") // it beats until the executor stops
    RoomStreams(Rooms rooms, Bell bell) {
        this.rooms = rooms;
        this.bell = bell;
        pulse.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param seen the version that the page shows */
    SseEmitter open(InterviewId interview, Person person, String seen) {
        var chair = new Chair(interview, person.id());
        var stream = new RoomStream(() -> rooms.version(interview, person), seen);
        Bell.Listening stage = bell.listen(interview.value(), stream::wake);
        Bell.Listening people = bell.listen(Presence.topic(interview), stream::somebodyMoved);
        add(chair, stream);
        Runnable forget = () -> {
            stage.close();
            people.close();
            remove(chair, stream);
        };
        try {
            SseEmitter emitter = stream.open(forget);
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

    int count() {
        return open.values().stream().mapToInt(List::size).sum();
    }

    /** Before the server waits for its last answers: streams would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        pulse.shutdownNow();
        open.values().forEach(streams -> streams.forEach(RoomStream::close));
    }

    private void beat() {
        boolean look = ++beats % BEATS_PER_LOOK == 0;
        open.values()
                .forEach(streams -> streams.forEach(stream -> {
                    Thread.startVirtualThread(stream::beat);
                    if (look) {
                        stream.wake();
                    }
                }));
    }

    private void add(Chair chair, RoomStream stream) {
        open.compute(chair, (_, before) -> {
            List<RoomStream> others = before == null ? List.of() : before;
            if (others.size() >= PAGES_OF_ONE) {
                Thread.startVirtualThread(others.getFirst()::close);
            }
            return Stream.concat(others.stream(), Stream.of(stream)).toList();
        });
    }

    private void remove(Chair chair, RoomStream stream) {
        open.computeIfPresent(chair, (_, before) -> {
            List<RoomStream> left =
                    before.stream().filter(other -> other != stream).toList();
            return left.isEmpty() ? null : left;
        });
    }
}
