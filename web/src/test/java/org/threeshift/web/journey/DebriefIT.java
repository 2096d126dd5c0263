package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Inspection;

/** The debrief in two browsers: the console's and the candidate's. */
@ExtendWith(Journeys.class)
class DebriefIT {
    private static final Question QUESTION = ShippedBank.questions("warm-up").getFirst();
    private static final Map<Shift, Integer> LEVELS = Map.of(Shift.STRATEGY, 4, Shift.ACCOUNTABILITY, 2, Shift.TEAM, 3);
    /** One above on strategy, three above on accountability, two below on team. */
    private static final Map<Shift, Integer> SELF = Map.of(Shift.STRATEGY, 5, Shift.ACCOUNTABILITY, 5, Shift.TEAM, 1);

    private static final String FIRST_WORDING = "Say what it costs.";
    private static final String AGREED = "Say first what it earns, then what it costs.";

    @Test
    void both_sides_walk_the_gaps_and_leave_with_a_sentence_that_both_confirmed(Installation installation) {
        try (Sitting sitting = Sitting.over(installation)) {
            Page coach = sitting.coach();
            Page maya = sitting.maya();
            sitting.console().button("Publish and open the debrief").click();
            sitting.console().at("PUBLISHED");

            sitting.bothSee(1, Shift.ACCOUNTABILITY, "3 levels apart");
            assertThat(maya.locator(".debrief-anchor").first()).containsText(anchor(Shift.ACCOUNTABILITY, 2));
            assertThat(maya.locator(".debrief-anchor.own")).containsText(anchor(Shift.ACCOUNTABILITY, 5));
            assertThat(coach.locator(".debrief-anchor.own")).containsText(anchor(Shift.ACCOUNTABILITY, 5));
            for (Page page : new Page[] {coach, maya}) {
                assertThat(page.locator(".debrief-notes")).containsText("Hands over the work and keeps the number.");
                assertThat(page.locator("debrief-clock")).hasText(Pattern.compile("[0-2]:\\d\\d left"));
                assertThat(page.locator(".debrief-step")).hasCount(4);
            }
            assertThat(Inspection.of(coach).look("debrief in the console").findings())
                    .isEmpty();
            assertThat(Inspection.of(maya).look("debrief in the room").findings())
                    .isEmpty();

            coach.keyboard().press("]");
            sitting.bothSee(2, Shift.TEAM, "2 levels apart");
            coach.keyboard().press("]");
            sitting.bothSee(3, Shift.STRATEGY, "1 level apart");
            coach.keyboard().press("[");
            sitting.bothSee(2, Shift.TEAM, "2 levels apart");
            coach.keyboard().press("]");
            sitting.bothSee(3, Shift.STRATEGY, "1 level apart");
            assertThat(coach.locator(".debrief-go .primary")).isInViewport(entirely());
            coach.keyboard().press("]");
            assertThat(maya.locator("#stage-title")).hasText("One sentence, worded together");
            // Where Enter sends nobody back.
            assertThat(coach.locator(".debrief-panel h2:visible")).isFocused();
            coach.keyboard().press("[");
            sitting.bothSee(3, Shift.STRATEGY, "1 level apart");
            coach.locator(".debrief-step").last().click();
            assertThat(maya.locator("#stage-title")).hasText("One sentence, worded together");

            word(sitting);
            assertThat(Inspection.of(coach)
                            .look("joint sentence in the console")
                            .findings())
                    .isEmpty();
            assertThat(Inspection.of(maya).look("joint sentence in the room").findings())
                    .isEmpty();
            coach.keyboard().press("Escape");
            coach.keyboard().press("c");
            assertThat(maya.locator(".debrief-sides .yes")).containsText("Clara Voss");
            Installation.press(maya, "Confirm this sentence");

            assertThat(maya.locator("#stage-title")).hasText("Your scorecard is here");
            assertThat(maya.locator(".debrief-sentence")).containsText(AGREED);
            assertThat(coach.getByText("This is the sentence you agreed on.").last())
                    .isVisible();
            assertOnScorecard(sitting);
        }
    }

    private static LocatorAssertions.IsInViewportOptions entirely() {
        return new LocatorAssertions.IsInViewportOptions().setRatio(1);
    }

    /** Maya words it; while she types on, the coach sends another; hers stays until she lets it go. */
    private static void word(Sitting sitting) {
        Locator field = sitting.maya().locator("#sentence");
        field.fill(FIRST_WORDING);
        field.press("Enter");
        Locator stands = sitting.coach().locator(".debrief-sentence blockquote:visible");
        assertThat(stands).hasText(FIRST_WORDING);
        field.fill("Half a thought");
        sitting.coach().keyboard().press("w");
        assertThat(sitting.coach().locator("#debrief-words")).isFocused();
        sitting.coach().locator("#debrief-words").fill(AGREED);
        sitting.coach().keyboard().press("Enter");
        assertThat(sitting.maya().locator(".debrief-sentence blockquote")).hasText(AGREED);
        assertThat(field).hasValue("Half a thought");
        assertThat(sitting.maya().locator(".debrief-overtaken")).isVisible();
        sitting.maya().reload();
        assertThat(field).hasValue("Half a thought");
        Installation.press(sitting.maya(), "Go on from the new one");
        assertThat(field).hasValue(AGREED);
        assertThat(sitting.maya().locator(".debrief-overtaken")).isHidden();
    }

