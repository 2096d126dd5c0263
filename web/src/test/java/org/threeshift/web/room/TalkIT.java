package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Role;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Verdict;
import org.threeshift.web.room.Play.Hosted;
import org.threeshift.web.room.ScreenlessBrowser.Answer;

/** The candidate's side of a debrief, in a browser without scripts. */
class TalkIT extends RoomServer {
    private static final String[] BY_SCRIPT = {"X-Requested-With", "fetch"};

    private final Hosted hosted = play.byLink("warm-up");
    private final String room = "/room/" + hosted.interview();
    private final Question question = play.questions("warm-up").getFirst();
    private final ScreenlessBrowser maya = joined(hosted);

    /** The coach gives four everywhere, the candidate one on strategy and five elsewhere. */
    private void open() {
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(question.id()));
        play.scoreFully(hosted, question);
        play.send(hosted, new Command.Finish());
        maya.get(room);
        maya.post(
                room + "/self-score",
                Map.of("level-1-strategy", "1", "level-1-accountability", "5", "level-1-team", "5"));
        play.send(hosted, new Command.LockSheet(Verdict.YES, "Leads with the number."));
        play.send(hosted, new Command.OpenDebrief(false));
    }

    @Test
    void the_widest_gap_stands_in_the_room_with_levels_anchors_and_evidence() {
        open();
        String page = text(maya.get(room));
        assertThat(page)
                .contains("Gap 1 of 3 · question 1", "3 levels apart", "Dana Okafor", "Began with revenue.")
                .contains(anchor(Shift.STRATEGY, Level.ONE), anchor(Shift.STRATEGY, Level.FOUR))
                .doesNotContain("Your scorecard is here");
        play.send(hosted, new Command.MoveDebrief(1));
        assertThat(text(maya.get(room + "/stage"))).contains("Gap 2 of 3 · question 1", "1 level apart");
    }

    @Test
    void everything_that_changes_in_the_debrief_makes_another_version() {
        open();
        Set<String> versions = new LinkedHashSet<>();
        versions.add(version());
        play.send(hosted, new Command.MoveDebrief(1));
        versions.add(version());
        play.send(
                hosted,
                new Command.Amend(new Amendment.OfLevel(question.id(), Shift.STRATEGY, Level.THREE), "Heard it now."));
        versions.add(version());
        play.send(hosted, new Command.WordSentence("Money first."));
        versions.add(version());
        play.send(hosted, new Command.ConfirmSentence(1));
        versions.add(version());
        play.send(hosted, new Command.EndDebrief(false));
        versions.add(version());
        assertThat(versions).hasSize(6);
    }

    @Test
    void without_scripts_both_forms_lead_back_to_the_room_and_to_the_agreed_sentence() {
        open();
        play.send(hosted, new Command.MoveDebrief(3));
        assertThat(text(maya.get(room))).contains("One sentence, worded together", "Nobody has worded it yet.");
        assertThat(maya.post(room + "/debrief/sentence", Map.of("sentence", "Say what\r\nit earns."))
                        .location())
                .endsWith(room);
        assertThat(text(maya.get(room))).contains("Say what it earns.", "Worded by you", "You: not confirmed yet");
        play.send(hosted, new Command.ConfirmSentence(1));
        assertThat(text(maya.get(room))).contains("Dana Okafor: confirmed");
        assertThat(maya.post(room + "/debrief/confirm", Map.of("wording", "1")).location())
                .endsWith(room);
        assertThat(text(maya.get(room))).contains("Your scorecard is here", "Worded together", "Say what it earns.");
    }

    @Test
    void what_is_refused_stands_at_its_field_and_nothing_is_lost() {
        open();
        play.send(hosted, new Command.MoveDebrief(3));
        maya.get(room);
        Answer empty = maya.post(room + "/debrief/sentence", Map.of("sentence", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(text(empty)).contains("Word the sentence first", "aria-invalid=\"true\"");
        String long301 = "x".repeat(301);
        Answer tooLong = maya.post(room + "/debrief/sentence", Map.of("sentence", long301));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(text(tooLong)).contains("That is too long: at most 300 characters", long301 + "</textarea>");
        Answer byScript = maya.post(room + "/debrief/sentence", Map.of("sentence", long301), BY_SCRIPT);
        assertThat(byScript.status()).isEqualTo(422);
        assertThat(byScript.body()).contains("\"problem\":\"That is too long: at most 300 characters");
    }

    @Test
    void a_wording_that_was_changed_meanwhile_is_not_confirmed() {
        open();
        play.send(hosted, new Command.MoveDebrief(3));
        play.send(hosted, new Command.WordSentence("One."));
        play.send(hosted, new Command.WordSentence("Two."));
        maya.get(room);
        Answer late = maya.post(room + "/debrief/confirm", Map.of("wording", "1"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(text(late)).contains("The sentence was changed meanwhile.", "Two.");
        assertThat(maya.post(room + "/debrief/confirm", Map.of("wording", "x"), BY_SCRIPT)
                        .status())
                .isEqualTo(422);
        assertThat(maya.post(room + "/debrief/confirm", Map.of("wording", "2"), BY_SCRIPT)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_sentence_worded_without_the_candidate_is_theirs_to_confirm_on_the_scorecard() {
        open();
        play.send(hosted, new Command.WordSentence("Ours."));
        play.send(hosted, new Command.ConfirmSentence(1));
        play.send(hosted, new Command.EndDebrief(true));
        String scorecard = "/scorecards/" + hosted.interview();
        assertThat(text(maya.get(scorecard))).contains("Ours.", "Worded without you.");
        assertThat(maya.post(scorecard + "/sentence", Map.of("wording", "2")).status())
                .isEqualTo(422);
        assertThat(maya.post(scorecard + "/sentence", Map.of("wording", "1")).location())
                .contains(scorecard);
        assertThat(text(maya.get(scorecard)))
                .contains("you confirmed it later")
                .doesNotContain("Confirm this sentence");
    }

    @Test
    void nobody_but_the_candidate_says_anything_from_the_room() {
        open();
        for (var browser : new ScreenlessBrowser[] {
            signedIn(hosted.host()), signedIn(play.person("Eve", Role.COACH)),
        }) {
            browser.get("/scorecards");
            assertThat(browser.post(room + "/debrief/sentence", Map.of("sentence", "Mine."))
                            .status())
                    .isEqualTo(404);
            assertThat(browser.post(room + "/debrief/confirm", Map.of("wording", "1"))
                            .status())
                    .isEqualTo(404);
            assertThat(browser.post("/scorecards/" + hosted.interview() + "/sentence", Map.of("wording", "1"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private String version() {
        String page = maya.get(room + "/stage").body();
        return page.replaceFirst("(?s).*data-version=\"([0-9a-f]+)\".*", "$1");
    }

    private String anchor(Shift shift, Level level) {
        return String.valueOf(question.anchors().getOrDefault(shift, Map.of()).get(level));
    }

    private static String text(Answer answer) {
        return HtmlUtils.htmlUnescape(answer.body()).replaceAll("\\s+", " ");
    }
}
