package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.paper.Pdf;

/**
 * Takes the pictures that README and docs show, of the demonstration. They land in {@code target/pictures}, or where the
 * property {@code threeshift.pictures} says.
 */
@ExtendWith(Journeys.class)
class PicturesIT {
    private static final Path FOLDER = Path.of(System.getProperty(
            "threeshift.pictures", Path.of("target", "pictures").toString()));
    private static final long LARGEST = 300 * 1024;

    @Test
    void every_picture_for_the_docs_is_taken_and_small(Demonstration demonstration) throws IOException {
        Page coach = demonstration.signedInAs("coach");
        picture(coach, "home", 1440, ColorScheme.LIGHT);
        picture(coach, "home", 390, ColorScheme.LIGHT);
        coach.navigate(demonstration.at("/interviewing"));
        picture(coach, "interviewing", 1440, ColorScheme.LIGHT);
        Page candidate = demonstration.signedInAs("candidate");
        candidate.navigate(demonstration.at("/scorecards"));
        candidate.locator("section[aria-labelledby=own] .list a").first().click();
        assertThat(candidate.locator("article.question").first()).isVisible();
        everywhere(candidate, "scorecard");
        paper(candidate);
        progress(demonstration, candidate);
        exchange(demonstration, candidate);
        candidate.navigate(demonstration.at("/practice/hours"));
        everywhere(candidate, "hours");
        candidate.navigate(demonstration.at("/practice"));
        everywhere(candidate, "practice");
        following(demonstration, coach);
        panel(demonstration, coach);
        debrief(demonstration, coach, candidate);
        interview(demonstration, coach);
        assertThat(FOLDER.toFile().list())
                .contains("home-1440-light.png", "scorecard-390-light.png", "room-390-dark.png");
        coach.context().close();
        candidate.context().close();
    }

    /** The scorecard that the page shows, as PDF. */
    private static void paper(Page page) throws IOException {
        byte[] file = page.request().get(page.url() + "/pdf?paper=a4").body();
        pages(file, "paper", 2);
    }

    private static void pages(byte[] file, String name, int count) throws IOException {
        try (Pdf pdf = Pdf.of(file)) {
            for (int number = 1; number <= count; number++) {
                Path picture = FOLDER.resolve("%s-%d.png".formatted(name, number));
                pdf.picture(number, picture);
                assertThat(Files.size(picture)).as("%s", picture).isBetween(5_000L, LARGEST);
            }
        }
    }

    /** The trend over all interviews, and two of them side by side. */
    private static void progress(Demonstration demonstration, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/scorecards/trend"));
        assertThat(candidate.locator(".trend-chart")).hasCount(3);
        everywhere(candidate, "trend");
        candidate.navigate(demonstration.at("/scorecards/compare"));
        assertThat(candidate.locator(".two figure")).hasCount(2);
        everywhere(candidate, "compare");
    }

    /** In both widths, light and dark. */
    private static void everywhere(Page page, String name) throws IOException {
        for (int width : new int[] {1440, 390}) {
            picture(page, name, width, ColorScheme.LIGHT);
            picture(page, name, width, ColorScheme.DARK);
        }
    }

    /** What a coach sees of a cohort: who needs what, where the bank is hard, one candidate. */
    private static void following(Demonstration demonstration, Page coach) throws IOException {
        coach.navigate(demonstration.at("/cohorts"));
        coach.locator("main .list a").first().click();
        assertThat(coach.locator("table.progress tbody tr").first()).isVisible();
        pictures(coach, "cohort");
        String cohort = coach.url();
        // Narrow screens have no drawing, and the last picture was narrow.
        Inspection.show(coach, 1440, ColorScheme.LIGHT);
        coach.navigate(cohort + "/heat-map");
        assertThat(coach.locator(".heat-canvas canvas")).isVisible();
        pictures(coach, "heat-map");
        pages(
                coach.request()
                        .get(cohort + "/session/pdf?paper=a4&from="
                                + LocalDate.now(ZoneOffset.UTC).minusDays(60))
                        .body(),
                "session",
                2);
        coach.navigate(cohort);
        coach.locator("table.progress tbody a").first().click();
        assertThat(coach.locator("#next")).isVisible();
        pictures(coach, "candidate");
    }

    private static void pictures(Page page, String name) throws IOException {
        picture(page, name, 1440, ColorScheme.LIGHT);
        picture(page, name, 1440, ColorScheme.DARK);
        picture(page, name, 390, ColorScheme.LIGHT);
        picture(page, name, 390, ColorScheme.DARK);
    }

