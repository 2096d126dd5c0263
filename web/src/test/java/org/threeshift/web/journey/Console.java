package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;

/** The interviewer's console, used by its keys. Each step ends when the console shows what it has saved. */
record Console(Page page) {
    static Console open(Page page, String address) {
        page.navigate(address);
        return new Console(page).at("SCHEDULED", "LIVE", "DEBRIEFING", "PUBLISHED");
    }

    /** Waits for one of these phases. */
    Console at(String... phases) {
        String selector = String.join(
                ", ",
                java.util.Arrays.stream(phases)
                        .map(phase -> "interview-console[data-phase=" + phase + "]")
                        .toList());
        page.waitForSelector(selector);
        return this;
    }

    void start() {
        press("b");
        at("LIVE");
    }

    /** Poses the next question and waits until its prompt stands there. */
    void pose(String prompt) {
        press("]");
        assertThat(page.locator(".question .prompt")).hasText(prompt);
        assertThat(page.locator(".agenda-row[aria-current=step]")).hasCount(1);
    }

    /** Gives the current shift a level; the console moves on to the next shift by itself. */
    void level(Shift shift, int level) {
        assertThat(scale(shift)).hasAttribute("data-current", "");
        press(Integer.toString(level));
        assertThat(levelOf(shift, level)).isChecked();
    }

    /** The current trap, by its own key. */
    void trap(TrapJudgement judgement) {
        press(
                switch (judgement) {
                    case AVOIDED -> "v";
                    case FELL -> "f";
                    case RECOVERED -> "r";
                });
        assertThat(page.locator(".trap[data-current] input[value=" + judgement + "]"))
                .isChecked();
    }

    void nextTrap(String name) {
        press("t");
        assertThat(page.locator(".trap[data-current] h3")).containsText(name);
    }

    void note(String words) {
        press("n");
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        assertThat(notes().filter(new Locator.FilterOptions().setHasText(words)))
                .hasCount(1);
        page.keyboard().press("Escape");
    }

    void probeThatHeld() {
        press("p");
        Locator asked = page.locator(".probe[data-state=asked]");
        assertThat(asked).hasCount(1);
        // One reads it aloud.
        assertThat(asked).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.99));
        press("h");
        assertThat(page.locator(".probe[data-state=held] button[aria-pressed=true]"))
                .containsText("Held");
    }

    void height(Shift shift) {
        press(shift == Shift.TEAM ? "m" : shift.name().substring(0, 1).toLowerCase(Locale.ROOT));
        assertThat(scale(shift).locator(".reached")).isVisible();
    }

    void closeQuestion() {
        press("x");
        assertThat(page.locator(".agenda-row[aria-current=step]")).hasCount(0);
    }

    void finish() {
        button("Finish the interview").click();
        at("DEBRIEFING");
    }

    void lock(String verdict, String summary) {
        page.getByLabel(verdict, new Page.GetByLabelOptions().setExact(true)).check();
        page.locator(".lock textarea").fill(summary);
        button("Lock the sheet").click();
        assertThat(page.getByText("Your sheet is locked.", new Page.GetByTextOptions()))
                .isVisible();
    }

    void publish() {
        button("Publish without a debrief").click();
        at("PUBLISHED");
    }

    Locator notes() {
        return page.locator(".evidence .note .words");
    }

    Locator levelOf(Shift shift, int level) {
        return scale(shift).locator("input[value='" + level + "']");
    }

    Locator button(String label) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(false))
                .first();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    private Locator scale(Shift shift) {
        return page.locator(".scale.shift-" + shift.name().toLowerCase(Locale.ROOT));
    }
}
