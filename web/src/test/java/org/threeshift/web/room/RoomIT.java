package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.bank.Question;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.pairs.PairAnswer;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.pairs.model.PairId;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.practice.Practice;
import org.threeshift.web.room.Play.Hosted;
import org.threeshift.web.room.ScreenlessBrowser.Answer;

class RoomIT extends RoomServer {
    private static final String SEVEN = "the-seven";
    private static final String WARM_UP = "warm-up";

    @Test
    void a_candidate_goes_by_link_from_the_door_to_the_published_scorecard() {
        Hosted hosted = play.byLink(WARM_UP);
        Question question = play.questions(WARM_UP).getFirst();
        ScreenlessBrowser maya = stranger();

        assertThat(text(maya.get("/join/" + hosted.token()))).contains("Dana Okafor would like to interview you");
        Answer in = maya.post("/join/" + hosted.token(), Map.of("name", " Maya  Rosen ", "zone", "Europe/Lisbon"));
        String room = "/room/" + hosted.interview();
        assertThat(in.location()).endsWith(room);
        assertThat(text(maya.get(room))).contains("You’re in.");

        play.enter(hosted);
        play.send(hosted, new Command.Start());
        assertThat(text(maya.get(room))).contains("It has started");
        play.send(hosted, new Command.Pose(question.id()));
        assertThat(text(maya.get(room + "/stage"))).contains("Question 1 of 1", question.prompt());
        play.scoreFully(hosted, question);
        play.send(hosted, new Command.CloseQuestion(question.id()));
        assertThat(text(maya.get(room + "/stage"))).contains("Your interviewer is writing", "1 earlier question");
        play.send(hosted, new Command.Finish());
        assertThat(text(maya.get(room))).contains("Now score yourself", "Not observed");
        assertThat(maya.post(room + "/self-score", levels(List.of(question), "4"))
                        .location())
                .endsWith(room);
        assertThat(text(maya.get(room))).contains("Your own score is saved");
        assertThat(text(maya.get(room + "?change=true"))).contains("value=\"4\" checked");
        play.lockAndPublish(hosted);
        assertThat(text(maya.get(room)))
                .contains("Your scorecard is here", "/scorecards/" + hosted.interview(), "/account/keep");
        assertThat(text(maya.get(room + "?change=true"))).contains("Your scorecard is here");
    }

    @Test
    void nothing_of_the_guide_reaches_the_candidate_before_publication() {
        Hosted hosted = play.byLink(SEVEN);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        look(maya, room);
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        look(maya, room);
        for (Question question : play.questions(SEVEN)) {
            play.send(hosted, new Command.Pose(question.id()));
            look(maya, room);
            play.scoreFully(hosted, question);
            look(maya, room);
            play.send(hosted, new Command.CloseQuestion(question.id()));
            look(maya, room);
        }
        play.send(hosted, new Command.Finish());
        look(maya, room);
        maya.post(room + "/self-score", Map.of());
        maya.post(room + "/self-score", levels(play.questions(SEVEN), "3"));
        look(maya, room);
        maya.get(room + "?change=true");
        maya.post(room + "/no-show", Map.of());
        maya.post(room + "/notes", Map.of("text", "x".repeat(10_001)));
        maya.get("/join/" + hosted.token());
        play.lockAndPublish(hosted);

        GuideWords guide = GuideWords.of(play.bank());
        assertThat(guide.secrets()).hasSizeGreaterThan(500);
        assertThat(maya.told())
                .hasSizeGreaterThan(50)
                .allSatisfy(answer -> assertThat(guide.foundIn(answer)).isEmpty());
    }

