package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.room.GuideWords;

/** A peer evening: both chairs in one sitting, between a member and a guest with a browser each. */
@ExtendWith(Journeys.class)
class ExchangeIT {
    private static final List<Question> FIRST = ShippedBank.questions("warm-up");
    /** The round that fills half an hour best and shares no question with the first. */
    private static final List<Question> SECOND = ShippedBank.questions("hiring-manager-screen");

    private static final GuideWords GUIDE_OF_FIRST = guideOfFirst();

    @Test
    void two_people_swap_chairs_once_both_agree_and_neither_meets_a_question_again(Installation installation) {
        try (Wire wire = Wire.to(installation.threeshift().address())) {
            Page clara = installation.signedIn(Installation.COACH);
            fillIn(clara, "Noor");
            Inspection inspection = Inspection.of(clara).look("host an exchange");
            setUp(clara);
            String exchange = clara.url();
            Page noor = installation.chromium().somebody().newPage();
            WholeJobIT.join(noor, wire.by(Installation.invitation(clara)), "Noor Haddad");
            assertThat(noor.getByText("First half")).isVisible();
            inspection.look("exchange with its link");

            firstHalf(clara, noor);
            assertThat(clara.locator("#swap-title")).hasText("Swap chairs now?");
            assertThat(noor.locator("#swap-title")).hasText("Swap chairs now?");
            assertThat(noor.locator(".swap")).containsText("Next you interview Clara Voss: Hiring-manager screen.");
            Installation.press(clara, "Swap chairs");
            assertThat(clara.locator("#swap-title")).hasText("You are ready. Noor Haddad is not yet.");
            assertThat(noor.locator("#swap-title")).hasText("Clara Voss is ready to swap");
            inspection.look("console offers the swap");
            Inspection guest = Inspection.of(noor).look("room offers the swap");

            Installation.press(noor, "Swap chairs");
            noor.waitForURL("**/console/interviews/*");
            clara.waitForURL("**/room/*");
            assertThat(identity(noor)).isEqualTo(identity(clara));
            Console console = new Console(noor).at("SCHEDULED");
            assertThat(clara.locator("#stage-title")).containsText("You’re in.");
            console.start();
            List<String> asked = new ArrayList<>();
            for (Question question : SECOND) {
                console.pose(question.prompt());
                assertThat(clara.locator(".posed-prompt")).hasText(question.prompt());
                asked.add(question.id());
            }
            assertThat(asked)
                    .doesNotContainAnyElementsOf(
                            FIRST.stream().map(Question::id).toList());
            assertThat(noor.locator(".agenda-row")).hasCount(SECOND.size());
            console.closeQuestion();
            console.finish();
            assertThat(clara.locator("#stage-title")).hasText("Done. Now score yourself.");

            assertThat(wire.answers())
                    .as("nothing of the guide to the questions that the guest was asked reached the guest")
                    .allSatisfy(answer -> assertThat(GUIDE_OF_FIRST.foundIn(answer))
                            .as(answer.lines().findFirst().orElse(""))
                            .isEmpty());
            clara.navigate(installation.at("/home"));
            Locator sitting = clara.locator("section[aria-labelledby=upcoming] li")
                    .filter(new Locator.FilterOptions().setHasText("Noor Haddad"))
                    .first();
            assertThat(sitting).containsText("First half · Warm-up · lock your sheet");
            assertThat(sitting).containsText("Second half · Hiring-manager screen · score yourself");
            inspection.look("home with an exchange");
            clara.navigate(exchange);
            assertThat(clara.locator("#swap-title")).hasText("Both halves were held");
            inspection.look("exchange with both halves");
            assertThat(inspection.findings()).isEmpty();
            assertThat(guest.findings()).isEmpty();
            clara.context().close();
            noor.context().close();
        }
    }

