package org.threeshift.web.outage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;

/** The database goes away for half a minute in the middle of an interview. Nobody loses a word, and nobody is told a lie. */
class OutageIT extends OutageServer {
    private static final Duration OUTAGE = Duration.ofSeconds(30);
    /** As long as the line hangs, the application cannot know that nothing comes. */
    private static final Duration HANGING = Duration.ofSeconds(10);

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
    void a_form_that_is_sent_after_its_person_was_signed_out_can_be_sent_again_as_it_was() {
        try (BrowserContext window = signedIn(dana)) {
            Page form = window.newPage();
            form.navigate(threeshift.address() + "/account");
            name(form).fill("Dana “Signed out” Okafor");
            List<Cookie> signedIn = window.cookies();
            window.clearCookies();
            press(form, "Save");
            assertThat(form.locator("h1")).hasText("You were signed out meanwhile");
            press(form, "Send it again");
            assertThat(form.locator("h1")).hasText("You were signed out meanwhile");
            // In another tab, meanwhile.
            window.addCookies(signedIn.stream()
                    .filter(cookie -> !cookie.name.contains("XSRF"))
                    .toList());
            press(form, "Send it again");
            assertThat(name(form)).hasValue("Dana “Signed out” Okafor");
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
}
