package org.threeshift.web.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.dao.DataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.browser.Chromium;

/** The whole application at the end of a line that can be cut, with a live interview of Dana's and Ben's with Maya. */
@ExtendWith(OutageServer.StopsAfterTheLast.class)
abstract class OutageServer {
    private static final String BANK = "marketing-manager";
    private static final String ROUND = "the-seven";

    private static final TestDatabase database = TestDatabase.fresh();
    static final Line line = Line.to(database);
    static final RunningThreeshift threeshift =
            RunningThreeshift.on(line.springProperties(database), "management.server.port=0");
    static final Chromium chromium = Chromium.start();

    static final class StopsAfterTheLast implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(OutageServer.class))
                    .computeIfAbsent("threeshift", _ -> (AutoCloseable) OutageServer::stop);
        }
    }

    private static void stop() {
        chromium.close();
        threeshift.close();
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.close();
    }

    final Person dana = person("Dana Okafor", Role.COACH);
    final Person ben = person("Ben Adeyemi", Role.COACH);
    final Person maya = person("Maya Rosen", Role.MEMBER);
    final InterviewId interview = live();

    @AfterEach
    void the_line_stands_again() {
        line.mend();
        await(() -> threeshift.bean(People.class).find(dana.id()).isPresent());
    }

    /** A console, once it shows the question. */
    Page console(BrowserContext window) {
        Page console = window.newPage();
        console.navigate(threeshift.address() + "/console/interviews/" + interview.value());
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(console.locator(".question .prompt"))
                .isVisible();
        return console;
    }

    static Locator field(Page console) {
        return console.locator("interview-note textarea");
    }

    /** What happened, by the log's own names; asked past the line. */
    List<String> log() {
        return database.jdbcClient()
                .sql("select type from interview_event where interview_id = :interview order by seq")
                .param("interview", interview.value())
                .query((row, _) -> row.getString("type"))
                .list();
    }

    static Question question(int number) {
        Bank bank = threeshift.bean(Banks.class).newest(BANK).orElseThrow();
        return bank.question(bank.round(ROUND).orElseThrow().questions().get(number))
                .orElseThrow();
    }

    /** Hosted by Dana for Maya, on its first question. */
    private InterviewId live() {
        var id = new InterviewId(ids().next());
        var plan = new Hosting.Plan(
                id,
                Kind.PANEL,
                BANK,
                ROUND,
                new Hosting.Candidate.Member(maya.id()),
                Set.of(ben.id()),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"));
        threeshift.bean(Hosting.class).host(plan, dana, Instant.now());
        send(id, new Command.Start());
        send(id, new Command.Pose(question(0).id()));
        return id;
    }

    /** Dana does something elsewhere. */
    final void send(InterviewId id, Command command) {
        var by = new Command.By(dana.id(), threeshift.bean(InstantSource.class).instant());
        threeshift.bean(Interviews.class).send(id, new Sent(ids().next(), by, command));
    }

    private static Person person(String name, Role role) {
        String email = ids().next() + "@example.org";
        return switch (threeshift.bean(People.class).enrol(name, email, "Europe/Berlin", role)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Ids ids() {
        return threeshift.bean(Ids.class);
    }

    static BrowserContext signedIn(Person person) {
        String session = session(threeshift.bean(JdbcIndexedSessionRepository.class), person);
        String value = Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        BrowserContext window = chromium.somebody();
        window.addCookies(List.of(new Cookie("THREESHIFT", value).setUrl(threeshift.address())));
        return window;
    }

    private static <S extends Session> String session(SessionRepository<S> repository, Person person) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                person.id().toString());
        repository.save(session);
        return session.getId();
    }

    static void pauseUntil(Instant moment) {
        pause(Duration.between(Instant.now(), moment));
    }

    static void await(BooleanSupplier state) {
        Instant end = Instant.now().plusSeconds(30);
        while (!holds(state)) {
            assertThat(Instant.now()).isBefore(end);
            pause(Duration.ofMillis(200));
        }
    }

    private static boolean holds(BooleanSupplier state) {
        try {
            return state.getAsBoolean();
        } catch (DataAccessException away) {
            return false;
        }
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.isNegative() ? Duration.ZERO : length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
