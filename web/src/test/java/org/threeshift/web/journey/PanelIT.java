package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Inspection;

/** A blind panel of two with a shadow and an observer, from the host's form to the published scorecard. */
@ExtendWith(Journeys.class)
class PanelIT {
    private static final List<Question> QUESTIONS = ShippedBank.questions("hiring-manager-screen");

    /** Question by question, each on two shifts. */
    private static final List<Map<Shift, Integer>> CLARA = List.of(
            Map.of(Shift.STRATEGY, 2, Shift.TEAM, 3),
            Map.of(Shift.ACCOUNTABILITY, 4, Shift.TEAM, 2),
            Map.of(Shift.TEAM, 4, Shift.ACCOUNTABILITY, 3));

    private static final List<Map<Shift, Integer>> BEN = List.of(
            Map.of(Shift.STRATEGY, 5, Shift.TEAM, 3),
            Map.of(Shift.ACCOUNTABILITY, 4, Shift.TEAM, 3),
            Map.of(Shift.TEAM, 4, Shift.ACCOUNTABILITY, 2));

    /** A shadow who gives the lowest level everywhere would pull every mean down. */
    private static final List<Map<Shift, Integer>> CY = List.of(
            Map.of(Shift.STRATEGY, 1, Shift.TEAM, 1),
            Map.of(Shift.ACCOUNTABILITY, 1, Shift.TEAM, 1),
            Map.of(Shift.TEAM, 1, Shift.ACCOUNTABILITY, 1));

    /**
     * By hand, without the shadow: two levels on strategy are too little for a score; accountability ((4+4)/2 + (3+2)/2)/2 =
     * 3.25; team ((3+3)/2 + (2+3)/2 + (4+4)/2)/3 = 3.17. With the shadow there would be a score on strategy, and the other two
     * would be 2.5 and 2.4.
     */
    private static final List<String> MEANS = List.of("too little to say", "3.3", "3.2");

    @Test
    void two_score_blind_one_for_training_one_watches_and_the_lead_changes_hands(Installation installation) {
        try (Panel panel = Panel.in(installation, "Panel")) {
            Console clara = panel.clara();
            Console ben = panel.ben();
            Inspection observed = Inspection.of(panel.di().page());
            Inspection led = Inspection.of(clara.page());
            assertThat(panel.maya().locator(".lobby-people")).containsText("Di Panel");
            assertThat(ben.button("Start the interview")).isHidden();
            clara.start();
            assertThat(panel.maya().locator(".room-people")).containsText("Cy Panel shadows");

            everybodyFollows(panel, clara, QUESTIONS.get(0));
            scoreAll(panel, 0);
            observed.look("console of an observer");

            takeLead(ben, "Take the lead");
            assertThat(clara.page().locator(".seats summary")).hasText("Ben Panel leads");
            assertThat(clara.button("Next question")).isHidden();
            assertThat(panel.maya().locator(".room-people")).containsText("Ben Panel leads");
            everybodyFollows(panel, ben, QUESTIONS.get(1));
            scoreAll(panel, 1);

            takeLead(ben, "Hand the lead to Clara Voss");
            assertThat(clara.page().locator(".seats summary")).hasText("You lead");
            everybodyFollows(panel, clara, QUESTIONS.get(2));
            scoreAll(panel, 2);
            clara.closeQuestion();
            clara.finish();

            clara.lock("Yes", "Clara has summed it up.");
            assertThat(clara.page().locator(".side-by-side")).isHidden();
            panel.cy().at("DEBRIEFING");
            panel.cy().lock("Strong no", "Cy has summed it up.");
            assertThat(panel.di().page().getByText("The interviewers score on their own."))
                    .isVisible();
            led.look("console that waits for a sheet");
            ben.at("DEBRIEFING");
            ben.lock("No", "Ben has summed it up.");

            panel.consoles().forEach(PanelIT::assertSideBySide);
            led.look("panel side by side");
            observed.look("panel side by side for an observer");
            assertThat(led.findings()).isEmpty();
            assertThat(observed.findings()).isEmpty();

            WholeJobIT.scoreYourself(panel.maya());
            clara.publish();
            assertScorecard(panel);
            assertThat(panel.cy().page().getByText("your sheet is no part of it"))
                    .isVisible();
            panel.cy().page().navigate(installation.at("/home"));
            panel.cy()
                    .page()
                    .locator("section[aria-labelledby=watched] a")
                    .first()
                    .click();
            assertThat(panel.cy().page().locator(".side-by-side .training")).isVisible();
        }
    }

    private static void everybodyFollows(Panel panel, Console lead, Question question) {
        lead.pose(question.prompt());
        panel.consoles()
                .forEach(console ->
                        assertThat(console.page().locator(".question .prompt")).hasText(question.prompt()));
        assertThat(panel.maya().locator(".posed-prompt")).hasText(question.prompt());
        // A key that comes right after somebody else's next question was meant for the one before, and is not taken.
        lead.page().waitForTimeout(1_000);
    }

    private static void scoreAll(Panel panel, int question) {
        score(panel.clara(), question, CLARA, "Clara");
        score(panel.ben(), question, BEN, "Ben");
        score(panel.cy(), question, CY, "Cy");
    }

    private static void score(Console console, int index, List<Map<Shift, Integer>> levels, String who) {
        Question question = QUESTIONS.get(index);
        for (Shift shift : Shift.values()) {
            if (levels.get(index).containsKey(shift)) {
                console.level(shift, levels.get(index).getOrDefault(shift, 0));
            }
        }
        console.trap(TrapJudgement.AVOIDED);
        if (question.traps().size() > 1) {
            console.nextTrap(question.traps().get(1).name());
            console.trap(TrapJudgement.AVOIDED);
        }
        console.note(who + " heard " + (index + 1) + ".");
    }

    private static void takeLead(Console console, String button) {
        console.page().locator(".seats summary").focus();
        console.press("Enter");
        console.button(button).focus();
        console.press("Enter");
    }

    private static void assertSideBySide(Console console) {
        Page page = console.page();
        Locator panel = page.locator(".side-by-side > .table-wrap");
        assertThat(page.locator(".widest-line"))
                .hasText("▲ Widest apart: " + QUESTIONS.get(0).title() + ", Strategy, from 2 to 5.");
        assertThat(panel.locator(".widest")).hasCount(1);
        assertThat(panel.locator(".widest")).hasText("▲ widest");
        assertThat(panel).not().containsText("Cy");
        assertThat(page.locator(".training")).containsText("never count");
        assertThat(page.locator(".training th[scope=col]").nth(1))
                .hasText(
                        console.page().locator(".seats summary").textContent().contains("You shadow")
                                ? "You"
                                : "Cy Panel");
        assertThat(page.locator(".sheet")).containsText("Clara has summed it up.");
        assertThat(page.locator(".sheet")).containsText("Ben has summed it up.");
    }

    private static void assertScorecard(Panel panel) {
        Page maya = panel.maya();
        assertThat(maya.locator("#stage-title")).hasText("Your scorecard is here");
        maya.getByText("Open the scorecard").click();
        assertThat(maya.locator(".part:has(#views) tr.together td")).hasText(WholeJobIT.explained(MEANS));
        assertThat(maya.locator("main")).not().containsText("Cy");
        assertThat(maya.locator("section:has(#verdict)")).not().containsText("Strong no");
    }
}