    private static void exchange(Demonstration demonstration, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/home"));
        candidate.locator("section[aria-labelledby=exchanges] .list a").first().click();
        assertThat(candidate.locator(".halves > li")).hasCount(2);
        picture(candidate, "exchange", 1440, ColorScheme.LIGHT);
    }

    /** The panel with a shadow and an observer, whose sheets are all locked. */
    private static void panel(Demonstration demonstration, Page coach) throws IOException {
        coach.navigate(demonstration.at("/home"));
        coach.locator("section[aria-labelledby=open] .list a")
                .filter(new Locator.FilterOptions().setHasText("Chidi Okereke"))
                .click();
        Locator panel = coach.locator(".side-by-side");
        assertThat(panel.locator(".training")).isVisible();
        panel.locator(".widest").first().evaluate("mark => mark.scrollIntoView({ block: 'center' })");
        picture(coach, "panel", 1440, ColorScheme.LIGHT);
        panel.locator(".widest").first().evaluate("mark => mark.scrollIntoView({ block: 'center' })");
        picture(coach, "panel", 390, ColorScheme.DARK);
    }

    /** Both sides of the debrief that is open in the demonstration. */
    private static void debrief(Demonstration demonstration, Page coach, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/scorecards"));
        String scorecard = candidate
                .locator("section[aria-labelledby=own] .list a")
                .first()
                .getAttribute("href");
        candidate.navigate(demonstration.at(scorecard.replace("/scorecards/", "/room/")));
        assertThat(candidate.locator(".debrief-gap")).isVisible();
        Console.open(coach, demonstration.at(scorecard.replace("/scorecards/", "/console/interviews/")));
        assertThat(coach.locator(".debrief-gap")).isVisible();
        picture(coach, "debrief", 1440, ColorScheme.LIGHT);
        picture(coach, "debrief", 390, ColorScheme.LIGHT);
        picture(candidate, "debrief-room", 1440, ColorScheme.DARK);
        picture(candidate, "debrief-room", 390, ColorScheme.LIGHT);
    }

    private static void interview(Demonstration demonstration, Page coach) throws IOException {
        coach.navigate(demonstration.at("/home"));
        Installation.host(coach, "The seven", "Maya");
        Page maya = demonstration.chromium().somebody().newPage();
        WholeJobIT.join(maya, Installation.invitation(coach), "Maya Rosen");
        Console console = Console.open(coach, Installation.consoleOf(coach));
        press(maya, "Check camera and microphone");
        assertThat(maya.locator("[data-call=join]")).isVisible();
        picture(maya, "lobby", 1440, ColorScheme.LIGHT);
        picture(maya, "lobby", 390, ColorScheme.DARK);
        press(maya, "Join the call");
        console.start();
        List<Question> questions = ShippedBank.questions("the-seven");
        console.pose(questions.getFirst().prompt());
        console.level(Shift.STRATEGY, 4);
        console.level(Shift.ACCOUNTABILITY, 3);
        console.trap(TrapJudgement.AVOIDED);
        console.pose(questions.get(1).prompt());
        console.note("“I’d look at closed deals first: where did buyers come from?”");
        console.note("Search 42,000, events 12,000, a tenth for experiments.");
        console.probeThatHeld();
        console.height(Shift.STRATEGY);
        console.level(Shift.STRATEGY, 4);
        console.trap(TrapJudgement.AVOIDED);
        assertThat(maya.locator(".posed-prompt")).hasText(questions.get(1).prompt());
        maya.locator("#notes-text").fill("Closed deals, not leads. Say what the next dollar returns.");
        assertThat(maya.locator("#notes-state")).containsText("Saved");
        picture(coach, "console", 1440, ColorScheme.LIGHT);
        picture(coach, "console", 1440, ColorScheme.DARK);
        picture(coach, "console", 390, ColorScheme.LIGHT);
        picture(maya, "room", 1440, ColorScheme.LIGHT);
        picture(maya, "room", 390, ColorScheme.DARK);
        press(coach, "Check camera and microphone");
        press(coach, "Join the call");
        for (Page side : List.of(coach, maya)) {
            assertThat(side.locator(".call-tile[data-state=connected][data-picture]"))
                    .hasCount(1);
        }
        picture(coach, "call", 1440, ColorScheme.LIGHT);
        picture(coach, "call", 390, ColorScheme.LIGHT);
        picture(maya, "call-room", 1440, ColorScheme.DARK);
        picture(maya, "call-room", 390, ColorScheme.LIGHT);
        maya.context().close();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void picture(Page page, String name, int width, ColorScheme scheme) throws IOException {
        page.evaluate("document.activeElement?.blur()");
        Inspection.show(page, width, scheme);
        Path file = FOLDER.resolve(
                "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as("%s", file).isBetween(5_000L, LARGEST);
    }
}
