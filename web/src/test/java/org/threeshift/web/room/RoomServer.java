package org.threeshift.web.room;

import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.live.LiveStreams;

/** The whole application, started once for all tests that come in as candidates. */
@ExtendWith(RoomServer.StopsAfterTheLast.class)
abstract class RoomServer {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    static final class StopsAfterTheLast implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(RoomServer.class))
                    .computeIfAbsent("threeshift", _ -> (AutoCloseable) () -> {
                        threeshift.close();
                        database.close();
                    });
        }
    }

    static final Play play = new Play(
            threeshift.bean(People.class),
            threeshift.bean(Hosting.class),
            threeshift.bean(Interviews.class),
            threeshift.bean(Banks.class),
            threeshift.bean(Ids.class),
            threeshift.bean(InstantSource.class));

    static String address() {
        return threeshift.address();
    }

    static LiveStreams streams() {
        return threeshift.bean(LiveStreams.class);
    }

    static AccessTokens tokens() {
        return threeshift.bean(AccessTokens.class);
    }

    static <T> T bean(Class<T> type) {
        return threeshift.bean(type);
    }

    static ScreenlessBrowser stranger() {
        return new ScreenlessBrowser(threeshift.address());
    }

    /** Another node on the same database; whoever asks for it stops it. */
    static RunningThreeshift anotherNode() {
        return RunningThreeshift.on(database);
    }

    static ScreenlessBrowser signedIn(Person person) {
        return signedIn(person, threeshift);
    }

    static ScreenlessBrowser signedIn(Person person, RunningThreeshift node) {
        ScreenlessBrowser browser = new ScreenlessBrowser(node.address());
        browser.cookie("THREESHIFT", sessionOf(person));
        return browser;
    }

    static Cookie sessionCookie(Person person) {
        return new Cookie("THREESHIFT", sessionOf(person)).setUrl(threeshift.address());
    }

    private static String sessionOf(Person person) {
        String session = session(threeshift.bean(JdbcIndexedSessionRepository.class), person);
        return Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }

    /** A guest who has taken the chair by the link. */
    static ScreenlessBrowser joined(Play.Hosted hosted) {
        ScreenlessBrowser browser = stranger();
        browser.get("/join/" + hosted.token());
        browser.post("/join/" + hosted.token(), Map.of("name", "Maya Rosen", "zone", "Europe/Lisbon"));
        return browser;
    }

    /** Lets a link's time run out. */
    static void expire(Play.Hosted hosted) {
        database.jdbcClient()
                .sql("""
                update invitation
                   set created_at = now() - interval '8 days',
                       expires_at = now() - interval '1 day'
                 where interview_id = :interview
                """)
                .param("interview", hosted.interview().value())
                .update();
    }

    private static <S extends Session> String session(SessionRepository<S> repository, Person person) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.id().toString());
        repository.save(session);
        return session.getId();
    }
}
