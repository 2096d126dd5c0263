package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.room.GuideWords;

/** The main job from end to end, on the shipped bank, between two people with a browser each. */
@ExtendWith(Journeys.class)
class WholeJobIT {
    private static final GuideWords GUIDE = GuideWords.of(ShippedBank.BANK);

    /**
     * What the interviewer gives, in the order of the round. By hand: strategy (4+3+5+4+3)/5 = 3.8; accountability
     * (3+2+4+4+5+3)/6 = 3.5; team, whose 0 is no zero but nothing, (2+3+4)/3 = 3.0.
     */
    private static final List<Map<Shift, Integer>> LEVELS = List.of(
            Map.of(Shift.STRATEGY, 4, Shift.ACCOUNTABILITY, 3),
            Map.of(Shift.STRATEGY, 3, Shift.ACCOUNTABILITY, 2),
            Map.of(Shift.ACCOUNTABILITY, 4, Shift.TEAM, 2),
            Map.of(Shift.STRATEGY, 5, Shift.ACCOUNTABILITY, 4, Shift.TEAM, 3),
            Map.of(Shift.STRATEGY, 4, Shift.TEAM, 0),
            Map.of(Shift.STRATEGY, 3, Shift.ACCOUNTABILITY, 5),
            Map.of(Shift.ACCOUNTABILITY, 3, Shift.TEAM, 4));

    private static final List<String> SCORES = List.of("3.8", "3.5", "3.0");

    /** The candidate thinks highly of their strategy: 5, 3 and 4 on every question. */
    private static final Map<Shift, Integer> SELF = Map.of(Shift.STRATEGY, 5, Shift.ACCOUNTABILITY, 3, Shift.TEAM, 4);

    private static final List<String> SELF_SCORES = List.of("5.0", "3.0", "4.0");

    @Test
    void a_coach_interviews_a_candidate_who_comes_by_link_and_leaves_with_a_scorecard(Installation installation) {
        try (Wire wire = Wire.to(installation.threeshift().address())) {
            Page coach = installation.signedIn(Installation.COACH);
            Installation.host(coach, "The seven", "Maya");
            String link = Installation.invitation(coach);
            Page maya = installation.chromium().somebody().newPage();
            join(maya, wire.by(link), "Maya Rosen");
            assertThat(maya.locator("#stage-title")).containsText("You’re in.");

            Console console = Console.open(coach, Installation.consoleOf(coach));
            assertThat(coach.locator(".clock-bar .presence")).hasText(Pattern.compile("here since .*"));
            console.start();
            assertThat(maya.locator("#stage-title")).hasText("It has started");
            interview(console, maya);
            console.finish();

            assertThat(maya.locator("#stage-title")).hasText("Done. Now score yourself.");
            scoreYourself(maya);
            assertThat(coach.getByText("things are missing")).hasCount(0);
            console.lock("Yes", "You started from the money. Now let the team carry more of it.");
            assertThat(coach.locator(".sheet .waiting")).containsText("the candidate has scored themselves");

            assertNothingOfTheGuideIn(wire.answers());
            console.publish();

            assertThat(maya.locator("#stage-title")).hasText("Your scorecard is here");
            maya.getByText("Open the scorecard").click();
            assertScorecard(maya);
            keep(maya, installation);
            assertScorecard(maya);
            Page elsewhere = installation.signedIn(new Installation.Account("Maya Rosen", EMAIL, PASSWORD));
            elsewhere.navigate(installation.at("/scorecards"));
            elsewhere.locator("section[aria-labelledby=own] a").first().click();
            assertScorecard(elsewhere);
            coach.context().close();
            maya.context().close();
            elsewhere.context().close();
        }
    }

    /** Otherwise the check above would pass for a browser that receives everything. */
    @Test
    void the_check_finds_the_guide_in_what_an_interviewers_browser_receives(Installation installation) {
        try (Wire wire = Wire.to(installation.threeshift().address())) {
            Page coach = installation.signedIn(Installation.COACH);
            Installation.host(coach, "Warm-up", "Ben");
            Console console = Console.open(coach, wire.by(Installation.consoleOf(coach)));
            console.start();
            Question question = ShippedBank.questions("warm-up").getFirst();
            console.pose(question.prompt());
            List<String> found = wire.answers().stream()
                    .flatMap(answer -> GUIDE.foundIn(answer).stream())
                    .distinct()
                    .toList();
            assertThat(GuideWords.of(ShippedBank.BANK).secrets()).hasSizeGreaterThan(500);
            assertThat(found)
                    .contains(
                            lower(question.traps().getFirst().name()),
                            lower(question.traps().getFirst().tellTales().getFirst()),
                            lower(question.strategicAnswer().example()),
                            lower(question.anchors()
                                    .values()
                                    .iterator()
                                    .next()
                                    .values()
                                    .iterator()
                                    .next()),
                            lower(question.probes().values().iterator().next()));
            coach.context().close();
        }
    }

