package org.threeshift.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeshift.core.call.Calls;
import org.threeshift.core.call.Signal;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.call.CallCast.Somebody;
import org.threeshift.web.live.LiveStreams;
import org.threeshift.web.live.LiveStreams.Chair;
import org.threeshift.web.live.LiveStreams.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The call's addresses, on two nodes of one installation with TURN servers. */
class CallSignalsIT {
    private static final String[] SETTINGS = {
        "threeshift.call.stun=stun:turn.example.org:3478",
        "threeshift.call.turn=turn:turn.example.org:3478?transport=udp, turns:turn.example.org:5349?transport=tcp",
        "threeshift.call.secret=north",
        "threeshift.call.lifetime=2h"
    };

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift here = RunningThreeshift.on(database, SETTINGS);

    @AutoClose
    static final RunningThreeshift there = RunningThreeshift.on(database, SETTINGS);

    private final CallCast cast = new CallCast(here);
    private final Somebody dana = cast.somebody("Dana Okafor");
    private final Somebody maya = cast.somebody("Maya Rosen");
    private InterviewId interview = cast.interview(dana, maya);

    @BeforeEach
    void peer_interview() {
        interview = cast.interview(dana, maya);
    }

    @Test
    void pages_on_two_nodes_see_each_other_and_pass_signals_in_order() {
        try (CallPage danas = CallPage.enter(dana.visitor(), interview);
                CallPage mayas = CallPage.enter(maya.visitor().at(there.address()), interview)) {
            JsonNode callers = json(mayas.next("callers").data());
            assertThat(callers.findValuesAsString("name")).containsExactly("Dana Okafor", "Maya Rosen");
            assertThat(callers.findValuesAsString("connection"))
                    .containsExactly(danas.connection(), mayas.connection());
            danas.next("callers");
            assertThat(json(danas.next("callers").data())).hasSize(2);
            for (int number = 1; number <= 20; number++) {
                assertThat(danas.send(mayas.connection(), "{\"number\": " + number + "}"))
                        .isEqualTo(204);
            }
            for (int number = 1; number <= 20; number++) {
                CallPage.Event signal = mayas.next("signal");
                assertThat(signal.id()).isEqualTo(Integer.toString(number));
                assertThat(signal.data())
                        .isEqualTo("{\"from\":\"" + danas.connection() + "\",\"body\":{\"number\":" + number + "}}");
            }
        }
    }

    @Test
    void a_page_that_comes_back_on_another_node_goes_on_after_the_last_signal_it_has() {
        try (CallPage danas = CallPage.enter(dana.visitor(), interview);
                CallPage mayas = CallPage.enter(maya.visitor(), interview)) {
            danas.send(mayas.connection(), "{\"a\":1}");
            danas.send(mayas.connection(), "{\"a\":2}");
            String first = mayas.next("signal").id();
            mayas.cut();
            danas.send(mayas.connection(), "{\"a\":3}");
            try (CallPage again = mayas.again(maya.visitor().at(there.address()), first)) {
                assertThat(again.next("signal").data()).contains("{\"a\":2}");
                assertThat(again.next("signal").data()).contains("{\"a\":3}");
            }
        }
    }

    @Test
    void whoever_leaves_is_gone_for_everybody() {
        try (CallPage danas = CallPage.enter(dana.visitor(), interview);
                CallPage mayas = CallPage.enter(maya.visitor(), interview)) {
            assertThat(json(mayas.next("callers").data())).hasSize(2);
            assertThat(danas.leave()).isEqualTo(204);
            assertThat(json(mayas.next("callers").data())).hasSize(1);
            assertThat(danas.next("out").data()).isEqualTo("lapsed");
            assertThat(danas.leave()).isEqualTo(204);
            assertThat(reason(danas.post("{\"signals\":[]}"))).isEqualTo("410 lapsed");
        }
    }

