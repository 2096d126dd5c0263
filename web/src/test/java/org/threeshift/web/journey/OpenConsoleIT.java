package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;

/** A console that stays open while networks are lost, other windows are opened, and its person signs out elsewhere. */
@ExtendWith(Journeys.class)
class OpenConsoleIT {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);
    private static final List<Question> QUESTIONS = ShippedBank.questions("warm-up");

    private static Page coach;
    private static Page iris;
    private static Console console;

    @BeforeAll
    static void an_interview_under_way(Installation installation) {
        coach = installation.signedIn(Installation.COACH);
        Installation.host(coach, "Warm-up", "Iris");
        iris = installation.chromium().somebody().newPage();
        WholeJobIT.join(iris, Installation.invitation(coach), "Iris Kern");
        console = Console.open(coach, Installation.consoleOf(coach));
        assertThat(presence(coach)).hasText(Pattern.compile("here since .*"));
        console.start();
        console.pose(QUESTIONS.getFirst().prompt());
    }

    @Test
    void a_lost_network_is_shown_on_both_sides_within_ten_seconds_and_recovers_by_itself() {
        coach.context().setOffline(true);
        assertThat(coach.locator("interview-saved .lost")).isVisible(within(SHOWN_WITHIN));
        assertThat(presence(coach)).isHidden();
        // The beat that came last may be as young as the loss, and the candidate's page asks every 2.5 seconds.
        assertThat(presence(iris)).hasText(Pattern.compile("connection lost at .*"), hasWithin(SHOWN_WITHIN));
        coach.keyboard().press("v");
        coach.context().setOffline(false);
        assertThat(coach.locator("interview-saved .lost")).isHidden();
        assertThat(coach.locator(".trap[data-current] input:checked")).hasCount(1);
        assertThat(presence(coach)).hasText(Pattern.compile("here since .*"));
        assertThat(presence(iris)).hasText(Pattern.compile("here since .*"));

        iris.context().setOffline(true);
        assertThat(iris.locator("#line-lost")).isVisible(within(SHOWN_WITHIN));
        assertThat(presence(coach)).hasText(Pattern.compile("connection lost at .*"), hasWithin(SHOWN_WITHIN));
        iris.context().setOffline(false);
        assertThat(iris.locator("#line-lost")).isHidden();
        assertThat(presence(coach)).hasText(Pattern.compile("here since .*"));
    }

    @Test
    void whoever_closes_the_page_is_not_here_and_whoever_loads_it_again_was_never_away(Installation installation) {
        String since = presence(coach).textContent();
        iris.reload();
        coach.waitForTimeout(1_000);
        assertThat(presence(coach)).hasText(since);
        Page second = iris.context().newPage();
        second.navigate(iris.url());
        assertThat(second.locator(".posed-prompt")).isVisible();
        second.close();
        coach.waitForTimeout(1_000);
        assertThat(presence(coach)).hasText(since);
        String room = iris.url();
        iris.navigate(installation.at("/sign-in"));
        assertThat(presence(coach)).hasText(Pattern.compile("gone since .*"), hasWithin(SHOWN_WITHIN));
        Locator notice = coach.locator("main > .gone");
        assertThat(notice)
                .containsText(
                        Pattern.compile("has not had this interview open since \\d\\d:\\d\\d\\. The clock runs on"));
        notice.getByRole(AriaRole.BUTTON).click();
        assertThat(notice).containsText("The clocks stand still");
        assertThat(coach.locator(".clocks .paused")).isVisible();
        assertThat(notice.getByRole(AriaRole.BUTTON)).isHidden();
        iris.navigate(room);
        assertThat(presence(coach)).hasText(Pattern.compile("here since .*"));
        assertThat(notice).isHidden();
    }

    @Test
    void two_windows_of_one_interviewer_agree() {
        Page second = coach.context().newPage();
        Console other = Console.open(second, coach.url());
        other.press("4");
        assertThat(other.levelOf(Shift.STRATEGY, 4)).isChecked();
        assertThat(console.levelOf(Shift.STRATEGY, 4)).isChecked();
        console.press("1");
        assertThat(other.levelOf(Shift.STRATEGY, 1)).isChecked();
        second.close();
    }

    @Test
    void what_is_pressed_before_the_script_is_there_is_not_lost() {
        Page second = coach.context().newPage();
        AtomicReference<Route> script = new AtomicReference<>();
        second.route(Pattern.compile("/js/console\\.js"), script::set);
        second.navigate(coach.url(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        second.waitForCondition(() -> script.get() != null);
        for (String key : List.of("5", "n", "H", "i")) {
            second.keyboard().press(key);
        }
        script.get().resume();
        Console late = new Console(second).at("LIVE");
        assertThat(late.levelOf(Shift.STRATEGY, 5)).isChecked();
        assertThat(second.locator("interview-note textarea")).hasValue("Hi");
        second.locator("interview-note textarea").fill("");
        second.close();
    }

    @Test
    void a_console_ends_with_the_sign_in_under_which_it_was_opened(Installation installation) {
        Page own = installation.signedIn(Installation.COACH);
        Console.open(own, coach.url());
        // Only the server's own doing is looked at.
        own.route("**/here", _ -> {});
        Page elsewhere = own.context().newPage();
        elsewhere.navigate(installation.at("/home"));
        elsewhere.locator(".account-button").click();
        Installation.press(elsewhere, "Sign out");
        console.press("f");
        assertThat(own).hasURL(Pattern.compile("/sign-in\\?next=.*"));
        own.context().close();
    }

    @Test
    void a_console_on_which_nothing_happens_ends_within_fifteen_seconds_too(Installation installation) {
        Page own = installation.signedIn(Installation.COACH);
        Console.open(own, coach.url());
        own.route("**/here", _ -> {});
        Page elsewhere = own.context().newPage();
        elsewhere.navigate(installation.at("/home"));
        elsewhere.locator(".account-button").click();
        Installation.press(elsewhere, "Sign out");
        assertThat(own)
                .hasURL(Pattern.compile("/sign-in\\?next=.*"), new PageAssertions.HasURLOptions().setTimeout(15_000));
        own.context().close();
    }

    private static Locator presence(Page page) {
        return page.locator(".presence").first();
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration patience) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout((double) patience.toMillis());
    }

    private static LocatorAssertions.HasTextOptions hasWithin(Duration patience) {
        return new LocatorAssertions.HasTextOptions().setTimeout((double) patience.toMillis());
    }
}
