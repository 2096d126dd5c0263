package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Chromium;

/** The server dies in the middle of scoring. Whatever the console showed as saved is there when it comes back. */
@ExtendWith(Journeys.class)
class KilledServerIT {
    @Test
    void both_sides_reload_and_go_on_to_the_scorecard(Installation installation) {
        Page coach = installation.signedIn(Installation.COACH);
        Installation.host(coach, "Warm-up", "Iris");
        Page iris = installation.chromium().somebody().newPage();
        WholeJobIT.join(iris, Installation.invitation(coach), "Iris Kern");
        Console console = Console.open(coach, Installation.consoleOf(coach));
        console.start();
        Question question = ShippedBank.questions("warm-up").getFirst();
        console.pose(question.prompt());
        console.level(Shift.STRATEGY, 5);
        console.level(Shift.ACCOUNTABILITY, 2);
        console.trap(TrapJudgement.FELL);
        console.note("Eight hours a week for pricing.");
        console.height(Shift.STRATEGY);
        assertThat(coach.locator("interview-saved .saved")).hasText(Pattern.compile("Saved .*"));
        console.press("n");
        coach.keyboard().type("Not handed in yet");
        iris.locator("#notes-text").fill("revenue first");
        assertThat(iris.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));

        installation.threeshift().kill();
        assertThat(iris.locator("#line-lost")).isVisible();
        installation.threeshift().startAgain();

        Chromium.reload(coach);
        console.at("LIVE");
        assertThat(coach.locator(".question .prompt")).hasText(question.prompt());
        assertThat(console.levelOf(Shift.STRATEGY, 5)).isChecked();
        assertThat(console.levelOf(Shift.ACCOUNTABILITY, 2)).isChecked();
        assertThat(coach.locator(".trap[data-current] input[value=FELL]")).isChecked();
        assertThat(console.notes()).hasText(new String[] {"Eight hours a week for pricing."});
        assertThat(coach.locator(".scale.shift-strategy .reached")).isVisible();
        assertThat(coach.locator("interview-note textarea")).hasValue("Not handed in yet");
        Chromium.reload(iris);
        assertThat(iris.locator(".posed-prompt")).hasText(question.prompt());
        assertThat(iris.locator("#notes-text")).hasValue("revenue first");

        coach.locator(".scale.shift-team input[value='4']").check();
        console.finish();
        assertThat(iris.locator("#stage-title")).hasText("Done. Now score yourself.");
        WholeJobIT.scoreYourself(iris);
        // What was begun and not handed in keeps the sheet open.
        console.button("Discard").click();
        assertThat(coach.locator(".begun")).isHidden();
        console.lock("Yes", "You know what the freed hours are for.");
        console.publish();
        assertThat(iris.locator("#stage-title")).hasText("Your scorecard is here");
        iris.getByText("Open the scorecard").click();
        assertThat(iris.locator("article.question .level b"))
                .hasText(new Pattern[] {Pattern.compile("^5"), Pattern.compile("^2"), Pattern.compile("^4")});
        assertThat(iris.getByText("Eight hours a week for pricing.")).isVisible();
        coach.context().close();
        iris.context().close();
    }

    @Test
    void a_note_that_is_typed_while_the_server_is_killed_keeps_every_character(Installation installation) {
        Page coach = installation.signedIn(Installation.COACH);
        Installation.host(coach, "Warm-up", "Iris");
        Console console = Console.open(coach, Installation.consoleOf(coach));
        console.start();
        console.pose(ShippedBank.questions("warm-up").getFirst().prompt());
        Locator field = coach.locator("interview-note textarea");
        console.press("n");
        coach.keyboard().type("She says: “we stopped two reports nobody read", slowly());
        installation.threeshift().kill();
        coach.keyboard().type("; that freed 4 hours a week, ", slowly());
        assertThat(coach.locator(".note-state")).hasText("Not saved: kept in this browser. Trying again…");
        installation.threeshift().startAgain();

        // The page comes back by itself, and the caret with it: what is typed next is a note and no key of the
        // console's.
        assertThat(coach.locator(".note-state")).hasText(Pattern.compile("Draft saved .*"));
        assertThat(field).isFocused();
        coach.keyboard().type("x4]so pricing got them”", slowly());
        installation.threeshift().kill();
        coach.keyboard().type(" – and then?", slowly());
        installation.threeshift().startAgain();
        Chromium.reload(coach);
        console.at("LIVE");
        assertThat(field)
                .hasValue("She says: “we stopped two reports nobody read; that freed 4 hours a week, "
                        + "x4]so pricing got them” – and then?");
        assertThat(coach.locator(".note-state")).hasText(Pattern.compile("Draft saved .*"));
        field.press("Enter");
        assertThat(console.notes()).hasCount(1);
        assertThat(console.notes()).containsText("that freed 4 hours a week, x4]so pricing got them” – and then?");
        coach.context().close();
    }

    @Test
    void what_was_entered_but_not_saved_is_handed_in_again_when_the_server_dies(Installation installation) {
        Page coach = installation.signedIn(Installation.COACH);
        Installation.host(coach, "Warm-up", "Iris");
        Console console = Console.open(coach, Installation.consoleOf(coach));
        console.start();
        console.pose(ShippedBank.questions("warm-up").getFirst().prompt());
        console.level(Shift.STRATEGY, 5);
        installation.threeshift().freezeDatabase();
        console.level(Shift.ACCOUNTABILITY, 2);
        console.level(Shift.TEAM, 4);
        console.trap(TrapJudgement.FELL);
        assertThat(coach.locator("interview-saved .saved")).hasText(Pattern.compile("Not saved: .*"));
        installation.threeshift().kill();
        console.press("3");
        installation.threeshift().thawDatabase();
        installation.threeshift().startAgain();

        Chromium.reload(coach);
        console.at("LIVE");
        assertThat(console.levelOf(Shift.STRATEGY, 5)).isChecked();
        assertThat(console.levelOf(Shift.ACCOUNTABILITY, 2)).isChecked();
        assertThat(console.levelOf(Shift.TEAM, 4)).isChecked();
        assertThat(coach.locator(".trap[data-current] input[value=FELL]")).isChecked();
        assertThat(coach.locator(".unsaved:not([hidden])")).hasCount(0);
        assertThat(coach.locator("interview-saved .saved")).hasText(Pattern.compile("Saved .*"));
        coach.context().close();
    }

    private static Keyboard.TypeOptions slowly() {
        return new Keyboard.TypeOptions().setDelay(25);
    }
}
