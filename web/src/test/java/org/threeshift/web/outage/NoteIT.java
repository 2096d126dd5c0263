package org.threeshift.web.outage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.rubric.Verdict;

/** Typing a note never loses a character, whichever tab, browser or device goes on with it. */
class NoteIT extends OutageServer {
    private static final String WORDS = "“We freed eight hours a week”, and she says what for ";

    @Test
    void what_is_typed_is_saved_while_it_is_typed_and_found_on_another_device() {
        try (BrowserContext laptop = signedIn(dana);
                BrowserContext tablet = signedIn(dana)) {
            Page first = console(laptop);
            type(first, WORDS);
            assertThat(state(first)).hasText(Pattern.compile("Draft saved \\d\\d:\\d\\d:\\d\\d"));

            Page second = console(tablet);
            assertThat(offers(second)).hasCount(1);
            assertThat(offers(second)).containsText(WORDS.strip());
            assertThat(field(second)).hasValue("");
            press(second, "Go on with it");
            assertThat(field(second)).isFocused();
            assertThat(field(second)).hasValue(WORDS);
            second.keyboard().press("End");
            second.keyboard().type("exactly.");
            second.keyboard().press("Enter");
            assertThat(notes(second)).hasText(new String[] {WORDS + "exactly."});
            second.reload();
            assertThat(notes(second)).hasCount(1);
            assertThat(offers(second)).hasCount(0);
            assertThat(field(second)).hasValue("");
        }
    }

    @Test
    void a_browser_that_crashes_during_an_outage_offers_what_the_server_never_got() {
        try (BrowserContext laptop = signedIn(dana)) {
            Page before = console(laptop);
            type(before, "Before");
            assertThat(state(before)).hasText(Pattern.compile("Draft saved .*"));
            line.cut();
            before.keyboard().type(WORDS);
            assertThat(state(before)).hasText("Not saved: kept in this browser. Trying again…");
            before.close();
            line.mend();
            await(() -> laptop.request().get(threeshift.address() + "/home").status() == 200);
            Page after = console(laptop);
            assertThat(offers(after)).containsText("Before" + WORDS.strip());
            press(after, "Go on with it");
            assertThat(field(after)).hasValue("Before" + WORDS);
            assertThat(state(after)).hasText(Pattern.compile("Draft saved .*"));
        }
    }

    @Test
    void two_windows_that_go_on_with_the_same_note_lose_neither() {
        try (BrowserContext laptop = signedIn(dana)) {
            Page first = console(laptop);
            type(first, "Shared");
            assertThat(state(first)).hasText(Pattern.compile("Draft saved .*"));
            // As when a tab is duplicated: the copy knows which note the tab was at.
            Object at = first.evaluate("() => Object.entries(sessionStorage).find(([key]) => key.includes('at-work'))");
            Page second = laptop.newPage();
            second.addInitScript("sessionStorage.setItem(...%s)".formatted(json(at)));
            second.navigate(first.url());
            assertThat(field(second)).hasValue("Shared");
            field(second).focus();
            second.keyboard().press("End");
            second.keyboard().type(" by the second");
            assertThat(state(second)).hasText(Pattern.compile("Draft saved .*"));
            first.keyboard().type(" X");
            assertThat(state(first)).hasText(Pattern.compile("Draft saved .*"));
            assertThat(field(first)).hasValue("Shared X");
            field(first).press("Enter");
            assertThat(notes(first)).hasCount(1);
            field(second).press("Enter");
            assertThat(notes(first)).hasText(new String[] {"Shared X", "Shared by the second"});
        }
    }

    @Test
    void an_emptied_or_discarded_note_is_gone() {
        try (BrowserContext laptop = signedIn(dana);
                BrowserContext tablet = signedIn(dana)) {
            Page first = console(laptop);
            type(first, "Never mind");
            assertThat(state(first)).hasText(Pattern.compile("Draft saved .*"));
            Page second = console(tablet);
            press(second, "Discard");
            assertThat(offers(second)).hasCount(0);
            field(first).fill("");
            assertThat(state(first)).hasText("");
            first.reload();
            assertThat(first.locator(".question .prompt")).isVisible();
            assertThat(field(first)).hasValue("");
            second.reload();
            assertThat(second.locator(".question .prompt")).isVisible();
            assertThat(offers(second)).hasCount(0);
        }
    }

