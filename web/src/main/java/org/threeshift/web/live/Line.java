package org.threeshift.web.live;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** A line to one page. */
public interface Line {
    /** Waits until it is written. A page that has gone is forgotten. */
    void send(SseEventBuilder event);

    /** Returns at once. */
    void sendSoon(SseEventBuilder event);

    /** Takes another look soon, and returns at once. Several wakes may make one look. */
    void wake();

    void close();
}
