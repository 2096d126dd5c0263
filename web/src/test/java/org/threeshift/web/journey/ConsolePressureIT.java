package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** A question conducted by the keyboard alone, while the agenda changes under it and the candidate sees every pause. */
@ExtendWith(Journeys.class)
class ConsolePressureIT {
    private static final List<Question> QUESTIONS = ShippedBank.questions("the-seven");

    @Test
    void everything_is_done_by_keys_and_the_room_stands_still_in_a_pause(Installation installation) {
        Page coach = installation.signedIn(Installation.COACH);
        Installation.host(coach, "The seven", "Pia");
        Page pia = installation.chromium().somebody().newPage();
        WholeJobIT.join(pia, Installation.invitation(coach), "Pia Lang");
        Console console = Console.open(coach, Installation.consoleOf(coach));
        console.button("Start the interview").click();
        console.at("LIVE");
        assertThat(coach.locator(".question .prompt")).isFocused();
        console.pose(QUESTIONS.getFirst().prompt());
        assertThat(pia.locator(".posed-prompt")).hasText(QUESTIONS.getFirst().prompt());

        score(console, coach);
        takeBack(console, coach);
        pause(console, coach, pia);
        changeTheAgenda(console, coach);
        assertThat(pia.locator(".posed-prompt")).hasText(QUESTIONS.getFirst().prompt());
        poseAnother(console, coach);

        // To the sheet, and only then to the end.
        console.press("e");
        assertThat(focused(coach)).hasText("Your sheet");
        assertThat(spoken(coach)).containsText("Press e again to end the interview.");
        coach.keyboard().press("Space");
        console.at("LIVE");
        coach.waitForTimeout(1_000);
        console.press("e");
        console.at("DEBRIEFING");
        assertThat(spoken(coach)).containsText("The interview is over.");
        Locator yes = coach.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true));
        yes.check();
        coach.reload();
        assertThat(yes).isChecked();
        assertThat(pia.locator("#stage-title")).hasText("Done. Now score yourself.");
        coach.context().close();
        pia.context().close();
    }

    private static void score(Console console, Page coach) {
        console.level(Shift.STRATEGY, 4);
        assertThat(spoken(coach)).containsText("Strategy: 4.");
        console.level(Shift.ACCOUNTABILITY, 2);
        console.trap(TrapJudgement.FELL);
        // The way out of the trap stands beside it, one key away.
        assertThat(coach.locator(".trap[data-current] .trap-probe"))
                .containsText(QUESTIONS.getFirst().probes().values().iterator().next());
        console.probeThatHeld();
        console.trap(TrapJudgement.RECOVERED);
        console.height(Shift.STRATEGY);
        console.note("Starts from the money.");
    }

    private static void takeBack(Console console, Page coach) {
        Locator deed = coach.locator("interview-saved .deed");
        coach.keyboard().press("Control+z");
        assertThat(deed).hasText("Taken back: Strategy reached.");
        assertThat(coach.locator(".scale.shift-strategy .reached")).isHidden();
        coach.keyboard().press("Control+z");
        assertThat(deed).hasText("Taken back: Trap: Recovered.");
        assertThat(coach.locator(".trap[data-current] input[value=FELL]")).isChecked();
        coach.keyboard().press("Control+z");
        assertThat(deed).hasText(Pattern.compile("Taken back: Held at .* height"));
        assertThat(coach.locator(".probe[data-state=asked]")).hasCount(1);

        // In a text, taking back is the browser's, and nothing on the sheet changes.
        console.press("n");
        coach.keyboard().type("Words");
        coach.keyboard().press("Control+z");
        assertThat(coach.locator("interview-note textarea")).not().hasValue("Words");
        coach.locator("interview-note textarea").fill("");
        // Whoever leaves the field has left it, even if the screen changes in the same breath.
        coach.locator("interview-note textarea").evaluate("""
                (area) => {
                  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
                  area.closest('.evidence').setAttribute('disabled', '');
                  area.closest('.evidence').removeAttribute('disabled');
                }
                """);
        assertThat(coach.locator("interview-note textarea")).not().isFocused();
        assertThat(console.levelOf(Shift.ACCOUNTABILITY, 2)).isChecked();
        assertThat(coach.locator(".probe[data-state=asked]")).hasCount(1);
    }

    private static void pause(Console console, Page coach, Page pia) {
        console.press("q");
        assertThat(coach.locator(".clocks .paused")).hasText("paused");
        assertThat(spoken(coach)).containsText("Paused. All clocks stand still.");
        assertThat(pia.locator(".notice.paused")).containsText("All clocks stand still");
        assertThat(pia.locator(".posed-prompt")).hasText(QUESTIONS.getFirst().prompt());
        assertThat(pia.locator("#said")).hasText("Paused.");
        List<String> standing = pia.locator(".clock-time").allTextContents();
        String round = coach.locator(".clocks interview-clock").textContent();
        pia.waitForTimeout(2_100);
        assertThat(pia.locator(".clock-time").allTextContents()).hasSize(2).isEqualTo(standing);
        assertThat(coach.locator(".clocks interview-clock")).hasText(round);

        console.press("q");
        assertThat(coach.locator(".clocks .paused")).isHidden();
        assertThat(pia.locator(".notice.paused")).hasCount(0);
        assertThat(pia.locator("#said")).hasText("The interview goes on.");
        assertThat(pia.locator(".clock-time").first()).not().hasText(standing.getFirst());
        assertThat(coach.locator(".clocks interview-clock")).not().hasText(round);
    }

    private static void changeTheAgenda(Console console, Page coach) {
        Locator rows = coach.locator(".agenda-row");
        console.press("g");
        coach.keyboard().press("ArrowDown");
        coach.keyboard().press("ArrowDown");
        console.press("u");
        assertThat(rows.nth(1)).hasAttribute("data-question", QUESTIONS.get(2).id());
        assertThat(focused(coach))
                .hasAttribute("data-question", QUESTIONS.get(2).id());
        console.press("d");
        assertThat(rows.nth(2)).hasAttribute("data-question", QUESTIONS.get(2).id());
        assertThat(focused(coach))
                .hasAttribute("data-question", QUESTIONS.get(2).id());

        console.press("k");
        assertThat(rows.nth(2)).hasAttribute("data-skipped", "");
        assertThat(spoken(coach)).containsText("Skipped: " + QUESTIONS.get(2).title() + ".");
        assertThat(focused(coach))
                .hasAttribute("data-question", QUESTIONS.get(2).id());

        console.press("+");
        Locator found = coach.locator(".adding .found-line");
        assertThat(coach.locator(".adding input")).isFocused();
        int all = found.count();
        coach.keyboard().type("team");
        assertThat(found).not().hasCount(all);
        coach.keyboard().press("ArrowDown");
        String title = found.first().locator(".strong").textContent();
        assertThat(found.first()).isFocused();
        coach.keyboard().press("Enter");
        assertThat(rows).hasCount(QUESTIONS.size() + 1);
        assertThat(rows.last().locator(".title")).hasText(title);
        assertThat(rows.last()).isFocused();
        assertThat(coach.locator(".adding")).isHidden();

        console.press("?");
        assertThat(coach.locator("#key-map")).isVisible();
        coach.keyboard().press("Escape");
        assertThat(coach.locator("#key-map")).isHidden();
        assertThat(rows.last()).isFocused();
    }

    /** Once another question has come, keys are about that one and no longer about the row that has the focus. */
    private static void poseAnother(Console console, Page coach) {
        Locator rows = coach.locator(".agenda-row");
        console.press("]");
        assertThat(coach.locator(".agenda-row[data-shown]"))
                .hasAttribute("data-question", QUESTIONS.get(1).id());
        console.press("k");
        assertThat(coach.locator(".said").getByText("was asked already")).isVisible();
        assertThat(rows.last()).not().hasAttribute("data-skipped", "");
    }

    private static Locator spoken(Page page) {
        return page.locator("interview-spoken");
    }

    /** Never the page as a whole: whoever types goes on somewhere. */
    private static Locator focused(Page page) {
        return page.locator("interview-console :focus");
    }
}
