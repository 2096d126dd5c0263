package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.room.Play.Hosted;
import org.threeshift.web.room.ScreenlessBrowser.Answer;

/** What comes of addresses and forms that are wrong: the status and the sentence of each. */
class BadInputIT extends RoomServer {
    private static final String WARM_UP = "warm-up";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "%00",
                "%F0%9F%98%80",
                "' or 1=1 --",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E"
            })
    void a_link_that_nobody_made_leads_nowhere(String token) {
        Answer answer = stranger().get("/join/" + token.replace(" ", "%20"));
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("<script>alert", "Exception");
    }

    @Test
    void a_link_without_end_leads_nowhere() {
        Answer answer = stranger().get("/join/" + "a".repeat(4_000));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(text(answer)).contains("This link leads nowhere");
    }

    @ParameterizedTest(name = "name «{0}»")
    @CsvSource(delimiter = '|', textBlock = """
            ''           | Enter a name.
            '   '        | Enter a name.
            LONG         | Use a name of at most 100 characters.
            'A\u0007da'  | can’t be shown
            """)
    void a_guest_needs_a_name_that_can_be_shown(String name, String sentence) {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser visitor = stranger();
        visitor.get("/join/" + hosted.token());
        String typed = name.equals("LONG") ? "x".repeat(101) : name;
        Answer answer = visitor.post("/join/" + hosted.token(), Map.of("name", typed, "zone", "UTC"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).contains(sentence);
        assertThat(answer.location()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mars/Olympus", "+02:00", "../../etc/passwd"})
    void a_zone_that_is_none_counts_as_the_hosts(String zone) {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser visitor = stranger();
        visitor.get("/join/" + hosted.token());
        Answer answer = visitor.post("/join/" + hosted.token(), Map.of("name", "Maya", "zone", zone));
        assertThat(answer.location()).endsWith("/room/" + hosted.interview());
    }

    @Test
    void an_expired_link_says_whom_to_ask() {
        Hosted hosted = play.byLink(WARM_UP);
        expire(hosted);
        closed(stranger().get("/join/" + hosted.token()), 410, "This invitation has expired", "Ask Dana Okafor");
    }

    @Test
    void a_link_lets_one_person_in() {
        Hosted hosted = play.byLink(WARM_UP);
        joined(hosted);
        ScreenlessBrowser second = stranger();
        closed(second.get("/join/" + hosted.token()), 409, "Somebody has joined with this link already", "Dana Okafor");
        ScreenlessBrowser other = signedIn(play.person("Ben", Role.MEMBER));
        closed(other.get("/join/" + hosted.token()), 409, "Somebody has joined with this link already", "Dana Okafor");
    }

    @Test
    void a_host_who_opens_their_own_link_is_shown_the_console() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser host = signedIn(hosted.host());
        closed(host.get("/join/" + hosted.token()), 200, "This is your own interview", "/console/interviews/");
        assertThat(stranger().get("/join/" + hosted.token()).status()).isEqualTo(200);
    }

    @Test
    void a_cancelled_and_a_finished_interview_let_nobody_in() {
        Hosted cancelled = play.byLink(WARM_UP);
        play.send(cancelled, new Command.Cancel("Ill."));
        Hosted over = play.byLink(WARM_UP);
        finish(over);
        for (String aside : List.of("", "/calendar")) {
            closed(
                    stranger().get("/join/" + cancelled.token() + aside),
                    410,
                    "This interview was called off",
                    "Dana Okafor");
            closed(stranger().get("/join/" + over.token() + aside), 410, "This interview is over", "Dana Okafor");
        }
    }

    @Test
    void looking_at_a_link_never_takes_the_chair() {
        Hosted hosted = play.byLink(WARM_UP);
        for (int preview = 0; preview < 3; preview++) {
            assertThat(stranger().get("/join/" + hosted.token()).status()).isEqualTo(200);
        }
        Person ben = play.person("Ben", Role.MEMBER);
        assertThat(text(signedIn(ben).get("/join/" + hosted.token()))).contains("Join as Ben");
        assertThat(joined(hosted).get("/room/" + hosted.interview()).status()).isEqualTo(200);
    }

    @Test
    void whoever_sits_in_the_chair_comes_back_by_the_link() {
        Hosted hosted = play.byLink(WARM_UP);
        assertThat(joined(hosted).get("/join/" + hosted.token()).location()).endsWith("/room/" + hosted.interview());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/stage", "/events"})
    void a_room_of_others_looks_like_no_room(String part) {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser ben = signedIn(play.person("Ben", Role.MEMBER));
        ScreenlessBrowser guest = joined(play.byLink(WARM_UP));
        for (String id :
                new String[] {hosted.interview().toString(), UUID.randomUUID().toString(), "nonsense", "1"}) {
            assertThat(ben.get("/room/" + id + part).status()).isEqualTo(404);
            assertThat(guest.get("/room/" + id + part).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/here", "/notes", "/self-score", "/no-show"})
    void nobody_writes_in_a_room_of_others(String part) {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser ben = signedIn(play.person("Ben", Role.MEMBER));
        ben.get("/join/" + hosted.token());
        assertThat(ben.post("/room/" + hosted.interview() + part, Map.of("text", "mine now"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void without_signing_in_there_is_no_room() {
        Hosted hosted = play.byLink(WARM_UP);
        Answer answer = stranger().get("/room/" + hosted.interview(), "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).contains("/sign-in");
        assertThat(stranger()
                        .get("/room/" + hosted.interview() + "/events", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        maya.forgetCsrf();
        assertThat(maya.post("/room/" + hosted.interview() + "/notes", Map.of("text", "x"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "level «{0}»")
    @CsvSource({
        "'',  'Choose a level, or “Not observed”.'",
        "6,   Choose one of the levels shown.",
        "-1,  Choose one of the levels shown.",
        "3.5, Choose one of the levels shown.",
        "x,   Choose one of the levels shown."
    })
    void a_level_off_the_scale_is_refused_at_its_place_and_the_rest_is_kept(String level, String sentence) {
        Hosted hosted = play.byLink(WARM_UP);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        finish(hosted);
        maya.get(room);
        var shifts = play.questions(WARM_UP).getFirst().shifts();
        Map<String, String> form = new HashMap<>();
        shifts.forEach(shift -> form.put("level-1-" + shift.name().toLowerCase(java.util.Locale.ROOT), "5"));
        form.put("level-1-" + shifts.getFirst().name().toLowerCase(java.util.Locale.ROOT), level);
        form.put("level-9-team", "1");
        form.put("something", "else");
        Answer answer = maya.post(room + "/self-score", form);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).contains("One level needs another look", sentence);
        assertThat(answer.body().split("value=\"5\" checked", -1)).hasSize(shifts.size());
        assertThat(text(maya.get(room))).contains("Now score yourself");
    }

    @Test
    void wishes_at_the_wrong_time_get_the_rules_own_sentence() {
        Hosted hosted = play.byLink(WARM_UP);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        maya.get(room);
        Answer early = maya.post(room + "/no-show", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(text(early)).contains("Wait until 10 minutes after the agreed time");
        assertThat(text(maya.post(room + "/self-score", Map.of()))).contains("The interview has not started yet");
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        assertThat(text(maya.post(room + "/self-score", Map.of()))).contains("The interview is not over yet");
        assertThat(text(maya.post(room + "/no-show", Map.of()))).contains("The interview has started already");
    }

    @Test
    void a_note_that_is_too_long_says_by_how_much_and_leaves_the_saved_one() {
        Hosted hosted = play.byLink(WARM_UP);
        String room = "/room/" + hosted.interview();
        ScreenlessBrowser maya = joined(hosted);
        maya.get(room);
        maya.post(room + "/notes", Map.of("text", "saved"));
        Answer answer = maya.post(room + "/notes", Map.of("text", "x".repeat(10_003)), "X-Requested-With", "fetch");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("at most 10,000 characters. Take out 3");
        assertThat(text(maya.post(room + "/notes", Map.of("text", "x".repeat(10_003)))))
                .contains("Take out 3");
        assertThat(maya.get(room).body()).contains(">saved</textarea>");
        assertThat(maya.post(room + "/notes", Map.of()).status()).isEqualTo(400);
    }

    private void finish(Hosted hosted) {
        String question = play.questions(WARM_UP).getFirst().id();
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(question));
        play.send(hosted, new Command.Finish());
    }

    private static void closed(Answer answer, int status, String title, String nextStep) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer)).contains(title, nextStep);
    }

    private static String text(Answer answer) {
        return HtmlUtils.htmlUnescape(answer.body()).replaceAll("\\s+", " ");
    }
}
