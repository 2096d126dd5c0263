package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;

/** Every page and every state of the console can be used by everybody, on a wide screen and on a phone, by day and night. */
@ExtendWith(Journeys.class)
class AccessibilityIT {
    @Test
    void what_strangers_see(Installation installation) {
        Inspection stranger = Inspection.of(installation.chromium().somebody().newPage());
        stranger.open(installation.at("/"), "landing")
                .open(installation.at("/sign-in"), "sign-in")
                .open(installation.at("/setup/used"), "set-up link that is none")
                .open(installation.at("/set-password/lost"), "password link that is none")
                .open(installation.at("/join/lost"), "invitation that is none");
        stranger.page().navigate(installation.at("/sign-in"));
        stranger.page().getByLabel("E-mail address").fill("nobody@example.org");
        stranger.page().getByLabel("Password").fill("wrong");
        Installation.press(stranger.page(), "Sign in");
        stranger.look("sign-in refused");
        assertThat(stranger.findings()).isEmpty();
        stranger.page().context().close();
    }

    @Test
    void what_the_first_people_saw(Installation installation) {
        assertThat(installation.findings()).isEmpty();
    }

    @Test
    void what_an_admin_sees(Installation installation) {
        Inspection admin = Inspection.of(installation.signedIn(Installation.ADMIN));
        admin.look("home of an admin").open(installation.at("/people"), "people");
        Installation.press(admin.page(), "Add the person");
        admin.look("people with errors").open(installation.at("/account"), "account");
        admin.open(installation.at("/account/ways"), "ways in");
        Installation.press(admin.page(), "Change the password");
        admin.look("ways in with errors");
        admin.open(installation.at("/account/tokens"), "tokens")
                .open(installation.at("/api/docs/page"), "description of the API")
                .open(installation.at("/admin"), "health")
                .open(installation.at("/outbox?q=nobody"), "outbox without a find")
                .open(installation.at("/outbox"), "outbox");
        Installation.press(admin.page(), "Send a trial");
        admin.look("outbox with a message")
                .page()
                .getByText("Mail from Threeshift arrives")
                .first()
                .click();
        assertThat(admin.page().locator("h1")).hasText("Mail from Threeshift arrives");
        admin.look("message")
                .open(installation.at("/audit?deed=signed-in"), "audit trail")
                .open(installation.at("/audit?person=zzz"), "audit trail without a find")
                .open(installation.at("/account/trail"), "own trail")
                .open(installation.at("/settings"), "settings");
        admin.page().getByLabel("Messages in the outbox, in days").fill("soon");
        Installation.press(admin.page(), "Save the settings");
        admin.look("settings with errors");
        admin.page().locator(".account-button").click();
        admin.look("account menu").open(installation.at("/nothing"), "error 404");
        assertThat(admin.findings()).isEmpty();
        admin.page().context().close();
    }

    @Test
    void what_a_coach_sees(Installation installation) {
        Inspection coach = Inspection.of(installation.signedIn(Installation.COACH));
        coach.open(installation.at("/people"), "error 403")
                .page()
                .navigate(installation.at("/console/interviews/nothing"));
        assertThat(coach.page().locator("h1")).hasText("There is no such interview");
        coach.look("console not found").open(installation.at("/host"), "host");
        Installation.press(coach.page(), "Set it up");
        coach.look("host with errors");
        coach.page().navigate(installation.at("/home"));
        Installation.host(coach.page(), "Warm-up", "Mika");
        coach.look("interview with its link");
        coach.page().getByLabel("Reason").last().fill("The train stands still.");
        Installation.press(coach.page(), "Call it off");
        coach.look("interview called off")
                .open(installation.at("/interviews"), "interviews")
                .open(installation.at("/interviewing"), "my interviewing")
                .open(installation.at("/messages"), "messages")
                .open(installation.at("/account/messages"), "what one is told")
                .open(installation.at("/analysis"), "analysis");
        coach.page()
                .getByLabel("Or paste the table")
                .fill("subject,rater,level\nMira,Dana,4\nMira,Eli,3\nJonas,Dana,5\nJonas,Eli,5\n");
        Installation.press(coach.page(), "Analyse");
        assertThat(coach.page().getByText("Alpha, ordinal")).isVisible();
        coach.look("analysis with what it found");
        partsOnAPhone(installation, coach);
        assertThat(coach.findings()).isEmpty();
        coach.page().context().close();
    }

