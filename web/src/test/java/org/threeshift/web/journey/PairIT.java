package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.journey.Installation.Account;

/** Two members with a browser each: matched by a draw for later this week, and by the waiting room for now. */
@ExtendWith(Journeys.class)
class PairIT {
    private static final Account MILA = new Account("Mila Aalto", "mila@example.org", "harbour velvet nine copper");
    private static final Account SETH = new Account("Seth Okoro", "seth@example.org", "timber saffron oak lagoon");

    @Test
    void two_members_say_when_they_can_are_matched_and_practise_both_ways(Installation installation) {
        Page mila = installation.member(MILA);
        Page seth = installation.member(SETH);
        for (Page page : List.of(mila, seth)) {
            say(installation, page);
        }
        Page admin = installation.signedIn(Installation.ADMIN);
        admin.navigate(installation.at("/draws"));
        Inspection ofAdmin = Inspection.of(admin).look("draws");
        Installation.press(admin, "Hold a draw now");
        assertThat(admin.getByText("It is held within the next half minute.")).isVisible();

        Inspection ofMila = confirm(installation, mila);
        assertThat(mila.locator("#standing")).hasText("You have confirmed");
        assertThat(mila.locator("main")).not().containsText(SETH.name());
        confirm(installation, seth);
        assertThat(seth.locator("h1")).hasText("Practice with " + MILA.name());
        assertThat(seth.locator(".hours button")).not().hasCount(0);
        Inspection ofSeth = Inspection.of(seth).look("a pair that both have confirmed");
        seth.locator(".hours button").first().click();
        assertThat(seth.locator("#move")).containsText("You asked for");
        mila.reload();
        assertThat(mila.locator("#move")).containsText(SETH.name() + " asks for");
        Installation.press(mila, "Yes, move it");
        assertThat(mila.locator("#standing")).hasText("You and " + SETH.name() + " have agreed");
        assertThat(mila.locator("#move .asks")).hasCount(0);

        nowAtOnce(installation, mila, seth, ofMila);
        practise(mila, seth);
        assertThat(ofAdmin.findings()).isEmpty();
        assertThat(ofMila.findings()).isEmpty();
        assertThat(ofSeth.findings()).isEmpty();
        for (Page page : List.of(admin, mila, seth)) {
            page.context().close();
        }
    }

    /** What they practise for, and evenings on workdays. */
    private static void say(Installation installation, Page page) {
        page.navigate(installation.at("/practice"));
        page.getByLabel("Target role").fill("Marketing manager");
        Installation.press(page, "Save");
        page.navigate(installation.at("/practice/hours"));
        page.locator("#add-MONDAY").click();
        page.locator("input[name='MONDAY.from']").fill("17:00");
        page.locator("input[name='MONDAY.until']").fill("21:00");
        page.locator("#copy-MONDAY").click();
        assertThat(page.locator("input[name='FRIDAY.from']")).hasCount(1);
        page.locator("#hours .form-end button").click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** Waits for the draw, which a background job holds, and says yes. */
    private static Inspection confirm(Installation installation, Page page) {
        Locator first = page.locator("main .list a").first();
        for (int times = 0; times < 40 && first.count() == 0; times++) {
            page.navigate(installation.at("/practice/pairs"));
            if (first.count() == 0) {
                page.waitForTimeout(500);
            }
        }
        first.click();
        assertThat(page.locator("h1")).hasText("A partner for you");
        assertThat(page.locator(".pair-facts")).containsText("Practises for: Marketing manager");
        Inspection inspection = Inspection.of(page).look("a proposed pair");
        Installation.press(page, "Confirm");
        return inspection;
    }

    private static void nowAtOnce(Installation installation, Page mila, Page seth, Inspection inspection) {
        mila.navigate(installation.at("/practice/now"));
        Installation.press(mila, "Come in");
        assertThat(mila.locator("#line-title")).hasText("Looking for a partner");
        inspection.look("waiting room");
        mila.reload();
        assertThat(mila.locator("#line-title")).hasText("Looking for a partner");
        seth.navigate(installation.at("/practice/now"));
        Installation.press(seth, "Come in");
        assertThat(seth.locator("#line-title")).hasText("Somebody is here for you");
        assertThat(mila.locator("#line-title")).hasText("Somebody is here for you");
        inspection.look("waiting room with somebody there");
        Installation.press(mila, "Yes, begin");
        Installation.press(seth, "Yes, begin");
        Pattern exchange = Pattern.compile("/exchanges/[0-9a-f-]{36}$");
        assertThat(seth).hasURL(exchange);
        assertThat(mila).hasURL(exchange);
    }

    private static void practise(Page mila, Page seth) {
        String exchange = mila.url();
        boolean milaFirst = mila.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the console"))
                        .count()
                > 0;
        Page first = milaFirst ? mila : seth;
        Page second = milaFirst ? seth : mila;
        half(first, second);
        Installation.press(first, "Swap chairs");
        Installation.press(second, "Swap chairs");
        second.waitForURL("**/console/interviews/*");
        first.waitForURL("**/room/*");
        assertThat(first.locator("#stage-title")).containsText("You’re in.");
        ask(new Console(second).at("SCHEDULED"), first);
        mila.navigate(exchange);
        assertThat(mila.locator("#swap-title")).hasText("Both halves were held");
    }

    private static void half(Page interviewer, Page candidate) {
        Locator half = interviewer.locator(".halves > li").first();
        half.getByRole(AriaRole.LINK).click();
        Console console = new Console(interviewer).at("SCHEDULED");
        candidate.locator(".halves > li").first().getByRole(AriaRole.LINK).click();
        assertThat(candidate.locator("#stage-title")).isVisible();
        ask(console, candidate);
    }

    /** Poses all that is on the agenda: in a half that was put together, whatever that is. */
    private static void ask(Console console, Page candidate) {
        Page page = console.page();
        console.start();
        int questions = page.locator(".agenda-row").count();
        for (int number = 0; number < questions; number++) {
            page.keyboard().press("]");
            assertThat(page.locator(".agenda-row").nth(number)).hasAttribute("aria-current", "step");
            assertThat(candidate.locator(".posed-prompt"))
                    .hasText(page.locator(".question .prompt").textContent());
        }
        assertThat(questions).isPositive();
        console.closeQuestion();
        console.finish();
        assertThat(candidate.locator("#stage-title")).hasText("Done. Now score yourself.");
    }
}