    @Test
    void what_was_typed_over_a_note_is_there_again_after_a_reload() {
        try (BrowserContext laptop = signedIn(dana)) {
            Page console = console(laptop);
            type(console, "Eight hours");
            console.keyboard().press("Enter");
            // Until then the note is drawn anew once more, and whoever changes it is put out.
            assertThat(console.locator("interview-saved .saved")).hasText(Pattern.compile("Saved .*"));
            Locator note = console.locator(".evidence .note").first();
            note.hover();
            note.getByText("Edit", new Locator.GetByTextOptions().setExact(true))
                    .click();
            note.locator("textarea").fill("Eight hours a week for pricing");
            console.reload();
            note.hover();
            note.getByText("Edit", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(note.locator("textarea")).hasValue("Eight hours a week for pricing");
            note.locator(".submit").click();
            assertThat(notes(console)).hasText(new String[] {"Eight hours a week for pricing"});
            note.hover();
            note.getByText("Edit", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(note.locator("textarea")).hasValue("Eight hours a week for pricing");
        }
    }

    @Test
    void a_sheet_asks_for_what_is_begun_before_it_locks() {
        try (BrowserContext laptop = signedIn(dana);
                BrowserContext tablet = signedIn(dana)) {
            Page console = console(laptop);
            console.keyboard().type("33v");
            type(console, "To hand in");
            assertThat(state(console)).hasText(Pattern.compile("Draft saved .*"));
            Page elsewhere = console(tablet);
            type(elsewhere, "To give up");
            assertThat(state(elsewhere)).hasText(Pattern.compile("Draft saved .*"));
            console.keyboard().press("Escape");
            console.keyboard().press("e");
            assertThat(console.locator(".sheet")).isVisible();
            assertThat(console.locator(".clock-bar .said")).containsText("Press e again to end the interview.");
            pause(Duration.ofSeconds(1));
            console.keyboard().press("e");
            Locator begun = console.locator(".begun li");
            assertThat(begun).hasCount(2);
            console.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true))
                    .check();
            console.locator(".lock textarea").fill("Good.");
            press(console, "Lock the sheet");
            assertThat(console.locator(".sheet > .said")).containsText("2 notes are begun and not handed in.");
            assertThat(begun.first().getByRole(AriaRole.BUTTON).first()).isFocused();
            of(begun, "To hand in").getByText("Hand in", exactly()).press("Enter");
            assertThat(begun).hasCount(1);
            assertThat(notes(console)).hasText(new String[] {"To hand in"});
            begun.getByText("Discard").press("Enter");
            assertThat(console.locator(".begun")).isHidden();
            press(console, "Lock the sheet");
            assertThat(console.getByText("Your sheet is locked.").first()).isVisible();
            console.reload();
            assertThat(console.getByText("Your sheet is locked.").first()).isVisible();
            assertThat(console.locator(".left-notes")).isHidden();
            assertThat(console.locator(".note-left")).isEmpty();
        }
    }

    @Test
    void what_is_begun_while_another_device_locks_the_sheet_can_be_read_afterwards() {
        try (BrowserContext laptop = signedIn(dana)) {
            Page console = console(laptop);
            console.keyboard().type("33v");
            type(console, "Begun before");
            assertThat(state(console)).hasText(Pattern.compile("Draft saved .*"));
            console.keyboard().press("Escape");
            send(interview, new Command.Finish());
            assertThat(console.locator(".begun li")).hasCount(1);
            console.locator(".agenda-row").first().click();
            assertThat(field(console)).isVisible();
            field(console).press("End");
            assertThat(field(console)).isFocused();
            console.keyboard().type(", and too late");
            send(interview, new Command.LockSheet(Verdict.YES, "Good."));
            assertThat(console.locator(".left-notes")).containsText("Begun before");
            // The last words are in the one place or in the other, as they came in time or not.
            assertThat(console.locator(".left-notes .words, .note-left p")
                            .filter(new Locator.FilterOptions().setHasText("and too late")))
                    .hasCount(1);
            console.reload();
            assertThat(console.locator(".left-notes")).containsText("Begun before");
            assertThat(field(console)).isHidden();
        }
    }