    @Test
    void a_single_word_of_the_guide_in_a_real_page_would_be_caught() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        String page = maya.get("/room/" + hosted.interview()).body();
        GuideWords guide = GuideWords.of(play.bank());
        assertThat(guide.foundIn(page)).isEmpty();
        for (Question question : play.bank().questions()) {
            assertThat(guide.foundIn(leaking(page, question.traps().getFirst().name())))
                    .isNotEmpty();
            assertThat(guide.foundIn(leaking(page, question.strategicAnswer().example())))
                    .isNotEmpty();
            question.anchors()
                    .values()
                    .forEach(anchors -> anchors.values()
                            .forEach(anchor -> assertThat(guide.foundIn(leaking(page, anchor)))
                                    .isNotEmpty()));
            question.probes()
                    .values()
                    .forEach(probe -> assertThat(guide.foundIn(leaking(page, probe.toUpperCase(java.util.Locale.ROOT))))
                            .isNotEmpty());
        }
    }

    @Test
    void the_posed_question_is_the_only_one_a_candidate_knows() {
        Hosted hosted = play.byLink(SEVEN);
        ScreenlessBrowser maya = joined(hosted);
        List<Question> questions = play.questions(SEVEN);
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(questions.getFirst().id()));
        String page = text(maya.get("/room/" + hosted.interview()));
        assertThat(page).contains(questions.getFirst().prompt());
        questions.stream()
                .skip(1)
                .forEach(hidden -> assertThat(page).doesNotContain(hidden.prompt(), hidden.title(), hidden.id()));
    }

    @Test
    void a_stage_that_did_not_change_is_not_sent_again() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        String stage = "/room/" + hosted.interview() + "/stage";
        String tag = maya.get(stage).tag();
        assertThat(maya.get(stage, "If-None-Match", tag).status()).isEqualTo(304);
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        assertThat(maya.get(stage, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void a_member_comes_in_by_saying_so_and_by_nothing_less() {
        Person ben = play.person("Ben", Role.MEMBER);
        Hosted hosted = play.withMember(WARM_UP, Instant.now().plus(Duration.ofMinutes(5)), ben);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser visitor = signedIn(ben);
        assertThat(text(visitor.get(room))).contains("I’m here");
        assertThat(text(visitor.get(room))).contains("I’m here");
        assertThat(visitor.post(room + "/here", Map.of()).location()).endsWith(room);
        assertThat(text(visitor.get(room))).contains("You’re in.").doesNotContain("I’m here");
        assertThat(visitor.post(room + "/here", Map.of(), "X-Requested-With", "fetch")
                        .body())
                .doesNotContain("<html")
                .contains("You’re in.");
    }

    @Test
    void before_joining_opens_the_room_is_for_preparing_and_nobody_joins() {
        Person ben = play.person("Ben", Role.MEMBER);
        Hosted early = play.withMember(WARM_UP, Instant.now().plus(Duration.ofDays(2)), ben);
        Hosted soon = play.withMember(WARM_UP, Instant.now().plus(Duration.ofMinutes(5)), ben);
        ScreenlessBrowser visitor = signedIn(ben);
        Answer preparing = visitor.get("/room/" + early.interview());
        assertThat(preparing.body()).contains("stage-preparing").doesNotContain("data-arrive", "/here\"");
        assertThat(text(preparing)).contains("Joining opens", "From tactical to strategic");
        Answer refused = visitor.post("/room/" + early.interview() + "/here", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).contains("It opens 10 minutes before the agreed time");
        assertThat(visitor.get("/room/" + soon.interview()).body()).contains("stage-lobby", "data-arrive");
    }

    @Test
    void two_minutes_after_the_agreed_time_the_candidate_is_told_who_is_missing() {
        Hosted late = play.byLink(WARM_UP, Instant.now().minus(Duration.ofMinutes(3)));
        ScreenlessBrowser maya = joined(late);
        Answer lobby = maya.get("/room/" + late.interview());
        assertThat(text(lobby)).contains("Dana Okafor is not here yet").doesNotContain("Close it as not held");
        play.enter(late);
        assertThat(text(maya.get("/room/" + late.interview()))).doesNotContain("not here yet");
    }

    /** The partner sits there already, and waits ten minutes at most. */
    @Test
    void whoever_was_put_together_with_somebody_for_now_and_closed_the_page_is_led_back_by_home() {
        Person ines = play.person("Ines Prado", Role.MEMBER);
        Person tom = play.person("Tom Hale", Role.MEMBER);
        WaitingRoom line = bean(WaitingRoom.class);
        for (Person one : List.of(ines, tom)) {
            bean(Practice.class)
                    .change(one, new Practice.Said("Marketing manager", "", List.of("en"), "60", "WHEN_I_SAY", true));
            line.join(one);
        }
        PairId pair = bean(Pairs.class).of(tom.id()).getFirst().id();
        for (Person one : List.of(ines, tom)) {
            assertThat(bean(Pairs.class).confirm(pair, one.id())).isInstanceOf(PairAnswer.Done.class);
        }
        InterviewId first = bean(Pairs.class).of(tom.id()).getFirst().first();
        assertThat(signedIn(tom).get("/home").body())
                .containsSubsequence(">Now<", "Ines Prado", "/" + first + "\">Join")
                .containsOnlyOnce("/" + first);
    }

    @Test
    void an_interviewer_is_sent_to_the_console() {
        Hosted hosted = play.byLink(WARM_UP);
        Answer answer = signedIn(hosted.host()).get("/room/" + hosted.interview());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/console/interviews/" + hosted.interview());
    }

    @Test
    void after_ten_minutes_the_candidate_may_report_that_nobody_came() {
        Hosted hosted = play.byLink(WARM_UP, Instant.now().minus(Duration.ofMinutes(11)));
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        assertThat(text(maya.get(room))).contains("Close it as not held");
        assertThat(maya.post(room + "/no-show", Map.of()).location()).endsWith(room);
        assertThat(text(maya.get(room))).contains("Nobody came to interview you");
    }

    @Test
    void a_cancelled_interview_says_why() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        play.send(hosted, new Command.Cancel("My train stands still."));
        assertThat(text(maya.get("/room/" + hosted.interview()))).contains("called off", "My train stands still.");
    }

    @Test
    void notes_are_saved_as_typed_and_shown_to_their_writer_only() {
        Hosted hosted = play.byLink(WARM_UP);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        maya.get(room);
        String note = "20% of $10M </textarea><script>alert(1)</script> \u0000✓";
        Answer saved = maya.post(room + "/notes", Map.of("text", note), "X-Requested-With", "fetch");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).contains("savedAt");
        assertThat(text(maya.get(room))).contains(note.replace("\u0000", ""));
        assertThat(maya.get(room).body()).doesNotContain("<script>alert");
        String savedAt = saved.body().replaceAll(".*\"savedAt\":\"([^\"]+)\".*", "$1");
        assertThat(maya.post(room + "/notes", Map.of("text", "second", "before", savedAt))
                        .location())
                .endsWith(room + "#notes");
        assertThat(maya.get(room).body()).contains(">second</textarea>");
        ScreenlessBrowser ben = signedIn(play.person("Ben", Role.MEMBER));
        ben.get("/");
        assertThat(ben.get(room).status()).isEqualTo(404);
    }

    @Test
    void notes_from_two_windows_are_both_kept() {
        Hosted hosted = play.byLink(WARM_UP);
        String notes = "/room/" + hosted.interview() + "/notes";
        ScreenlessBrowser maya = joined(hosted);
        maya.get("/room/" + hosted.interview());
        maya.post(notes, Map.of("text", "from the laptop", "before", ""));
        Answer overtaken = maya.post(notes, Map.of("text", "from the phone"), "X-Requested-With", "fetch");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("from the laptop", "savedAt");
        Answer page = maya.post(notes, Map.of("text", "from the phone", "before", "yesterday"));
        assertThat(page.status()).isEqualTo(409);
        assertThat(text(page)).contains("from the laptop from the phone", "another window");
        assertThat(maya.post(notes, Map.of("text", "from the laptop"), "X-Requested-With", "fetch")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void notes_stay_with_the_scorecard_for_their_writer_only() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        maya.get("/room/" + hosted.interview());
        maya.post("/room/" + hosted.interview() + "/notes", Map.of("text", "ask about the budget"));
        Question question = play.questions(WARM_UP).getFirst();
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(question.id()));
        play.scoreFully(hosted, question);
        play.send(hosted, new Command.Finish());
        play.lockAndPublish(hosted);
        String scorecard = "/scorecards/" + hosted.interview();
        assertThat(text(maya.get(scorecard))).contains("ask about the budget", "Only you see them");
        Answer hosts = signedIn(hosted.host()).get(scorecard);
        assertThat(hosts.status()).isEqualTo(200);
        assertThat(text(hosts)).doesNotContain("ask about the budget");
    }

    @Test
    void a_guest_is_known_by_the_name_they_gave() {
        Hosted hosted = play.byLink(WARM_UP);
        assertThat(joined(hosted).get("/room/" + hosted.interview()).body()).contains("Account of Maya Rosen");
    }

    private static void look(ScreenlessBrowser visitor, String room) {
        visitor.get(room);
        visitor.get(room + "/stage");
        visitor.post(room + "/here", Map.of(), "X-Requested-With", "fetch");
    }

    private static Map<String, String> levels(List<Question> posed, String level) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int index = 0; index < posed.size(); index++) {
            int number = index + 1;
            posed.get(index)
                    .shifts()
                    .forEach(shift ->
                            form.put("level-" + number + "-" + shift.name().toLowerCase(java.util.Locale.ROOT), level));
        }
        return form;
    }

    private static String leaking(String page, String secret) {
        return page.replace(
                "</section>", "<p>" + HtmlUtils.htmlEscape(secret).replace(" ", "\n   ") + "</p></section>");
    }

    private static String text(Answer answer) {
        return HtmlUtils.htmlUnescape(answer.body()).replaceAll("\\s+", " ");
    }
}
