package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.threeshift.core.bank.Question;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.live.LiveStreams;
import org.threeshift.web.room.Play.Hosted;

class RoomStreamIT extends RoomServer {
    private static final String WARM_UP = "warm-up";

    @Test
    void the_line_tells_what_the_candidate_sees_and_keeps_silent_about_scoring() throws Exception {
        Hosted hosted = play.byLink(WARM_UP);
        Question question = play.questions(WARM_UP).getFirst();
        ScreenlessBrowser maya = joined(hosted);
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        play.send(hosted, new Command.Pose(question.id()));
        try (Line line = new Line(maya, events(hosted, version(maya, hosted)))) {
            play.scoreFully(hosted, question);
            assertThat(line.next(Duration.ofSeconds(1))).isEmpty();
            play.send(hosted, new Command.CloseQuestion(question.id()));
            assertThat(line.next(Duration.ofSeconds(2))).isEqualTo(version(maya, hosted));
            play.send(hosted, new Command.Finish());
            assertThat(line.next(Duration.ofSeconds(2))).isEqualTo(version(maya, hosted));
            play.send(hosted, new Command.LockSheet(org.threeshift.core.rubric.Verdict.YES, "Leads with the number."));
            assertThat(line.next(Duration.ofSeconds(1))).isEmpty();
        }
        assertThat(String.join("\n", lines)).doesNotContain("seq", "rated", "YES");
    }

    @Test
    void whoever_missed_something_is_told_at_once() throws Exception {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        String before = version(maya, hosted);
        play.enter(hosted);
        play.send(hosted, new Command.Start());
        try (Line line = new Line(maya, events(hosted, before))) {
            assertThat(line.next(Duration.ofSeconds(2))).isEqualTo(version(maya, hosted));
        }
        try (Line line = new Line(maya, events(hosted, before), "Last-Event-ID", version(maya, hosted))) {
            assertThat(line.next(Duration.ofSeconds(1))).isEmpty();
        }
    }

    @Test
    void the_line_beats_often_enough_to_be_missed_within_ten_seconds() throws Exception {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        try (Line line = new Line(maya, events(hosted, version(maya, hosted)))) {
            assertThat(line.beat(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void a_page_that_went_away_is_forgotten_and_a_sixth_page_ends_the_first() throws Exception {
        Hosted hosted = play.byLink(WARM_UP);
        ScreenlessBrowser maya = joined(hosted);
        int before = streams().count(LiveStreams.Kind.ROOM);
        List<Line> open = new ArrayList<>();
        for (int page = 0; page < LiveStreams.PAGES_OF_ONE + 1; page++) {
            open.add(new Line(maya, events(hosted, version(maya, hosted))));
        }
        eventually(() -> streams().count(LiveStreams.Kind.ROOM) == before + LiveStreams.PAGES_OF_ONE);
        for (Line line : open) {
            line.close();
        }
        eventually(() -> streams().count(LiveStreams.Kind.ROOM) == before);
    }

    @Test
    void a_question_posed_on_one_node_reaches_a_room_on_another_which_then_stops_at_once() throws Exception {
        Person ben = play.person("Ben", Role.MEMBER);
        Hosted hosted = play.withMember(WARM_UP, Instant.now(), ben);
        RunningThreeshift other = anotherNode();
        ScreenlessBrowser browser = signedIn(ben, other);
        try (Line line = new Line(browser, events(hosted, version(browser, hosted)))) {
            play.enter(hosted);
            assertThat(line.next(Duration.ofSeconds(3))).isEqualTo(version(browser, hosted));
            Instant asked = Instant.now();
            other.close();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whoever_is_suspended_is_out_of_every_page_line_and_program_at_once() throws Exception {
        Person ben = play.person("Ben", Role.MEMBER);
        Hosted hosted = play.withMember(WARM_UP, Instant.now(), ben);
        Token token = token(ben);
        RunningThreeshift other = anotherNode();
        try (other;
                ScreenlessBrowser admin = signedIn(play.person("Ada", Role.ADMIN));
                ScreenlessBrowser here = signedIn(ben);
                ScreenlessBrowser there = signedIn(ben, other);
                ScreenlessBrowser program = stranger();
                Line line = new Line(here, events(hosted, version(here, hosted)));
                Line far = new Line(there, events(hosted, version(there, hosted)));
                Line held = new Line(
                        program,
                        "/api/interviews/" + hosted.interview() + "/call/events",
                        "Authorization",
                        "Bearer " + token.text())) {
            assertThat(admin.get("/people/" + ben.id()).status()).isEqualTo(200);
            assertThat(List.of(line.over(Duration.ZERO), far.over(Duration.ZERO), held.over(Duration.ZERO)))
                    .containsOnly(false);
            assertThat(admin.post("/people/" + ben.id() + "/suspend", Map.of()).location())
                    .contains("done=suspended");
            assertThat(line.over(Duration.ofSeconds(2))).isTrue();
            assertThat(far.over(Duration.ofSeconds(2))).isTrue();
            assertThat(held.over(Duration.ofSeconds(2))).isTrue();
            assertThat(here.get("/account").location()).contains("/sign-in");
            assertThat(there.get("/account").location()).contains("/sign-in");
            assertThat(asked(program, token)).isEqualTo(401);
            admin.post("/people/" + ben.id() + "/readmit", Map.of());
            assertThat(asked(program, token)).isEqualTo(200);
            assertThat(here.get("/account").location()).contains("/sign-in");
        }
    }

    private final List<String> lines = new ArrayList<>();

    private static String events(Hosted hosted, String seen) {
        return "/room/" + hosted.interview() + "/events?seen=" + seen;
    }

    private static Token token(Person owner) {
        return ((AccessTokens.Made.Done) tokens().make(owner, "Calendar", "read", "")).secret();
    }

    private static int asked(ScreenlessBrowser program, Token token) {
        return program.get("/api/me", "Authorization", "Bearer " + token.text()).status();
    }

    private static String version(ScreenlessBrowser visitor, Hosted hosted) {
        return visitor.get("/room/" + hosted.interview() + "/stage").tag().replace("\"", "");
    }

    private static void eventually(java.util.function.BooleanSupplier so) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(12);
        while (!so.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** An open stream, read on a thread of its own. */
    private final class Line implements AutoCloseable {
        private final InputStream body;
        private final BlockingQueue<String> stages = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        private final CountDownLatch over = new CountDownLatch(1);

        Line(ScreenlessBrowser visitor, String path, String... headers) {
            var response = visitor.stream(path, headers);
            assertThat(response.statusCode()).isEqualTo(200);
            body = response.body();
            Thread.startVirtualThread(this::read);
        }

        /** The next version, or nothing within that time. */
        String next(Duration patience) throws InterruptedException {
            String stage = stages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            return stage == null ? "" : stage;
        }

        boolean beat(Duration patience) throws InterruptedException {
            return beats.poll(patience.toMillis(), TimeUnit.MILLISECONDS) != null;
        }

        /** Whether the server has ended it within that time. */
        boolean over(Duration patience) throws InterruptedException {
            return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                    if (line.startsWith("event:")) {
                        event = line.substring(6);
                    } else if (line.startsWith("data:")) {
                        (event.equals("stage") ? stages : beats).add(line.substring(5));
                    }
                }
            } catch (IOException e) {
                beats.clear();
            } finally {
                over.countDown();
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
