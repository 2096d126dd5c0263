package org.threeshift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;
import org.threeshift.core.id.Token;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.SignIns;
import org.threeshift.core.push.PushDevices;

/** Sign-in sessions, which lie in the database and therefore outlive the server. What one holds is in {@link Held}. */
@Component
public class Sessions {
    /** Also the column by which all sessions of a person are found. */
    static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final CookieSerializer cookies;
    private final InstantSource time;
    private final Bell bell;
    private final Browsers browsers;
    private final PushDevices pushDevices;

    /**
     * One browser in which somebody is signed in.
     *
     * @param key      names it in an address, and opens nothing
     * @param agent    what the browser said of itself at sign-in; may be empty
     * @param address  of the network from which it signed in; may be empty
     * @param way      a {@link SignIn.Way#code}; may be empty
     * @param current  whether it is the one that asks
     */
    public record Device(
            String key,
            String agent,
            String address,
            String way,
            Instant signedInAt,
            Instant lastSeen,
            boolean current) {}

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> repository,
            CookieSerializer cookies,
            InstantSource time,
            Bell bell,
            Browsers browsers,
            PushDevices pushDevices) {
        this.repository = repository;
        this.cookies = cookies;
        this.time = time;
        this.bell = bell;
        this.browsers = browsers;
        this.pushDevices = pushDevices;
    }

    /** Where a person is signed in: this device first, then the one that was used last. */
    public List<Device> devices(PersonId person, HttpServletRequest request) {
        return devices(person, ids(request));
    }

    /** The same where nobody asks: the one that was used last first. */
    public List<Device> devices(PersonId person) {
        return devices(person, List.of());
    }

    private List<Device> devices(PersonId person, List<String> own) {
        return repository.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> device(session, own.contains(session.getId())))
                .sorted(Comparator.comparing(Device::current)
                        .thenComparing(Device::lastSeen)
                        .reversed())
                .toList();
    }

    /**
     * Ends the session that a key of {@link Device} names, and messages on that device.
     *
     * @return false when the person has none of that key
     */
    public boolean end(PersonId person, String key) {
        Optional<String> found = all(person).filter(id -> key(id).equals(key)).findFirst();
        found.ifPresent(id -> {
            browser(repository, id).ifPresent(hash -> pushDevices.left(person, hash));
            repository.deleteById(id);
        });
        bell.ring(SignIns.topic(person));
        return found.isPresent();
    }

    /** Ends every session of a person but the one that {@code request} belongs to, those halfway in too. */
    public void endOthers(PersonId person, HttpServletRequest request) {
        List<String> own = ids(request);
        all(person).filter(id -> !own.contains(id)).forEach(repository::deleteById);
        pushDevices.leftAll(person, browsers.of(request).map(Token::hash));
        bell.ring(SignIns.topic(person));
    }

    /** Ends every session of a person, the one that {@code request} belongs to among them. */
    public void endAll(PersonId person, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        if (own != null) {
            own.invalidate();
        }
        // What is left of this request is nobody's.
        SecurityContextHolder.clearContext();
        endAll(person);
    }

    /** Ends every session of a person, and with it whatever their pages hold open. */
    public void endAll(PersonId person) {
        all(person).forEach(repository::deleteById);
        pushDevices.leftAll(person, Optional.empty());
        bell.ring(SignIns.topic(person));
    }

    /** The sessions that a request's cookies name, for requests that the session filter leaves alone. */
    List<String> ids(HttpServletRequest request) {
        return cookies.readCookieValues(request);
    }

    /** What these sessions hold: the first of them that still lives. */
    Optional<Held> held(List<String> ids) {
        return ids.stream()
                .map(id -> live(repository, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<String> all(PersonId person) {
        return Stream.of(person.toString(), Held.HALFWAY + person)
                .flatMap(principal ->
                        List.copyOf(repository.findByPrincipalName(principal).keySet()).stream());
    }

    /** Absent for sessions from before browsers were noted. */
    private static Optional<byte[]> browser(FindByIndexNameSessionRepository<?> sessions, String id) {
        Session session = sessions.findById(id);
        return session == null
                ? Optional.empty()
                : Optional.of(text(session, Held.BROWSER))
                        .filter(hash -> !hash.isEmpty())
                        .map(HexFormat.of()::parseHex);
    }

    private <S extends Session> Optional<Held> live(FindByIndexNameSessionRepository<S> sessions, String id) {
        S session = sessions.findById(id);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = time.instant();
        if (session.getLastAccessedTime().plus(SparingSessions.NOTED_AFTER).isBefore(now)) {
            session.setLastAccessedTime(now);
            sessions.save(session);
        }
        return Held.of(session::getAttribute, session.getCreationTime());
    }

    private static Device device(Session session, boolean current) {
        return new Device(
                key(session.getId()),
                text(session, Held.AGENT),
                text(session, Held.ADDRESS),
                text(session, Held.WAY).toLowerCase(Locale.ROOT).replace('_', '-'),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                current);
    }

    private static String key(String id) {
        return HexFormat.of().formatHex(new Token(id).hash(), 0, 16);
    }

    private static String text(Session session, String name) {
        @Nullable Object attribute = session.getAttribute(name);
        return attribute instanceof String text ? text : "";
    }
}
