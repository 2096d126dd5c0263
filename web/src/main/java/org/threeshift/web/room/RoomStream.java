package org.threeshift.web.room;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page of one candidate. It is told the stage's version when that has changed, and that somebody came, and nothing
 * else; a beat at constant pace tells the page that the line still stands.
 */
final class RoomStream {
    private static final Logger log = LoggerFactory.getLogger(RoomStream.class);

    /** After a time the browser opens a new stream by itself, so that none lives for ever. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final long RECONNECT_AFTER_MILLIS = 2_000;

    private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
    private final Supplier<Optional<String>> version;
    private final AtomicBoolean waking = new AtomicBoolean();
    private String seen;

    RoomStream(Supplier<Optional<String>> version, String seen) {
        this.version = version;
        this.seen = seen;
    }

    /** @param gone what to forget once the page is no longer there */
    SseEmitter open(Runnable gone) {
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> gone.run());
        send(SseEmitter.event().reconnectTime(RECONNECT_AFTER_MILLIS).comment("open"));
        catchUp();
        return emitter;
    }

    /** Returns at once. Several wakes may make one look. */
    void wake() {
        if (waking.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::catchUp);
        }
    }

    /** Sends the version if it is not the one that the page has. */
    synchronized void catchUp() {
        waking.set(false);
        try {
            version.get().ifPresentOrElse(this::tell, this::close);
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next look will", e);
        }
    }

    private void tell(String now) {
        if (!now.equals(seen)) {
            seen = now;
            send(SseEmitter.event().id(now).name("stage").data(now));
        }
    }

    void beat() {
        send(SseEmitter.event().name("beat").data("."));
    }

    /** Tells the page to ask who is here. Returns at once. */
    void somebodyMoved() {
        Thread.startVirtualThread(() -> send(SseEmitter.event().name("somebody").data(".")));
    }

    void close() {
        emitter.complete();
    }

    private synchronized void send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The page has gone; the container says so to the callbacks.
            emitter.complete();
        }
    }
}
