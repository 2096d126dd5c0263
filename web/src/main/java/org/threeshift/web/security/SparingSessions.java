package org.threeshift.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that note their last use only where the last note is older than {@link #NOTED_AFTER}: otherwise each page that
 * somebody reads would be a durable write, for which the disk is waited for.
 */
record SparingSessions<S extends Session>(SessionRepository<S> sessions)
        implements SessionRepository<SparingSessions.Used<S>> {
    /** Sessions end after days of rest, so that a minute does not matter. */
    static final Duration NOTED_AFTER = Duration.ofMinutes(1);

    @Override
    public Used<S> createSession() {
        return new Used<>(sessions.createSession());
    }

    @Override
    public void save(Used<S> session) {
        sessions.save(session.stored());
    }

    @Override
    public @Nullable Used<S> findById(String id) {
        S found = sessions.findById(id);
        return found == null ? null : new Used<>(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    record Used<S extends Session>(S stored) implements Session {
        @Override
        public void setLastAccessedTime(Instant now) {
            if (!stored.getLastAccessedTime().plus(NOTED_AFTER).isAfter(now)) {
                stored.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        public String changeSessionId() {
            return stored.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            stored.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            stored.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
