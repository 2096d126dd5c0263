package org.threeshift.web.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.call.Calls;
import org.threeshift.core.call.ConnectionId;
import org.threeshift.core.call.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;

/** The lines to pages that this node holds. Also the node's clock for what is over in calls. */
@Component
final class CallStreams {
    private static final Logger log = LoggerFactory.getLogger(CallStreams.class);

    /** Often enough that a page can tell a dead line within ten seconds, though one beat may come late. */
    static final Duration BEAT = Duration.ofSeconds(4);
    /** Of one person in one interview; who opens more loses the oldest. */
    static final int PAGES_OF_ONE = 5;
    /** A missed ring costs at most this. */
    private static final int BEATS_PER_LOOK = 4;

    /** @param connection absent for a page that only watches */
    record Page(InterviewId interview, PersonId person, Optional<ConnectionId> connection) {
        Sight look(Calls calls, long after) {
            return connection
                    .map(in -> calls.look(interview, person, in, after))
                    .orElseGet(() -> calls.watch(interview, person));
        }
    }

    private record Chair(InterviewId interview, PersonId person) {}

    private final Calls calls;
    private final CallWords words;
    private final Map<Chair, List<CallStream>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("call-pulse").factory());
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile boolean closing;
    private long beats;

    @SuppressWarnings("FutureReturnValueIgnored") // it beats until the executor stops
    CallStreams(Calls calls, CallWords words) {
        this.calls = calls;
        this.words = words;
        pulse.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param after the last signal that the page has, 0 for none */
    SseEmitter open(Page page, long after) {
        var chair = new Chair(page.interview(), page.person());
        var stream = new CallStream(number -> page.look(calls, number), words, after);
        Bell.Listening listening = calls.listen(page.interview(), page.connection(), stream::wake);
        add(chair, stream);
        Runnable forget = () -> {
            listening.close();
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

    /** How many lines this node holds to somebody's pages. */
    int count(InterviewId interview, PersonId person) {
        return open.getOrDefault(new Chair(interview, person), List.of()).size();
    }

    /** Before the server waits for its last answers: streams would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        pulse.shutdownNow();
        open.values().forEach(streams -> streams.forEach(CallStream::close));
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
        if (sweeping.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::sweep);
        }
    }

    /** Beside the pulse: it goes on, however long this takes and whatever becomes of it. */
    private void sweep() {
        try {
            calls.sweep();
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next sweep will be as good", e);
        } catch (RuntimeException e) {
            log.warn("Calls were not swept; the next sweep may do better", e);
        } finally {
            sweeping.set(false);
        }
    }

    private void add(Chair chair, CallStream stream) {
        open.compute(chair, (_, before) -> {
            List<CallStream> others = before == null ? List.of() : before;
            if (others.size() >= PAGES_OF_ONE) {
                Thread.startVirtualThread(others.getFirst()::close);
            }
            return Stream.concat(others.stream(), Stream.of(stream)).toList();
        });
    }

    private void remove(Chair chair, CallStream stream) {
        open.computeIfPresent(chair, (_, before) -> {
            List<CallStream> left =
                    before.stream().filter(other -> other != stream).toList();
            return left.isEmpty() ? null : left;
        });
    }
}