    private static void assertOnScorecard(Sitting sitting) {
        Page maya = sitting.maya();
        maya.getByText("Open the scorecard").click();
        assertThat(maya.locator("#sentence blockquote")).hasText(AGREED);
        assertThat(maya.locator("#sentence")).containsText("Confirmed by Clara Voss and you.");
        String json = maya.request()
                .get(maya.url().replace("/scorecards/", "/api/interviews/") + "/scorecard")
                .text();
        assertThat(json)
                .contains("\"debrief\":{\"open\":false,\"withoutCandidate\":false", AGREED)
                .contains("\"awaitsCandidate\":false");
        sitting.coach().locator(".debrief-panel a.button.primary:visible").click();
        assertThat(sitting.coach().locator("#sentence blockquote")).hasText(AGREED);
    }

    @Test
    void a_debrief_can_be_skipped(Installation installation) {
        try (Sitting sitting = Sitting.over(installation)) {
            sitting.console().publish();
            assertThat(sitting.maya().locator("#stage-title")).hasText("Your scorecard is here");
            assertThat(sitting.maya().locator(".debrief-sentence")).hasCount(0);
            sitting.maya().getByText("Open the scorecard").click();
            assertThat(sitting.maya().locator("article.question")).hasCount(1);
            assertThat(sitting.maya().locator("#sentence")).hasCount(0);
            assertThat(sitting.maya()
                            .request()
                            .get(sitting.maya().url().replace("/scorecards/", "/api/interviews/") + "/scorecard")
                            .text())
                    .contains("\"debrief\":null");
        }
    }

    @Test
    void without_the_candidate_the_interviewer_words_it_and_the_candidate_confirms_it_later(Installation installation) {
        try (Sitting sitting = Sitting.over(installation)) {
            Page coach = sitting.coach();
            sitting.maya().navigate("about:blank");
            sitting.console().button("Publish and open the debrief").click();
            sitting.console().at("PUBLISHED");
            coach.locator(".debrief-step").last().click();
            coach.locator("#debrief-words").fill(AGREED);
            coach.keyboard().press("Enter");
            assertThat(coach.locator(".debrief-sentence blockquote:visible")).hasText(AGREED);
            coach.getByText("End early, or without the candidate").click();
            sitting.console()
                    .button("Maya Rosen is absent: confirm our sentence and end")
                    .click();
            assertThat(coach.getByText("Worded without Maya Rosen").first()).isVisible();

            Page maya = sitting.maya();
            maya.navigate(coach.url().replace("/console/interviews/", "/scorecards/"));
            assertThat(maya.locator("#sentence")).containsText("Worded without you.");
            Installation.press(maya, "Confirm this sentence");
            assertThat(maya.locator("#sentence")).containsText("you confirmed it later");
            assertThat(maya.locator("#sentence form")).hasCount(0);
        }
    }

    private static String anchor(Shift shift, int level) {
        return QUESTION.anchors().getOrDefault(shift, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().key() == level)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** An interview of one question that is over: the sheet is locked, and the candidate has scored themselves. */
    private record Sitting(Page coach, Page maya, Console console) implements AutoCloseable {
        static Sitting over(Installation installation) {
            Page coach = installation.signedIn(Installation.COACH);
            Installation.host(coach, "Warm-up", "Maya");
            Page maya = installation.chromium().somebody().newPage();
            WholeJobIT.join(maya, Installation.invitation(coach), "Maya Rosen");
            Console console = Console.open(coach, Installation.consoleOf(coach));
            console.start();
            console.pose(QUESTION.prompt());
            console.note("Hands over the work and keeps the number.");
            for (Shift shift : Shift.values()) {
                console.level(shift, LEVELS.getOrDefault(shift, 0));
            }
            console.trap(TrapJudgement.AVOIDED);
            for (int more = 1; more < QUESTION.traps().size(); more++) {
                console.nextTrap(QUESTION.traps().get(more).name());
                console.trap(TrapJudgement.AVOIDED);
            }
            console.closeQuestion();
            console.finish();
            assertThat(maya.locator("#stage-title")).hasText("Done. Now score yourself.");
            SELF.forEach((shift, level) -> maya.locator("fieldset.scale.shift-"
                            + shift.name().toLowerCase(java.util.Locale.ROOT) + " input[value='" + level + "']")
                    .check());
            Installation.press(maya, "Save my score");
            assertThat(maya.locator("#stage-title")).hasText("Thank you. Your own score is saved.");
            console.lock("Yes", "You hand over the work. Hand over the number too.");
            assertThat(coach.locator(".sheet .waiting")).containsText("the candidate has scored themselves");
            return new Sitting(coach, maya, console);
        }

        /** The same gap, with its distance, on both screens. */
        void bothSee(int gap, Shift shift, String apart) {
            String name =
                    shift.name().substring(0, 1) + shift.name().substring(1).toLowerCase(java.util.Locale.ROOT);
            for (Page page : new Page[] {coach, maya}) {
                assertThat(page.locator(".debrief-about p.num:visible")).hasText("Gap " + gap + " of 3 · question 1");
                assertThat(page.locator(".debrief-shift:visible")).containsText(name);
                assertThat(page.locator(".debrief-apart:visible")).containsText(apart);
            }
        }

        @Override
        public void close() {
            coach.context().close();
            maya.context().close();
        }
    }
}