    private static Locator of(Locator items, String words) {
        return items.filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void what_somebody_writes_stays_under_their_hands_whatever_the_lead_does() {
        try (BrowserContext hers = signedIn(dana);
                BrowserContext his = signedIn(ben)) {
            Page lead = console(hers);
            Page second = console(his);
            type(second, "We freed");
            lead.keyboard().press("x");
            for (Page page : List.of(lead, second)) {
                assertThat(page.locator(".agenda-row[aria-current=step]")).hasCount(0);
                assertThat(page.locator(".question .prompt"))
                        .hasText(question(0).prompt());
            }
            second.keyboard().type(" eight hours");
            type(lead, "Candid, ");
            lead.keyboard().press("Escape");
            lead.keyboard().press("l");
            press(lead, "Finish the interview");
            second.waitForSelector("interview-console[data-phase=DEBRIEFING]");
            second.keyboard().type(" a week, 4 v");
            assertThat(field(second)).isFocused();
            assertThat(field(second)).hasValue("We freed eight hours a week, 4 v");
            assertThat(second.locator(".note-about"))
                    .hasText("On: " + question(0).title());
            second.keyboard().press("Enter");
            assertThat(notes(second)).hasText(new String[] {"We freed eight hours a week, 4 v"});
            second.keyboard().press("Escape");
            assertThat(field(second)).isHidden();
            assertThat(log()).endsWith("question-posed", "question-closed", "finished", "evidence-noted");
        }
    }

    @Test
    void words_without_a_field_do_nothing_until_whoever_types_has_noticed() {
        try (BrowserContext hers = signedIn(dana)) {
            Page console = console(hers);
            console.locator(".agenda-row").nth(1).press("Enter");
            assertThat(console.locator(".question .prompt")).hasText(question(1).prompt());
            console.keyboard().press("n");
            assertThat(console.locator("interview-notice")).containsText("There is no field for a note here.");
            console.keyboard().type("One oxen 5 ee v");
            console.keyboard().press("Escape");
            console.keyboard().press("[");
            assertThat(console.locator(".question .prompt")).hasText(question(0).prompt());

            type(console, "Words that ");
            // As when the host closes the scoring.
            console.evaluate("""
                    () => {
                      const note = document.querySelector('interview-note');
                      note.setAttribute('closed', '');
                      note.setAttribute('hidden', '');
                    }
                    """);
            assertThat(console.locator(".evidence h2")).isFocused();
            console.waitForTimeout(1_600);
            console.keyboard().type("go on 5 ee v");
            assertThat(console.locator("interview-notice")).containsText("The field in which you were writing is gone");
            assertThat(console.locator(".question .prompt")).hasText(question(0).prompt());
            assertThat(console.locator("live-call")).hasAttribute("data-state", "out");
            assertThat(console.locator("[data-call=check]")).isVisible();
            assertThat(log()).endsWith("question-posed");
        }
    }

    @Test
    void a_note_that_is_too_long_keeps_every_character_and_says_so() {
        String words = "a".repeat(2_010);
        try (BrowserContext laptop = signedIn(dana)) {
            Page console = console(laptop);
            type(console, "");
            console.keyboard().insertText(words);
            assertThat(state(console)).hasText(Pattern.compile("10 characters too many: a note takes 2,000.*"));
            console.keyboard().press("Enter");
            assertThat(field(console)).hasValue(words);
            for (int more = 0; more < 10; more++) {
                console.keyboard().press("Backspace");
            }
            assertThat(state(console)).hasText(Pattern.compile("Draft saved .*"));
            console.keyboard().press("Enter");
            assertThat(notes(console)).hasText(new String[] {words.substring(10)});
            assertThat(console.locator("interview-saved .saved")).hasText(Pattern.compile("Saved .*"));
        }
    }

    @Test
    void nobody_else_sees_a_draft() {
        try (BrowserContext hers = signedIn(dana);
                BrowserContext his = signedIn(ben)) {
            Page first = console(hers);
            type(first, WORDS);
            assertThat(state(first)).hasText(Pattern.compile("Draft saved .*"));
            Page rival = console(his);
            assertThat(offers(rival)).hasCount(0);
            assertThat(rival.locator("body")).not().containsText("freed eight hours");
        }
    }

    private static void type(Page console, String words) {
        console.keyboard().press("n");
        assertThat(field(console)).isFocused();
        console.keyboard().type(words);
    }

    private static Locator state(Page console) {
        return console.locator(".note-state");
    }

    private static Locator offers(Page console) {
        return console.locator(".note-offer");
    }

    private static Locator notes(Page console) {
        return console.locator(".evidence .note .words");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static String json(Object entry) {
        return new com.google.gson.Gson().toJson(entry);
    }
}
