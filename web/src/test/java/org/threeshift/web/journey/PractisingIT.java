package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Inspection;

/** A member says when they can, blocks somebody and reports them; an admin pauses them and ends the pause. */
@ExtendWith(Journeys.class)
class PractisingIT {
    @Test
    void hours_are_set_somebody_is_blocked_and_a_report_is_handled(Demonstration demonstration) {
        Inspection candidate = Inspection.of(demonstration.signedInAs("candidate"));
        Page own = candidate.page();
        own.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Practice").setExact(true))
                .click();
        candidate.look("practice");
        own.navigate(demonstration.at("/practice/hours"));
        hours(own);
        candidate.look("hours with an error");
        own.getByLabel("Saturday, until").fill("12:00");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save hours"))
                .last()
                .click();
        assertThat(own.locator(".practice-week")).containsText("10:00–12:00");

        own.navigate(demonstration.at("/practice/people"));
        own.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tomasz Wilk"))
                .click();
        own.getByText("Block", new Page.GetByTextOptions().setExact(true)).click();
        Installation.press(own, "Block for good");
        assertThat(own.locator("main")).containsText("Nothing brings you together with Tomasz Wilk any more.");
        own.waitForLoadState();
        Locator report = own.locator("section[aria-labelledby=report] details");
        report.locator("summary").click();
        assertThat(report).hasAttribute("open", "");
        Installation.press(own, "Send it");
        assertThat(own.getByText("Choose what it is about.")).isVisible();
        candidate.look("somebody blocked and a report");
        own.getByText("Rude or belittling").click();
        own.getByLabel("What happened?").fill("He spoke over me all the time.");
        Installation.press(own, "Send it");
        assertThat(own.locator("main")).containsText("Thank you. Below stands who reads it.");

        Inspection admin = Inspection.of(demonstration.signedInAs("admin"));
        Page theirs = admin.page();
        theirs.navigate(demonstration.at("/home"));
        assertThat(theirs.locator("#next")).containsText("A report waits");
        theirs.locator("#next").getByRole(AriaRole.LINK).click();
        assertThat(theirs).hasURL(Pattern.compile(".*/reports/.*"));
        theirs.navigate(demonstration.at("/reports"));
        theirs.locator("main .list > li")
                .filter(new Locator.FilterOptions().setHasText("by Nadia Rahimi"))
                .getByRole(AriaRole.LINK)
                .click();
        theirs.getByText("Matching paused").click();
        theirs.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Spoke with both of them.");
        admin.look("a report");
        Installation.press(theirs, "Done");
        assertThat(theirs.locator("main")).containsText("Noted.");

        Page tomasz = demonstration.signedInAs("peer");
        tomasz.navigate(demonstration.at("/practice"));
        assertThat(tomasz.locator("main")).containsText("Your matching is paused until");
        tomasz.navigate(demonstration.at("/practice/people"));
        assertThat(tomasz.locator("main .list > li").filter(new Locator.FilterOptions().setHasText("Nadia Rahimi")))
                .not()
                .containsText("Blocked");

        theirs.navigate(demonstration.at("/reports"));
        theirs.locator("main .list > li")
                .filter(new Locator.FilterOptions().setHasText("by Nadia Rahimi"))
                .getByRole(AriaRole.LINK)
                .click();
        theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tomasz Wilk"))
                .click();
        Installation.press(theirs, "End the pause");
        assertThat(theirs.getByText("Matching is paused")).hasCount(0);
        own.reload();
        Installation.press(own, "Take the block back");
        assertThat(own.locator("main")).containsText("Draws may bring you together with Tomasz Wilk again.");
        assertThat(candidate.findings()).isEmpty();
        assertThat(admin.findings()).isEmpty();
        own.context().close();
        theirs.context().close();
        tomasz.context().close();
    }

    /** By keyboard alone where it can be: a button of the form gives the focus to the line that it made. */
    private static void hours(Page own) {
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add hours on Saturday"))
                .press("Enter");
        assertThat(own.getByLabel("Saturday, from")).isFocused();
        own.getByLabel("Saturday, from").fill("10:00");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add hours on Sunday"))
                .click();
        assertThat(own.getByLabel("Saturday, from")).hasValue("10:00");
        // As extensions of browsers do it. Nothing may go wrong over it: what went wrong is among the findings.
        own.evaluate("document.querySelector('#hours #zone').style.opacity = '0.9'");
        own.evaluate("""
                document.addEventListener('htmx:afterSwap', () => setTimeout(() => {
                  document.body.dataset.focused = document.activeElement.id;
                }))
                """);
        waiting(
                own,
                () -> own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove line 1 of Sunday"))
                        .click());
        assertThat(own.getByLabel("Sunday, from")).hasCount(0);
        // In its place before another key can be pressed.
        assertThat(own.locator("body")).hasAttribute("data-focused", "add-SUNDAY");
        own.getByLabel("Saturday, from").press("Enter");
        assertThat(own.getByText("Enter both times, or remove this line.")).isVisible();
    }

    /** Until the answer to a button is there nothing can be entered, as it would be lost with the form that is replaced. */
    private static void waiting(Page own, Runnable press) {
        List<Route> held = new ArrayList<>();
        own.route("**/practice/hours", held::add);
        press.run();
        own.waitForCondition(() -> !held.isEmpty());
        assertThat(own.locator("#hours")).hasJSProperty("inert", true);
        own.unroute("**/practice/hours");
        held.getFirst().resume();
        assertThat(own.locator("#hours")).hasJSProperty("inert", false);
    }
}