    /** By keyboard: the button names the part that one is in, opens the list of all, and closes it. */
    private static void partsOnAPhone(Installation installation, Inspection coach) {
        Page page = coach.page();
        page.navigate(installation.at("/practice"));
        Locator parts = page.getByRole(
                AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main").setExact(true));
        assertThat(parts).isVisible();
        Inspection.show(page, 390, ColorScheme.LIGHT);
        assertThat(parts).isHidden();
        Locator button = page.locator(".parts-button");
        assertThat(button).containsText("Practice");
        button.press("Enter");
        assertThat(parts.locator("[aria-current=page]")).hasText("Practice");
        coach.narrow("parts on a phone");
        Inspection.show(page, 390, ColorScheme.LIGHT);
        page.keyboard().press("Tab");
        assertThat(parts.locator("a").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(parts).isHidden();
        assertThat(button).isFocused();
    }

    @Test
    void both_sides_of_an_interview_from_the_lobby_to_the_scorecard(Installation installation) {
        Page coachs = installation.signedIn(Installation.COACH);
        Installation.host(coachs, "Warm-up", "Noor");
        String link = Installation.invitation(coachs);
        Console console = Console.open(coachs, Installation.consoleOf(coachs));
        Inspection coach = Inspection.of(coachs);
        Inspection candidate = Inspection.of(installation.chromium().somebody().newPage());
        coach.look("console scheduled");
        candidate.open(link, "join");
        WholeJobIT.join(candidate.page(), link, "Noor Haddad");
        candidate.look("room lobby");
        console.start();
        coach.look("console live before the first question");
        assertThat(candidate.page().locator("#stage-title")).hasText("It has started");
        candidate.look("room before the first question");
        Question question = ShippedBank.questions("warm-up").getFirst();
        console.pose(question.prompt());
        assertThat(candidate.page().locator("#stage-title")).hasText(question.prompt());
        candidate.look("room question");
        console.probeThatHeld();
        console.height(Shift.TEAM);
        console.note("I hand over the result and its limits, not the list of steps.");
        console.level(Shift.STRATEGY, 3);
        console.level(Shift.ACCOUNTABILITY, 4);
        console.trap(TrapJudgement.RECOVERED);
        coach.page().evaluate("() => document.querySelector('interview-notice').say('offline', ']')");
        coach.look("console live");
        console.press("?");
        coach.look("console keys");
        console.press("Escape");
        console.press("l");
        coach.look("console live sheet");
        console.finish();
        coach.look("console debriefing with something missing");
        assertThat(candidate.page().locator("#stage-title")).hasText("Done. Now score yourself.");
        candidate.look("room self-score");
        Installation.press(candidate.page(), "Save my score");
        candidate.look("room self-score with errors");
        WholeJobIT.scoreYourself(candidate.page());
        candidate.look("room waiting");
        coach.page().getByText("a level for Team").click();
        coach.look("console debriefing question");
        console.level(Shift.TEAM, 2);
        console.press("l");
        console.lock("No", "You let go of the task and kept the decision.");
        coach.look("console locked");
        candidate
                .open(candidate.page().url().replace("/room/", "/scorecards/"), "scorecard not yet published")
                .page()
                .goBack();
        console.publish();
        coach.look("console published");
        assertThat(candidate.page().locator("#stage-title")).hasText("Your scorecard is here");
        candidate.look("room published");
        candidate.page().getByText("Open the scorecard").click();
        candidate
                .look("scorecard of a guest")
                .open(installation.at("/account/keep"), "keep")
                .open(link, "join with a used link");
        coach.open(console.page().url().replace("/console/interviews/", "/scorecards/"), "scorecard of an interviewer")
                .open(installation.at("/scorecards"), "scorecards")
                .open(installation.at("/home"), "home of a coach");
        List<String> findings = new ArrayList<>(coach.findings());
        findings.addAll(candidate.findings());
        assertThat(findings).isEmpty();
        coach.page().context().close();
        candidate.page().context().close();
    }

    /** Otherwise all of the above would pass for a check that sees nothing. */
    @Test
    void the_check_rejects_a_page_that_not_everybody_can_use(Chromium chromium) {
        Inspection bad = Inspection.of(chromium.somebody().newPage());
        bad.page().setContent("""
                <!doctype html><html lang="en"><title>Bad</title><body style="background:#fff"><main><h1>Bad</h1>
                <p style="color:#bbb">Pale</p><input><div style="width:2000px">Wide</div>
                <script>console.error('Broken')</script></main>
                """);
        bad.look("bad");
        assertThat(bad.findings())
                .anySatisfy(finding -> assertThat(finding).contains("color-contrast"))
                .anySatisfy(finding -> assertThat(finding).contains("label"))
                .anySatisfy(finding -> assertThat(finding).contains("scrolls sideways"))
                .anySatisfy(finding -> assertThat(finding).contains("Broken"));
        bad.page().context().close();
    }
}