    private static final String EMAIL = "maya@example.org";
    private static final String PASSWORD = "copper meadow paper whale";

    static void join(Page candidate, String link, String name) {
        candidate.navigate(link);
        candidate.getByLabel("Your name").fill(name);
        Installation.press(candidate, "Join the interview");
        candidate.waitForSelector("#stage");
    }

    private static void interview(Console console, Page maya) {
        List<Question> questions = ShippedBank.questions("the-seven");
        for (int index = 0; index < questions.size(); index++) {
            Question question = questions.get(index);
            console.pose(question.prompt());
            assertThat(maya.locator(".posed-prompt")).hasText(question.prompt());
            if (index == 0) {
                console.probeThatHeld();
                console.height(Shift.STRATEGY);
            }
            console.note("Note " + (index + 1) + ": said what it costs.");
            Map<Shift, Integer> levels = LEVELS.get(index);
            for (Shift shift : Shift.values()) {
                if (levels.containsKey(shift)) {
                    console.level(shift, levels.getOrDefault(shift, 0));
                }
            }
            judgeTraps(console, question, index);
        }
        console.closeQuestion();
        assertThat(maya.locator("#stage-title")).hasText("Your interviewer is writing");
    }

    /** Of the twelve traps one is recovered from, one fallen into, and the other ten avoided. */
    private static void judgeTraps(Console console, Question question, int index) {
        console.trap(index == 0 ? TrapJudgement.RECOVERED : index == 2 ? TrapJudgement.FELL : TrapJudgement.AVOIDED);
        if (question.traps().size() > 1) {
            console.nextTrap(question.traps().get(1).name());
            console.trap(TrapJudgement.AVOIDED);
        }
    }

    static void scoreYourself(Page candidate) {
        for (var field : candidate.locator("fieldset.scale").all()) {
            String classes = field.getAttribute("class");
            Shift shift = SELF.keySet().stream()
                    .filter(one -> classes.contains("shift-" + one.name().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            field.locator("input[value='" + SELF.get(shift) + "']").check();
        }
        Installation.press(candidate, "Save my score");
        assertThat(candidate.locator("#stage-title")).hasText("Thank you. Your own score is saved.");
    }

    private static void assertNothingOfTheGuideIn(List<String> answers) {
        assertThat(answers)
                .as("the room, its fragments and its stream went over the line")
                .anySatisfy(
                        answer -> assertThat(answer).startsWith("GET /room/").contains("/events"))
                .anySatisfy(
                        answer -> assertThat(answer).startsWith("POST /room/").contains("/self-score"));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(GUIDE.foundIn(answer))
                        .as(answer.lines().findFirst().orElse(""))
                        .isEmpty());
    }

    private static void assertScorecard(Page page) {
        assertThat(page.locator(".part:has(#views) tr.together td")).hasText(explained(SCORES));
        assertThat(page.locator(".part:has(#views) tr")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("You"))
                        .first()
                        .locator("td"))
                .hasText(explained(SELF_SCORES));
        assertThat(page.locator("section:has(#verdict)")).containsText("Yes");
        assertThat(page.locator("section:has(#traps) dd")).hasText(explained(List.of("10", "1", "1")));
        assertThat(page.locator("article.question")).hasCount(LEVELS.size());
        assertThat(page.locator("ol.plan > li")).hasCount(3);
        assertThat(page.getByText("Note 7: said what it costs.")).isVisible();
    }

    /** Each number, followed by what it is made of. */
    static Pattern[] explained(List<String> numbers) {
        return numbers.stream()
                .map(number -> Pattern.compile("^\\s*" + number.replace(".", "\\.") + ": \\S"))
                .toArray(Pattern[]::new);
    }

    private static void keep(Page maya, Installation installation) {
        maya.locator(".guest a").click();
        maya.getByLabel("E-mail address").fill(EMAIL);
        maya.getByLabel("New password").fill(PASSWORD);
        Installation.press(maya, "Make the account");
        LetterBox letters = LetterBox.in(installation.threeshift().database());
        maya.navigate(installation.at(letters.link(EMAIL, "keep-confirm")));
        Installation.press(maya, "Confirm and sign in");
        maya.waitForURL("**/home");
        maya.locator("section[aria-labelledby=own] a").first().click();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
