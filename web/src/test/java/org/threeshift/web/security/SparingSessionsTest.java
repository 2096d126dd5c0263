package org.threeshift.web.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

class SparingSessionsTest {
    private final MapSessionRepository stored = new MapSessionRepository(new ConcurrentHashMap<>());
    private final SparingSessions<MapSession> sessions = new SparingSessions<>(stored);
    private final SparingSessions.Used<MapSession> session = sessions.createSession();
    private final Instant noted = session.getLastAccessedTime();

    @Test
    void a_use_within_a_minute_is_not_noted_and_the_next_one_is() {
        session.setLastAccessedTime(noted.plus(SparingSessions.NOTED_AFTER).minusMillis(1));
        assertThat(session.getLastAccessedTime()).isEqualTo(noted);
        session.setLastAccessedTime(noted.plus(SparingSessions.NOTED_AFTER));
        assertThat(session.getLastAccessedTime()).isEqualTo(noted.plus(SparingSessions.NOTED_AFTER));
    }

    @Test
    void everything_else_is_the_stored_sessions_own() {
        session.setAttribute("colour", "blue");
        session.setMaxInactiveInterval(Duration.ofDays(7));
        sessions.save(session);
        MapSession found = requireNonNull(stored.findById(session.getId()));
        assertThat(found.<String>getAttribute("colour")).isEqualTo("blue");
        assertThat(found.getMaxInactiveInterval()).isEqualTo(Duration.ofDays(7));
        sessions.deleteById(session.getId());
        assertThat(sessions.findById(session.getId())).isNull();
    }
}
