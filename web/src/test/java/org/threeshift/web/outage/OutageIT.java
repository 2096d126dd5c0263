package org.threeshift.web.outage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
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

/** The database goes away for half a minute in the middle of an interview. Nobody loses a word, and nobody is told a lie. */
class OutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    /** As long as the line hangs, the application cannot know that nothing comes. */
    private static final Duration HANGING = Duration.ofSeconds(10);

    private static final String BANK = "marketing-manager";
    private static final String ROUND = "the-seven";

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    private static final Line line = Line.to(database);

    @AutoClose
    private static final RunningThreeshift threeshift = RunningThreeshift.on(line.springProperties(database));

    @AutoClose
    private static final Chromium chromium = Chromium.start();

    private final Person dana = person("Dana Okafor", Role.COACH);
    private final Person maya = person("Maya Rosen", Role.MEMBER);
    private final InterviewId interview = live();

    @AfterEach
    void the_line_stands_again() {
        line.mend();
        await(() -> threeshift.bean(People.class).find(dana.id()).isPresent());
    }

    @Test
    void half_a_minute_without_the_database_loses_nothing_and_lies_about_nothing() {
        Question first = question(0);
        Question second = question(1);
        try (BrowserContext interviewers = signedIn(dana);
                BrowserContext candidates = signedIn(maya)) {
            Page room = candidates.newPage();
            room.navigate(threeshift.address() + "/room/" + interview.value());
            room.locator("#notes-text").fill("before the outage");
            assertThat(room.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
            Page console = interviewers.newPage();
            console.navigate(threeshift.address() + "/console/interviews/" + interview.value());
            assertThat(console.locator(".question .prompt")).hasText(first.prompt());
            console.keyboard().press("4");
            assertThat(saved(console)).hasText(Pattern.compile("Saved .*"));

            Instant away = Instant.now();
            line.hang();
            long started = System.nanoTime();
            console.keyboard().press("2");
            // The shift behind it takes the next key, as ever.
            assertThat(console.locator(".scale[data-current] input[value='2']")).isChecked();
            console.keyboard().press("v");
            assertThat(console.locator(".trap[data-current] input[value=AVOIDED]"))
                    .isChecked();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(saved(console)).hasText(Pattern.compile("Not saved: the database does not answer.*"));
            assertThat(unsaved(console.locator(".scale.shift-accountability"))).isVisible();
            assertThat(unsaved(console.locator(".scale.shift-strategy"))).isHidden();
            assertThat(unsaved(console.locator(".trap[data-current]"))).isVisible();
            room.locator("#notes-text").pressSequentially(", and during it");
            pauseUntil(away.plus(HANGING));

            line.cut();
            note(console, "She starts from the money.");
            assertThat(unsaved(console.locator(".evidence .note"))).isVisible();
            console.keyboard().press("s");
            console.keyboard().press("p");
            assertThat(unsaved(console.locator(".probe[data-state=asked]"))).isVisible();
            console.keyboard().press("]");
            assertThat(console.locator(".question .prompt")).hasText(second.prompt());
            assertThat(unsaved(console.locator(".question-state"))).isVisible();
            console.keyboard().press("5");
            assertThat(console.locator(".scale.shift-strategy input[value='5']"))
                    .isChecked();
            console.keyboard().press("n");
            console.keyboard().type("Half a sent");
            assertThat(room.locator("#notes-state")).hasText(Pattern.compile("Not saved.*"));
            assertThat(room.locator("#stage-title")).hasText(first.prompt());
            assertThat(saved(console)).hasText(Pattern.compile("Not saved: .* 7 entries are kept here.*"));
            assertThat(log()).endsWith("question-posed", "rated");
            pauseUntil(away.plus(OUTAGE));

            line.mend();
            console.keyboard().type("ence");
            assertThat(saved(console)).hasText(Pattern.compile("Saved .*"));
            assertThat(console.locator("interview-note textarea")).isFocused();
            assertThat(console.locator("interview-note textarea")).hasValue("Half a sentence");
            assertThat(console.locator(".unsaved:not([hidden])")).hasCount(0);
            assertThat(room.locator("#stage-title")).hasText(second.prompt());
            assertThat(room.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
            assertThat(room.locator("#notes-text")).hasValue("before the outage, and during it");
            console.reload();
            assertThat(console.locator(".question .prompt")).hasText(second.prompt());
            assertThat(console.locator("interview-note textarea")).hasValue("Half a sentence");
        }
        assertThat(log().subList(log().indexOf("question-posed") + 1, log().size()))
                .containsExactly(
                        "rated",
                        "rated",
                        "trap-judged",
                        "evidence-noted",
                        "height-reached",
                        "probe-asked",
                        "question-posed",
                        "rated");
    }

    @Test
    void pages_say_what_happened_within_seconds_and_nobody_is_signed_out() {
        try (BrowserContext window = signedIn(dana)) {
            Page home = window.newPage();
            home.navigate(threeshift.address() + "/home");
            assertThat(home.locator("h1")).containsText("Dana");
            line.cut();
            long started = System.nanoTime();
            home.reload();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
            assertThat(home.locator("h1")).hasText("We cannot get at our data for a moment");
            assertThat(home.getByText("Sign in")).hasCount(0);
            APIResponse api =
                    window.request().get(threeshift.address() + "/api/interviews/" + interview.value() + "/scorecard");
            assertThat(api.status()).isEqualTo(503);
            assertThat(api.headers().get("content-type")).startsWith("application/problem+json");
            line.mend();
            // By itself, and as the same person.
            assertThat(home.locator("h1")).containsText("Dana");
        }
    }

    @Test
    void a_form_that_is_sent_while_the_database_is_away_can_be_sent_again_as_it_was() {
        try (BrowserContext window = signedIn(dana)) {
            Page form = window.newPage();
            form.navigate(threeshift.address() + "/account");
            name(form).fill("Dana “Ada” Okafor & Co");
            line.cut();
            press(form, "Save");
            assertThat(form.locator("h1")).hasText("We cannot get at our data for a moment");
            press(form, "Send it again");
            assertThat(form.locator("h1")).hasText("We cannot get at our data for a moment");
            line.mend();
            await(() -> window.request().get(threeshift.address() + "/account").status() == 200);
            press(form, "Send it again");
            assertThat(name(form)).hasValue("Dana “Ada” Okafor & Co");
            form.reload();
            assertThat(name(form)).hasValue("Dana “Ada” Okafor & Co");
        }
    }

    @Test
    void a_console_that_is_loaded_during_the_outage_opens_by_itself_with_what_waited() {
        try (BrowserContext window = signedIn(dana)) {
            Page console = window.newPage();
            console.navigate(threeshift.address() + "/console/interviews/" + interview.value());
            assertThat(console.locator(".question .prompt")).hasText(question(0).prompt());
            line.cut();
            console.keyboard().press("4");
            assertThat(unsaved(console.locator(".scale.shift-strategy"))).isVisible();
            console.reload();
            assertThat(console.locator("h1")).hasText("The database does not answer");
            line.mend();
            assertThat(console.locator(".question .prompt")).hasText(question(0).prompt());
            assertThat(console.locator(".scale.shift-strategy input[value='4']"))
                    .isChecked();
            assertThat(unsaved(console.locator(".scale.shift-strategy"))).isHidden();
            assertThat(log()).endsWith("question-posed", "rated");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static Locator name(Page account) {
        return account.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name").setExact(true));
    }

    private static Locator saved(Page console) {
        return console.locator("interview-saved .saved");
    }

    private static Locator unsaved(Locator place) {
        return place.locator(".unsaved").first();
    }

    private static void note(Page console, String words) {
        console.keyboard().press("n");
        console.keyboard().type(words);
        console.keyboard().press("Enter");
        console.keyboard().press("Escape");
    }

    /** What happened, by the log's own names; asked past the line. */
    private List<String> log() {
        return database.jdbcClient()
                .sql("select type from interview_event where interview_id = :interview order by seq")
                .param("interview", interview.value())
                .query((row, _) -> row.getString("type"))
                .list();
    }

    private static Question question(int number) {
        Bank bank = threeshift.bean(Banks.class).newest(BANK).orElseThrow();
        return bank.question(bank.round(ROUND).orElseThrow().questions().get(number))
                .orElseThrow();
    }

    /** Hosted by Dana for Maya, on its first question. */
    private InterviewId live() {
        var id = new InterviewId(ids().next());
        var plan = new Hosting.Plan(
                id,
                Kind.COACH_LED,
                BANK,
                ROUND,
                new Hosting.Candidate.Member(maya.id()),
                Set.of(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"));
        threeshift.bean(Hosting.class).host(plan, dana);
        send(id, new Command.Start());
        send(id, new Command.Pose(question(0).id()));
        return id;
    }

    private void send(InterviewId id, Command command) {
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

    private static BrowserContext signedIn(Person person) {
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

    private static void pauseUntil(Instant moment) {
        pause(Duration.between(Instant.now(), moment));
    }

    private static void await(BooleanSupplier state) {
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

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.isNegative() ? Duration.ZERO : length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
