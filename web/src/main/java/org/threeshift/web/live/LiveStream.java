package org.threeshift.web.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open page. A beat at constant pace tells it that the line still stands. */
final class LiveStream implements Line {
    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    /** After a time the browser opens a new stream by itself, so that none lives for ever. */
    private static final Duration LIFE = Duration.ofMinutes(30);
    /** How long a sign-in counts that was there when it was last asked for. */
    private static final Duration SIGNED_IN_FOR = Duration.ofSeconds(10);

    private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
    private final Watching watching;
    private final BooleanSupplier signedIn;
    private final InstantSource time;
    private final AtomicBoolean waking = new AtomicBoolean();
    private Instant asked;
    private volatile boolean closed;

    /** @param signedIn whether the page's person is still signed in where it was opened; they were when it was */
    LiveStream(Watching watching, BooleanSupplier signedIn, InstantSource time) {
        this.watching = watching;
        this.signedIn = signedIn;
        this.time = time;
        this.asked = time.instant();
    }

    /** @param gone what to forget once the page is no longer there */
    SseEmitter open(Duration reconnectAfter, Runnable gone) {
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> gone.run());
        send(SseEmitter.event().reconnectTime(reconnectAfter.toMillis()).comment("open"));
        look();
        return emitter;
    }

    @Override
    public void wake() {
        if (waking.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::look);
        }
    }

    synchronized void look() {
        waking.set(false);
        try {
            if (closed) {
                return;
            }
            if (stillIn()) {
                watching.look(this);
            } else {
                close();
            }
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next look will", e);
        }
    }

    /** Ends the line if the sign-in has ended, without a look at anything else. */
    synchronized void askWhoIsThere() {
        try {
            if (!closed && !stillIn()) {
                close();
            }
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next beat will ask", e);
        }
    }

    /** Sign-ins of this person have been ended: the last answer counts no longer. */
    synchronized void askAgain() {
        asked = Instant.MIN;
        askWhoIsThere();
    }

    private boolean stillIn() {
        Instant now = time.instant();
        if (now.isBefore(asked.plus(SIGNED_IN_FOR))) {
            return true;
        }
        boolean still = signedIn.getAsBoolean();
        asked = now;
        return still;
    }

    void beat() {
        send(SseEmitter.event().name("beat").data("."));
    }

    @Override
    public void sendSoon(SseEventBuilder event) {
        Thread.startVirtualThread(() -> send(event));
    }

    @Override
    public synchronized void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The page has gone; the container says so to the callbacks.
            emitter.complete();
        }
    }

    @Override
    public void close() {
        closed = true;
        emitter.complete();
    }
}
