package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.SignIns;

/**
 * Sign-in sessions, which lie in the database and therefore outlive the server. A session holds one thing: the id of
 * the person, as text, so that no later version of the program stumbles over an older one's objects.
 */
@Component
public class Sessions {
    /** Also the column by which all sessions of a person are found. */
    static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final CookieSerializer cookies;
    private final InstantSource time;
    private final Bell bell;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            CookieSerializer cookies,
            InstantSource time,
            Bell bell) {
        this.repository = repository;
        this.cookies = cookies;
        this.time = time;
        this.bell = bell;
    }

    /** Ends every session of a person but the one that {@code request} belongs to. */
    public void endOthers(PersonId person, HttpServletRequest request) {
        var own = cookies.readCookieValues(request);
        repository.findByPrincipalName(person.toString()).keySet().stream()
                .filter(id -> !own.contains(id))
                .forEach(repository::deleteById);
        bell.ring(SignIns.topic(person));
    }

    /** Ends every session of a person, and with it whatever their pages hold open. */
    public void endAll(PersonId person) {
        repository.findByPrincipalName(person.toString()).keySet().forEach(repository::deleteById);
        bell.ring(SignIns.topic(person));
    }

    /** The sessions that a request's cookies name, for requests that the session filter leaves alone. */
    List<String> ids(HttpServletRequest request) {
        return cookies.readCookieValues(request);
    }

    /** Whose these sessions are: the first of them that still lives. */
    Optional<PersonId> personOf(List<String> ids) {
        return ids.stream()
                .map(id -> live(repository, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private <S extends Session> Optional<PersonId> live(FindByIndexNameSessionRepository<S> sessions, String id) {
        S session = sessions.findById(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = time.instant();
        if (session.getLastAccessedTime().plus(SparingSessions.NOTED_AFTER).isBefore(now)) {
            session.setLastAccessedTime(now);
            sessions.save(session);
        }
        return person(session.getAttribute(PERSON));
    }

    static Optional<PersonId> person(@Nullable Object attribute) {
        return attribute instanceof String id ? Optional.of(PersonId.of(id)) : Optional.empty();
    }
}
