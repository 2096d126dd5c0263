package org.threeshift.web.call;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.call.Gone;
import org.threeshift.core.call.Sight;
import org.threeshift.core.call.Signal;

/**
 * The line to one page: who may be in the call and who is, whenever that changes, then the page's signals in order, each
 * under its number.
 * A beat at constant pace tells the page that the line still stands.
 */
final class CallStream {
    private static final Logger log = LoggerFactory.getLogger(CallStream.class);

    /** After a time the browser opens a new stream by itself, so that none lives for ever. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final long RECONNECT_AFTER_MILLIS = 1_000;

    private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
    private final LongFunction<Sight> look;
    private final CallWords words;
    private final AtomicBoolean waking = new AtomicBoolean();
    private long after;
    private String seated = "";
    private String callers = "";

    /** @param look at the call, for signals beyond a number */
    CallStream(LongFunction<Sight> look, CallWords words, long after) {
        this.look = look;
        this.words = words;
        this.after = after;
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

    synchronized void catchUp() {
        waking.set(false);
        try {
            switch (look.apply(after)) {
                case Sight.Here(var now, var may, var signals) -> tell(words.seated(may), words.callers(now), signals);
                case Sight.Out(Gone why) -> {
                    send(SseEmitter.event()
                            .name("out")
                            .data(CallProblems.Reason.of(why).key()));
                    close();
                }
            }
        } catch (DataAccessException e) {
            log.debug("The database does not answer; the next look will", e);
        }
    }

    private void tell(String may, String now, List<Signal> signals) {
        if (!may.equals(seated)) {
            seated = may;
            send(SseEmitter.event().name("seated").data(may));
        }
        if (!now.equals(callers)) {
            callers = now;
            send(SseEmitter.event().name("callers").data(now));
        }
        for (Signal signal : signals) {
            after = signal.number();
            send(SseEmitter.event()
                    .id(Long.toString(signal.number()))
                    .name("signal")
                    .data(words.signal(signal)));
        }
    }

    void beat() {
        send(SseEmitter.event().name("beat").data("."));
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
