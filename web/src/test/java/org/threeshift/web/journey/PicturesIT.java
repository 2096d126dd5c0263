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
import org.threeshift.web.docs.Docs;
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
        meeting(demonstration, candidate);
        ahead(demonstration, coach, candidate);
        booking(demonstration, coach, candidate);
        following(demonstration, coach);
        panel(demonstration, coach);
        debrief(demonstration, coach, candidate);
        interview(demonstration, coach);
        assertThat(FOLDER.toFile().list()).containsAll(Docs.ofThisProject().pictures());
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

    /** From a partner whom the draw found to an hour that both agreed on, and the waiting room. */
    private static void meeting(Demonstration demonstration, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/practice/pairs"));
        Locator pairs = candidate.locator("section[aria-labelledby=ahead] .list a");
        pairs.filter(new Locator.FilterOptions().setHasText("A partner for you"))
                .click();
        assertThat(candidate.locator("#standing")).hasText("Will you be there?");
        everywhere(candidate, "match");
        candidate.goBack();
        pairs.filter(new Locator.FilterOptions().setHasText("Practice with")).click();
        assertThat(candidate.locator("#standing")).containsText("have agreed");
        everywhere(candidate, "match-agreed");
        candidate.navigate(demonstration.at("/practice/now"));
        press(candidate, "Come in");
        assertThat(candidate.locator("#line-title")).hasText("Looking for a partner");
        everywhere(candidate, "waiting-room");
        press(candidate, "Leave the line");
        assertThat(candidate.locator("#line-title")).hasText("You are not in the line");
    }

    /** What is booked, how each side prepares for it, and by which ways one is told of it. Nowhere else are they as full. */
    private static void ahead(Demonstration demonstration, Page coach, Page candidate) throws IOException {
        Inspection ofCoach = Inspection.of(coach).open(demonstration.at("/calendar"), "my calendar");
        assertThat(coach.locator(".calendar-item.busy").first()).isVisible();
        everywhere(coach, "calendar");
        prepare(ofCoach, "preparation-interviewer");
        candidate.navigate(demonstration.at("/calendar"));
        Inspection ofCandidate = Inspection.of(candidate);
        prepare(ofCandidate, "preparation");
        assertThat(ofCoach.findings()).isEmpty();
        assertThat(ofCandidate.findings()).isEmpty();
        candidate.navigate(demonstration.at("/account/messages"));
        assertThat(candidate.locator(".notice-choices")).isVisible();
        everywhere(candidate, "message-settings");
    }

    /** From the calendar, for the last interview in it that is still to come. */
    private static void prepare(Inspection inspection, String name) throws IOException {
        Page page = inspection.page();
        page.locator(".calendar-item.interview:has(a[download]) .grow a").last().click();
        assertThat(page.locator("#prepare-title")).isVisible();
        inspection.look(name);
        everywhere(page, name);
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
        everywhere(coach, "cohort");
        String cohort = coach.url();
        // Narrow screens have no drawing, and the last picture was narrow.
        Inspection.show(coach, 1440, ColorScheme.LIGHT);
        coach.navigate(cohort + "/heat-map");
        assertThat(coach.locator(".heat-canvas canvas")).isVisible();
        everywhere(coach, "heat-map");
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
        everywhere(coach, "candidate");
        coach.navigate(cohort + "/evenings");
        coach.locator("main .list a").first().click();
        assertThat(coach.locator(".evening-plan")).isVisible();
        everywhere(coach, "evening");
    }

    /** What a candidate sees of a coach's page and of what they booked there, and how the coach sets it up. */
    private static void booking(Demonstration demonstration, Page coach, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/book/miriam-holt"));
        everywhere(candidate, "booking");
        candidate.locator(".booking-kind a").first().click();
        assertThat(candidate.locator(".booking-hour").first()).isVisible();
        everywhere(candidate, "booking-hours");
        candidate.navigate(demonstration.at("/bookings"));
        candidate.locator("section[aria-labelledby=ahead] .list a").first().click();
        assertThat(candidate.locator(".booking-when")).isVisible();
        everywhere(candidate, "booked");
        coach.navigate(demonstration.at("/booking"));
        coach.locator(".booking-pages a").first().click();
        assertThat(coach.locator("#address")).isVisible();
        everywhere(coach, "booking-page");
    }

    private static void exchange(Demonstration demonstration, Page candidate) throws IOException {
        candidate.navigate(demonstration.at("/interviews"));
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

    private static void interview(Demonstration demonstration, Page host) throws IOException {
        host.navigate(demonstration.at("/home"));
        Installation.host(host, "The seven", "Maya");
        Page maya = demonstration.chromium().somebody().newPage();
        WholeJobIT.join(maya, Installation.invitation(host), "Maya Rosen");
        Console console = Console.open(host, Installation.consoleOf(host));
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
        picture(host, "console", 1440, ColorScheme.LIGHT);
        picture(host, "console", 1440, ColorScheme.DARK);
        picture(host, "console", 390, ColorScheme.LIGHT);
        picture(maya, "room", 1440, ColorScheme.LIGHT);
        picture(maya, "room", 390, ColorScheme.DARK);
        press(host, "Check camera and microphone");
        press(host, "Join the call");
        for (Page side : List.of(host, maya)) {
            assertThat(side.locator(".call-tile[data-state=connected][data-picture]"))
                    .hasCount(1);
        }
        picture(host, "call", 1440, ColorScheme.LIGHT);
        picture(host, "call", 390, ColorScheme.LIGHT);
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
