package org.threeshift.web.room;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.room.Play.Hosted;
import org.threeshift.web.room.ScreenlessBrowser.Answer;

/** The reverse shift card, from the candidate's form to the interviewer's page. */
class ReverseCardIT extends RoomServer {
    private static final String NOT_YET = "Not enough people have answered yet";
    private static final Map<String, String> ALL =
            Map.of("level-1-strategy", "5", "level-1-accountability", "4", "level-1-team", "0");

    @AutoClose
    private static final Chromium chromium = Chromium.start();

    @Test
    void an_interviewer_sees_their_feedback_once_three_different_candidates_have_answered() {
        Person dana = play.person("Dana Okafor", Role.COACH);
        ScreenlessBrowser interviewer = signedIn(dana);
        String before = main(interviewer.get("/feedback"));
        assertThat(before).contains(NOT_YET);
        answered(published(dana), "Showed me the words it rests on.");
        answered(published(dana), "");
        assertThat(main(interviewer.get("/feedback"))).isEqualTo(before);

        Hosted third = published(dana);
        try (BrowserContext window = chromium.somebody()) {
            Page page = window.newPage();
            guest(page, third);
            page.navigate(address() + "/scorecards/" + third.interview());
            page.getByText("Score their feedback").click();
            Inspection inspection = Inspection.of(page).look("reverse shift card");
            for (String shift : List.of("strategy", "accountability", "team")) {
                page.locator("#level-1-" + shift + " input[value='2']").check();
            }
            page.getByLabel("A sentence for Dana Okafor").fill("A little fast.");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(page.locator(".notice")).containsText("Saved. Thank you");
            assertThat(page.locator("form.form")).containsText("Dana Okafor sees your answer now");
            assertThat(inspection.look("reverse shift card that stands").findings())
                    .isEmpty();
        }
        assertThat(text(interviewer.get("/feedback")))
                .doesNotContain(NOT_YET)
                .contains("by 3 answers", "4.0", "3.3", "Fewer than three people observed this.")
                .contains("A little fast.", "Showed me the words it rests on.");
        try (BrowserContext window = chromium.somebody()) {
            window.addCookies(List.of(sessionCookie(dana)));
            Page page = window.newPage();
            assertThat(Inspection.of(page)
                            .open(address() + "/feedback", "feedback on my interviewing")
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void what_is_missing_is_said_at_its_place_and_the_rest_is_kept() {
        Hosted hosted = published(play.person("Dana Okafor", Role.COACH));
        ScreenlessBrowser maya = candidate(hosted);
        String form = form(hosted);
        Map<String, String> half = new HashMap<>(ALL);
        half.remove("level-1-team");
        half.put("sentence-1", "Kind & clear.");
        Answer answer = maya.post(form, half);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer))
                .contains("One thing needs another look", "Choose a level, or “Not observed”.")
                .contains("Kind & clear.", "name=\"level-1-strategy\" value=\"5\" checked");
        Map<String, String> tooLong = new HashMap<>(ALL);
        tooLong.put("sentence-1", "x".repeat(301));
        assertThat(text(maya.post(form, tooLong))).contains("at most 300 characters fit here");
        assertThat(text(maya.post(form, Map.of()))).contains("Nothing was chosen yet.");
        assertThat(text(maya.get(form))).doesNotContain("checked");
        maya.post(form, ALL);
        assertThat(text(maya.get(form))).contains("name=\"level-1-strategy\" value=\"5\" checked");
    }

    @Test
    void nobody_else_gives_or_reads_a_card() {
        Person dana = play.person("Dana Okafor", Role.COACH);
        Hosted hosted = published(dana);
        ScreenlessBrowser maya = candidate(hosted);
        maya.post(form(hosted), ALL);
        for (Person one : List.of(dana, play.person("Eve", Role.COACH))) {
            ScreenlessBrowser browser = signedIn(one);
            browser.get("/scorecards");
            assertThat(browser.get(form(hosted)).status()).isEqualTo(404);
            assertThat(browser.post(form(hosted), ALL).status()).isEqualTo(404);
        }
    }

    private void answered(Hosted hosted, String sentence) {
        Map<String, String> fields = new HashMap<>(ALL);
        fields.put("sentence-1", sentence);
        assertThat(candidate(hosted).post(form(hosted), fields).location()).contains("saved=true");
    }

    private static String form(Hosted hosted) {
        return "/scorecards/" + hosted.interview() + "/feedback";
    }

    private static final Map<Hosted, ScreenlessBrowser> GUESTS = new HashMap<>();

    /** The guest who was interviewed, at the form. */
    private static ScreenlessBrowser candidate(Hosted hosted) {
        ScreenlessBrowser browser = Optional.ofNullable(GUESTS.get(hosted)).orElseThrow();
        browser.get(form(hosted));
        return browser;
    }

    private static void guest(Page page, Hosted hosted) {
        page.context()
                .addCookies(
                        Optional.ofNullable(GUESTS.get(hosted)).orElseThrow().cookies(address()));
    }

    private static Hosted published(Person host) {
        Hosted hosted = play.byLink("warm-up", host);
        Question question = play.questions("warm-up").getFirst();
        GUESTS.put(hosted, joined(hosted));
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(question.id()));
        play.scoreFully(hosted, question);
        play.send(hosted, new Command.Finish());
        play.lockAndPublish(hosted);
        return hosted;
    }

    /** Without what every page carries, such as the token of its forms. */
    private static String main(Answer answer) {
        String page = text(answer);
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static String text(Answer answer) {
        return HtmlUtils.htmlUnescape(answer.body()).replaceAll("\\s+", " ");
    }
}