    @Test
    void who_leaves_half_way_leaves_the_first_half_whole(Installation installation) {
        Page clara = installation.signedIn(Installation.COACH);
        fillIn(clara, "Mika");
        setUp(clara);
        String exchange = clara.url();
        Page mika = installation.chromium().somebody().newPage();
        WholeJobIT.join(mika, Installation.invitation(clara), "Mika Salo");
        Console console = firstHalf(clara, mika);
        Installation.press(clara, "Swap chairs");
        assertThat(mika.locator("#swap-title")).hasText("Clara Voss is ready to swap");

        Installation.press(mika, "No swap today");
        assertThat(clara.locator("#swap-title")).hasText("First half only");
        assertThat(mika.locator(".swap")).hasCount(0);
        assertThat(mika.locator("#stage-title")).hasText("Done. Now score yourself.");
        WholeJobIT.scoreYourself(mika);
        console.lock("Yes", "You handed the work over. Say next what happens if it goes wrong.");
        console.publish();
        assertThat(mika.locator("#stage-title")).hasText("Your scorecard is here");
        mika.getByText("Open the scorecard").click();
        assertThat(mika.locator("article.question")).hasCount(FIRST.size());

        clara.navigate(exchange);
        assertThat(clara.locator("#swap-title")).hasText("First half only");
        assertThat(clara.locator(".halves .open")).containsText("It does not take place.");
        assertThat(Inspection.of(clara).look("exchange of one half").findings()).isEmpty();
        clara.context().close();
        mika.context().close();
    }

    /** For now, half an hour each, with a partner by link. */
    private static void fillIn(Page page, String partner) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Host an interview"))
                .first()
                .click();
        choose(page, "Warm-up");
        page.getByText("Anybody with a link").click();
        page.getByLabel("What you call them").fill(partner);
        choose(page, "Two interviews in one sitting");
        choose(page, "60 minutes");
    }

    /** The page then shows the exchange with its link. */
    private static void setUp(Page page) {
        Installation.press(page, "Set it up");
        assertThat(page).hasURL(Pattern.compile("/exchanges/[0-9a-f-]{36}$"));
    }

    private static void choose(Page page, String words) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    /** Asks, scores and ends it; nothing is locked. */
    private static Console firstHalf(Page interviewer, Page candidate) {
        interviewer
                .locator(".halves a")
                .filter(new Locator.FilterOptions().setHasText("Open the console"))
                .click();
        Console console = new Console(interviewer).at("SCHEDULED");
        console.start();
        Question question = FIRST.getFirst();
        console.pose(question.prompt());
        assertThat(candidate.locator(".posed-prompt")).hasText(question.prompt());
        assertThat(candidate.locator(".clock.large")).containsText("of 30:00");
        console.note("Handed over the newsletter, with a date.");
        for (Shift shift : Shift.values()) {
            console.level(shift, 4);
        }
        console.trap(TrapJudgement.AVOIDED);
        for (var trap : question.traps().stream().skip(1).toList()) {
            console.nextTrap(trap.name());
            console.trap(TrapJudgement.AVOIDED);
        }
        console.closeQuestion();
        console.finish();
        assertThat(candidate.locator("#stage-title")).hasText("Done. Now score yourself.");
        return console;
    }

    private static String identity(Page page) {
        return page.url().replaceFirst(".*/", "");
    }

    private static GuideWords guideOfFirst() {
        List<String> ofOthers = GuideWords.of(withQuestions(ShippedBank.BANK.questions().stream()
                        .filter(question -> !FIRST.contains(question))
                        .toList()))
                .secrets();
        return new GuideWords(GuideWords.of(withQuestions(FIRST)).secrets().stream()
                .filter(secret -> !ofOthers.contains(secret))
                .toList());
    }

    private static Bank withQuestions(List<Question> questions) {
        Bank bank = ShippedBank.BANK;
        return new Bank(bank.id(), bank.version(), bank.title(), bank.role(), bank.summary(), questions, List.of());
    }
}
