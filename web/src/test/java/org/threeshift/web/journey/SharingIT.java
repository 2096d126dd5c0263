package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Inspection;

/** A candidate shares a scorecard by a link: a stranger opens it, it is counted, taken back, and dead. */
@ExtendWith(Journeys.class)
class SharingIT {
    @Test
    void a_link_is_made_opened_by_a_stranger_counted_taken_back_and_dead(Demonstration demonstration) {
        Inspection candidate = Inspection.of(demonstration.signedInAs("candidate"));
        Page own = candidate.page();
        own.navigate(demonstration.at("/scorecards"));
        own.locator("main .list a").first().click();
        assertThat(own.locator("#share")).isVisible();
        String evidence = own.locator(".evidence li span:nth-child(2)")
                .first()
                .innerText()
                .strip();
        own.getByLabel("Ends after how many days").fill("91");
        Installation.press(own, "Make a link");
        assertThat(own.getByText("Choose a number of days from 1 to 90.")).isVisible();
        own.getByLabel("Ends after how many days").fill("3");
        own.getByLabel("Whom it is for").fill("Somebody I met");
        own.getByText("NR", new Page.GetByTextOptions().setExact(true)).last().click();
        Installation.press(own, "Make a link");
        String link = own.getByLabel("The new link").inputValue();

        Inspection stranger = Inspection.of(demonstration.chromium().somebody().newPage());
        Page theirs = stranger.page();
        Response answer = Objects.requireNonNull(theirs.navigate(link));
        Map<String, String> headers = answer.headers();
        assertThat(headers.get("x-robots-tag")).contains("noindex");
        assertThat(headers.get("referrer-policy")).isEqualTo("no-referrer");
        assertThat(headers.get("cache-control")).contains("no-store");
        assertThat(theirs.locator("main")).containsText("Scorecard of NR");
        assertThat(theirs.locator("figure.chart svg").first()).isVisible();
        assertThat(theirs.locator("main")).containsText("Practise next");
        assertThat(theirs.locator("article.question")).hasCount(0);
        assertThat(theirs.content()).doesNotContain(evidence, "Nadia", "Rahimi");
        stranger.look("shared summary");
        theirs.reload();

        own.navigate(demonstration.at("/account/shares"));
        var line = own.locator("main .list > li").filter(new Locator.FilterOptions().setHasText("Somebody I met"));
        assertThat(line).containsText("opened once");
        candidate.look("all shared links");
        line.getByRole(AriaRole.BUTTON).click();
        assertThat(own.getByText("The link is ended. Whoever opens it finds nothing."))
                .isVisible();

        Response dead = Objects.requireNonNull(theirs.navigate(link));
        assertThat(dead.status()).isEqualTo(404);
        assertThat(theirs.locator("h1")).hasText("Nothing is shared here");
        String taken = theirs.locator("main").innerText();
        stranger.look("link that is taken back");
        theirs.navigate(demonstration.at("/shared/no-such-link-there-ever-was"));
        assertThat(theirs.locator("main").innerText()).isEqualTo(taken);
        stranger.open(demonstration.at("/privacy"), "what we keep and why");
        assertThat(candidate.findings()).isEmpty();
        assertThat(stranger.findings()).isEmpty();
        own.context().close();
        theirs.context().close();
    }

    @Test
    void a_coach_keeps_notes_that_only_they_read(Demonstration demonstration) {
        Inspection coach = Inspection.of(demonstration.signedInAs("coach"));
        Page page = coach.page();
        page.locator("a[href^='/candidates/']")
                .filter(new Locator.FilterOptions().setHasText("Nadia Rahimi"))
                .first()
                .click();
        assertThat(page.locator("h1")).containsText("Nadia Rahimi");
        page.getByLabel("A new note").fill("Ask about the budget first.");
        Installation.press(page, "Keep the note");
        assertThat(page.locator("article").first()).containsText("Ask about the budget first.");
        page.locator("article").first().getByText("Change or delete").click();
        page.locator("article").first().getByLabel("New wording").fill("Ask about the budget last.");
        Installation.press(page, "Save the wording");
        assertThat(page.locator("article").first()).containsText("One earlier wording");
        page.locator("article").first().getByText("Change or delete").click();
        coach.look("candidate with a note");
        page.locator("article")
                .first()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Delete the note")))
                .click();
        assertThat(page.getByText("Ask about the budget last.")).hasCount(0);
        assertThat(coach.findings()).isEmpty();
        page.context().close();
    }
}
