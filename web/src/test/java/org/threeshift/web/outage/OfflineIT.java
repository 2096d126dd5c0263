package org.threeshift.web.outage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The interviewer's network goes away and comes back. */
class OfflineIT extends OutageServer {
    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(8_000);

    @Test
    void what_is_entered_without_a_network_is_listed_then_saved_and_nobody_is_moved_on() {
        try (BrowserContext hers = signedIn(dana)) {
            Page console = console(hers);
            Locator waiting = console.locator("interview-waiting");
            Locator saved = console.locator("interview-saved");
            hers.setOffline(true);
            assertThat(saved).hasAttribute("data-state", "lost");
            console.keyboard().type("42v");
            assertThat(waiting)
                    .hasText("Entered, and waiting for the connection: Strategy: 4. Accountability: 2. Trap: Avoided.");
            console.keyboard().press("n");
            console.keyboard().type("Eight hours");
            console.keyboard().press("Enter");
            console.keyboard().press("Escape");
            assertThat(waiting).hasText(Pattern.compile(".* Trap: Avoided. Note: “Eight hours”."));
            console.keyboard().press("]");
            assertThat(console.locator("interview-notice")).containsText("No connection: “]” was not taken");

            hers.setOffline(false);
            assertThat(saved).hasAttribute("data-state", "saved", SOON);
            console.waitForFunction("() => ['connected', 'loading'].includes(Vaadin.connectionState.state)");
            assertThat(waiting).isEmpty();
            assertThat(console.locator(".scale.shift-strategy input[value='4']"))
                    .isChecked();
            assertThat(console.locator(".scale.shift-accountability input[value='2']"))
                    .isChecked();
            assertThat(console.locator(".evidence .note .words")).hasText(new String[] {"Eight hours"});
            assertThat(console.locator(".question .prompt")).hasText(question(0).prompt());
            assertThat(log()).endsWith("question-posed", "rated", "rated", "trap-judged", "evidence-noted");
            console.keyboard().press("]");
            assertThat(console.locator(".question .prompt")).hasText(question(1).prompt());
        }
    }
}
