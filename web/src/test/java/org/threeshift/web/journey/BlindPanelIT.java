package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.core.bank.Question;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.web.journey.Recorder.Heard;

/**
 * Nobody can tell from anything that reaches their browser whether a rival scores, writes or locks: while one does, nothing
 * comes that did not come while nobody did anything.
 */
@ExtendWith(Journeys.class)
class BlindPanelIT {
    private static final Question FIRST =
            ShippedBank.questions("hiring-manager-screen").get(0);
    private static final Question SECOND =
            ShippedBank.questions("hiring-manager-screen").get(1);
    /** Longer than any page's own beat. */
    private static final double QUIET = 8_000;

    /** One browser, and whose it is. */
    private record Ear(String whose, Recorder recorder) {
        Ear(String whose, Page page) {
            this(whose, Recorder.of(page));
        }
    }

    @Test
    void not_a_byte_tells_that_a_rival_scores_writes_or_locks(Installation installation) {
        try (Panel panel = Panel.in(installation, "Blind")) {
            Console clara = panel.clara();
            clara.start();
            clara.pose(FIRST.prompt());
            var ben = new Ear("the other interviewer", panel.ben().page());
            var di = new Ear("the observer", panel.di().page());
            var maya = new Ear("the candidate", panel.maya());
            List<Ear> everybody = List.of(ben, di, maya);
            everybody.getFirst().recorder().listen(QUIET / 2);

            Usual usual = Usual.of(everybody);
            score(clara, FIRST);
            score(panel.cy(), FIRST);
            usual.assertNothingElseReached(everybody);

            assertHeard(ben, () -> clara.pose(SECOND.prompt()), "frame", SECOND.title());
            score(clara, SECOND);
            assertHeard(di, clara::closeQuestion, "frame", "");
            clara.press("l");
            assertHeard(maya, clara::finish, "event", "stage");

            panel.ben().at("DEBRIEFING");
            panel.di().at("DEBRIEFING");
            assertThat(panel.maya().locator("#stage-title")).hasText("Done. Now score yourself.");
            usual = Usual.of(everybody);
            clara.lock("No", "Not yet.");
            usual.assertNothingElseReached(List.of(maya));
            assertThat(clara.page().locator(".waiting")).containsText("One sheet is not locked yet");
            WholeJobIT.scoreYourself(panel.maya());
            usual.assertNothingElseReached(List.of(ben, di));
        }
    }

    /** What reaches each browser while nobody does anything. */
    private record Usual(Map<Ear, Set<Heard>> heard) {
        static Usual of(List<Ear> ears) {
            ears.forEach(ear -> ear.recorder().forget());
            ears.getFirst().recorder().listen(QUIET);
            Usual usual = new Usual(ears.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            ear -> new HashSet<>(ear.recorder().heard()))));
            ears.forEach(ear -> ear.recorder().forget());
            return usual;
        }

        void assertNothingElseReached(List<Ear> ears) {
            ears.getFirst().recorder().listen(QUIET / 2);
            ears.forEach(ear -> assertThat(ear.recorder().heard())
                    .as("what reached " + ear.whose())
                    .isSubsetOf(heard.getOrDefault(ear, Set.of())));
        }
    }

    /** The recorder hears what it is meant to hear. */
    private static void assertHeard(Ear ear, Runnable deed, String kind, String words) {
        ear.recorder().forget();
        deed.run();
        ear.recorder().listen(1_000);
        assertThat(ear.recorder().heard())
                .as("what reached " + ear.whose())
                .anyMatch(heard -> heard.kind().equals(kind) && heard.what().contains(words));
    }

    private static void score(Console console, Question question) {
        for (Shift shift : Shift.values()) {
            if (question.shifts().contains(shift)) {
                console.level(shift, 2);
            }
        }
        console.trap(TrapJudgement.FELL);
        if (question.traps().size() > 1) {
            console.nextTrap(question.traps().get(1).name());
            console.trap(TrapJudgement.AVOIDED);
        }
        console.note("Said it slowly, word by word.");
    }
}
