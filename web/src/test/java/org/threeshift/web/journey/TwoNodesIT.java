package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.web.browser.Chromium;

/**
 * A host on the first node, the candidate and the other interviewer on the second. Either node dies, and its people stand on
 * the other one where they stood, without doing anything.
 */
@ExtendWith(Journeys.class)
class TwoNodesIT {
    private static final String ROUND = "the-seven";
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(1);
    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(20);

    private final List<Question> questions = ShippedBank.questions(ROUND);

    @Test
    void people_on_two_nodes_see_what_happens_within_a_second_and_either_node_may_die(Chromium chromium)
            throws Exception {
        try (TwoNodes nodes = new TwoNodes(ROUND);
                Balancer toOne = Balancer.before(nodes.one(), nodes.other());
                Balancer toOther = Balancer.before(nodes.other(), nodes.one());
                Balancer toOtherToo = Balancer.before(nodes.other(), nodes.one())) {
            Page host = nodes.host(chromium, toOne).newPage();
            Page rival = nodes.rival(chromium, toOtherToo).newPage();
            Page iris = chromium.somebody().newPage();
            WholeJobIT.join(iris, toOther.address() + nodes.invitation(), "Iris Kern");
            Console console = Console.open(host, toOne.address() + nodes.console());
            Console rivals = Console.open(rival, toOtherToo.address() + nodes.console());
            assertThat(presenceOf(host, "Iris Kern")).hasText(Pattern.compile("here since .*"));
            assertThat(presenceOf(host, "Luis Ferreira")).hasText("Luis Ferreira here");
            assertThat(presenceOf(iris, "Ada Brandt")).hasText(Pattern.compile("here since .*"));

            console.start();
            rivals.at("LIVE");
            List<Duration> arrivals = new ArrayList<>();
            for (Question question : questions.subList(0, 3)) {
                arrivals.add(posed(host, iris, question));
                assertThat(rival.locator(".question .prompt")).hasText(question.prompt());
            }
            assertThat(arrivals)
                    .as("from the key to the candidate's screen")
                    .allSatisfy(took -> assertThat(took).isLessThan(ARRIVES_WITHIN));

            console.level(first(2), 4);
            console.note("Named the margin first.");
            // A console takes no key for a question that somebody else has just changed.
            rival.waitForTimeout(800);
            rivals.level(first(2), 2);
            console.press("n");
            host.keyboard().type("Not handed in yet");
            iris.locator("#notes-text").fill("revenue first");
            saved(host, rival);
            assertThat(iris.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));

            loadsAnew(host, () -> nodes.one().kill());
            assertThat(toOne.chosen()).isEqualTo(1);
            hostStandsWhereTheyStood(console, 2);
            assertThat(host.locator("interview-note textarea")).hasValue("Not handed in yet");
            host.keyboard().press("Escape");
            posed(host, iris, questions.get(3));
            console.level(first(3), 5);
            saved(host);

            nodes.one().startAgain();
            iris.locator("#notes-text").press("End");
            loadsAnew(rival, () -> nodes.other().kill());
            assertThat(toOther.chosen()).isEqualTo(1);
            rivals.at("LIVE");
            console.at("LIVE");
            hostStandsWhereTheyStood(console, 3);
            assertThat(console.levelOf(first(3), 5)).isChecked();
            rival.locator(".agenda-row").nth(2).click();
            assertThat(rivals.levelOf(first(2), 2)).isChecked();
            assertThat(rival.getByText("Named the margin first.")).hasCount(0);
            assertThat(iris.locator("#notes-text")).hasValue("revenue first");
            iris.locator("#notes-text").pressSequentially(", then people");
            assertThat(iris.locator("#notes-state")).hasText(Pattern.compile("Saved .*"));
            posed(host, iris, questions.get(4));
            assertThat(iris.locator("#line-lost")).isHidden();
            assertThat(presenceOf(host, "Iris Kern")).hasText(Pattern.compile("here since .*"));
            Chromium.reload(iris);
            assertThat(iris.locator(".posed-prompt")).hasText(questions.get(4).prompt());
            assertThat(iris.locator("#notes-text")).hasValue("revenue first, then people");
            for (Page page : List.of(host, rival, iris)) {
                page.context().close();
            }
        }
    }

    /** The shift that is current when a question has just been posed. */
    private Shift first(int question) {
        return questions.get(question).shifts().stream().sorted().findFirst().orElseThrow();
    }

    /** Poses the next question, and tells how long it took to the candidate's screen. */
    private static Duration posed(Page host, Page iris, Question question) {
        long pressed = System.nanoTime();
        host.keyboard().press("]");
        iris.waitForFunction(
                "prompt => document.querySelector('.posed-prompt')?.textContent === prompt", question.prompt());
        Duration took = Duration.ofNanos(System.nanoTime() - pressed);
        assertThat(host.locator(".question .prompt")).hasText(question.prompt());
        return took;
    }

    /** Without anybody's doing. */
    private static void loadsAnew(Page page, Runnable cause) {
        page.evaluate("() => { window.before = true; }");
        cause.run();
        page.waitForFunction(
                "() => !window.before && document.querySelector('interview-console[data-phase]') !== null",
                null,
                new Page.WaitForFunctionOptions().setTimeout((double) RECOVERS_WITHIN.toMillis()));
    }

    private void hostStandsWhereTheyStood(Console console, int question) {
        console.at("LIVE");
        assertThat(console.page().locator(".question .prompt"))
                .hasText(questions.get(question).prompt());
        console.page().locator(".agenda-row").nth(2).click();
        assertThat(console.levelOf(first(2), 4)).isChecked();
        assertThat(console.notes()).hasText(new String[] {"Named the margin first."});
        console.page().locator(".agenda-row").nth(question).click();
    }

    private static void saved(Page... pages) {
        for (Page page : pages) {
            assertThat(page.locator("interview-saved .saved")).hasText(Pattern.compile("Saved .*"));
        }
    }

    private static Locator presenceOf(Page page, String name) {
        return page.locator(".presence[data-name='" + name + "']").first();
    }
}