    @Test
    void another_page_of_the_same_person_takes_over_and_the_first_is_told() {
        try (CallPage first = CallPage.enter(maya.visitor(), interview);
                CallPage second = CallPage.enter(maya.visitor().at(there.address()), interview)) {
            assertThat(first.next("out").data()).isEqualTo("elsewhere");
            assertThat(reason(first.post("{\"signals\":[]}"))).isEqualTo("410 elsewhere");
            assertThat(second.post("{\"signals\":[]}").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void four_fit_and_a_fifth_gets_a_sentence_and_the_candidate_and_the_lead_are_never_the_fifth() {
        List<Somebody> three =
                Stream.of("Ada", "Ben", "Cleo").map(cast::somebody).toList();
        InterviewId panel = cast.interview(dana, maya, three.toArray(Somebody[]::new));
        three.stream()
                .limit(2)
                .forEach(some -> CallPage.enter(some.visitor(), panel).close());
        HttpResponse<String> third = three.getLast().visitor().postJson(CallPage.path(panel), "{}");
        assertThat(reason(third)).isEqualTo("409 full");
        Stream.of(maya, dana)
                .forEach(some -> CallPage.enter(some.visitor(), panel).close());
        HttpResponse<String> fifth = three.getLast().visitor().postJson(CallPage.path(panel), "{}");
        assertThat(reason(fifth)).isEqualTo("409 full");
        assertThat(fifth.body()).contains("This call has 4 places, and none is left for you.");
        assertThat(fifth.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void whoever_is_taken_off_is_out_and_everybody_on_any_node_is_told_at_once_who_may_stay() {
        Somebody eve = cast.somebody("Eve");
        cast.send(interview, dana, new Command.GiveSeat(eve.person().id(), InterviewEvent.Seat.OBSERVER));
        try (CallPage mayas = CallPage.enter(maya.visitor().at(there.address()), interview);
                CallPage eves = CallPage.enter(eve.visitor(), interview)) {
            String evesId = eve.person().id().toString();
            assertThat(mayas.next("seated").data()).contains(evesId);
            // She may come in before or after the first look; what follows is about her going.
            while (json(mayas.next("callers").data()).size() < 2) {}
            cast.send(interview, dana, new Command.WithdrawSeat(eve.person().id()));
            assertThat(mayas.next("seated").data())
                    .doesNotContain(evesId)
                    .contains(maya.person().id().toString());
            assertThat(json(mayas.next("callers").data()).findValuesAsString("name"))
                    .containsExactly("Maya Rosen");
            assertThat(eves.next("out").data()).isEqualTo("not-there");
            assertThat(reason(eves.post("{\"signals\":[]}"))).isEqualTo("404 not-there");
        }
    }

    @Test
    void a_link_of_the_hosts_own_ends_the_call() {
        try (CallPage mayas = CallPage.enter(maya.visitor(), interview)) {
            cast.send(
                    interview,
                    dana,
                    new Command.SetMeetingLink(Optional.of(java.net.URI.create("https://meet.example.org/x"))));
            assertThat(reason(mayas.post("{\"signals\":[]}"))).isEqualTo("409 moved");
            assertThat(mayas.next("out").data()).isEqualTo("moved");
        }
    }

    @Test
    void the_settings_hold_the_servers_with_a_credential_for_this_person_and_a_short_time() {
        JsonNode settings = json(
                maya.visitor().get(CallPage.path(interview), "Accept", "*/*").body());
        JsonNode servers = settings.path("iceServers");
        assertThat(servers.path(0).toString()).isEqualTo("{\"urls\":[\"stun:turn.example.org:3478\"]}");
        JsonNode turn = servers.path(1);
        assertThat(turn.path("urls")).hasSize(2);
        String[] name = turn.path("username").asString().split(":");
        assertThat(Long.parseLong(name[0]) - java.time.Instant.now().getEpochSecond())
                .isBetween(7_190L, 7_200L);
        assertThat(name[1]).isEqualTo(maya.person().id().toString());
        assertThat(turn.path("credential").asString()).hasSize(28);
        assertThat(settings.path("lifetimeSeconds").asInt()).isEqualTo(7_200);
        assertThat(settings.toString()).doesNotContain("north");
    }

    @Test
    void what_is_too_large_too_much_or_unreadable_is_refused() {
        try (CallPage danas = CallPage.enter(dana.visitor(), interview);
                CallPage mayas = CallPage.enter(maya.visitor(), interview)) {
            String to = mayas.connection();
            assertThat(danas.send(to, "{\"x\":\"" + "y".repeat(Signal.BYTES - 8) + "\"}"))
                    .isEqualTo(204);
            assertThat(danas.send(to, "{\"x\":\"" + "y".repeat(Signal.BYTES) + "\"}"))
                    .isEqualTo(413);
            assertThat(danas.send(to, "{\"x\":\"" + "y".repeat(CallApi.REQUEST_BYTES) + "\"}"))
                    .isEqualTo(413);
            assertThat(danas.send(to, "17")).isEqualTo(400);
            assertThat(danas.send("nobody", "{}")).isEqualTo(400);
            assertThat(danas.post("{").statusCode()).isEqualTo(400);
            assertThat(danas.post("[]").statusCode()).isEqualTo(400);
            String many = Stream.generate(() -> "{\"to\":\"" + to + "\",\"body\":{}}")
                    .limit(CallApi.SIGNALS)
                    .collect(java.util.stream.Collectors.joining(","));
            assertThat(danas.post("{\"signals\":[" + many + ",{}]}").statusCode())
                    .isEqualTo(413);
            for (int sent = 0; sent < Calls.SIGNALS / CallApi.SIGNALS - 1; sent++) {
                assertThat(danas.post("{\"signals\":[" + many + "]}").statusCode())
                        .isEqualTo(204);
            }
            assertThat(reason(danas.post("{\"signals\":[" + many + "]}"))).isEqualTo("429 too-many");
        }
    }

    @Test
    void a_form_of_another_site_cannot_speak_here() {
        HttpResponse<String> form = maya.visitor().post(CallPage.path(interview), java.util.Map.of("again", ""));
        assertThat(form.statusCode()).isEqualTo(415);
    }

    @Test
    void a_page_that_went_away_is_forgotten_and_a_sixth_ends_the_first() {
        LiveStreams streams = here.bean(LiveStreams.class);
        var chair = new Chair(Kind.CALL, interview.value(), maya.person().id());
        List<CallPage> open = new java.util.ArrayList<>();
        CallPage page = CallPage.enter(maya.visitor(), interview);
        open.add(page);
        for (int more = 0; more < LiveStreams.PAGES_OF_ONE; more++) {
            open.add(page.again(maya.visitor(), ""));
        }
        eventually(() -> streams.count(chair) == LiveStreams.PAGES_OF_ONE);
        open.forEach(CallPage::close);
        eventually(() -> streams.count(chair) == 0);
    }

    @Test
    void room_and_console_may_use_camera_and_microphone_and_no_other_sites_frames_may() {
        for (String path : List.of("/room/" + interview, "/console/interviews/" + interview)) {
            HttpResponse<String> page =
                    (path.startsWith("/room") ? maya : dana).visitor().get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Permissions-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("camera=(self)", "microphone=(self)"));
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("connect-src 'self'", "media-src 'self' blob:", "frame-ancestors 'none'"));
        }
    }

    private static String reason(HttpResponse<String> refused) {
        return refused.statusCode() + " " + json(refused.body()).path("reason").asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void eventually(BooleanSupplier so) {
        long end = System.nanoTime() + 12_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
