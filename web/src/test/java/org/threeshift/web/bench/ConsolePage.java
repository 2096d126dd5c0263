package org.threeshift.web.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.threeshift.core.interview.model.InterviewId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open console, as its browser speaks to the product: the page, Vaadin's own requests and its push line. Only the
 * browser's drawing is missing.
 */
final class ConsolePage implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TAG = "interview-console";

    private final Browser browser;
    private final InterviewId interview;
    private final String personCookie;
    private final String cookies;
    private final String uiId;
    private final String csrf;
    private final int root;
    private final WebSocket push;
    private final String connection = UUID.randomUUID().toString();
    private final AtomicReference<CompletableFuture<Long>> pushed = new AtomicReference<>(new CompletableFuture<>());
    private final AtomicReference<CompletableFuture<Void>> confirmed = new AtomicReference<>(new CompletableFuture<>());
    private int client;
    private int pressed;
    private volatile int sync;

    /** Asks for the page and everything up to the first full screen. */
    static ConsolePage open(Browser browser, InterviewId interview, String personCookie) {
        return new ConsolePage(browser, interview, personCookie);
    }

    private ConsolePage(Browser browser, InterviewId interview, String personCookie) {
        this.browser = browser;
        this.interview = interview;
        this.personCookie = personCookie;
        String route = "interviews/" + interview;
        Browser.Answer page = browser.get("/console/" + route, personCookie);
        String own = page.setCookie().orElseThrow(() -> new IllegalStateException("No console: " + page.status()));
        cookies = personCookie + "; " + own.substring(0, own.indexOf(';'));
        JsonNode config = JSON.readTree(
                        browser.get("/console/?v-r=init&query=&v-ws=false&location=" + encoded(route), cookies)
                                .body())
                .get("appConfig");
        uiId = config.get("v-uiId").asString();
        csrf = config.get("uidl").get("Vaadin-Security-Key").asString();
        push = line(config.get("uidl").get("Vaadin-Push-ID").asString());
        root = rootOf(send("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"/%s","query":"",\
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}""".formatted(route)));
    }

    /** Presses a key, and returns when the screen says that it is saved: usually with the answer, otherwise by a push. */
    void press(String key) {
        var confirmation = new CompletableFuture<Void>();
        confirmed.set(confirmation);
        String answer = send("""
                {"type":"event","node":%d,"event":"console-key","data":{"event.detail.key":"%s","event.detail.row":"",\
                "event.detail.number":%d,"event.detail.pressed":0}}""".formatted(root, key, ++pressed));
        if (answer.contains("\"Saving") || answer.contains("\"Not saved")) {
            confirmation.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** When the product next pushes a change of the screen, as a moment of {@link System#nanoTime}. */
    CompletableFuture<Long> nextPush() {
        return pushed.updateAndGet(before -> before.isDone() ? new CompletableFuture<>() : before);
    }

    /** What every open page says every few seconds. */
    void beat() {
        browser.postJson(
                "/api/interviews/" + interview + "/here", personCookie, "{\"connection\": \"" + connection + "\"}");
    }

    @Override
    public void close() {
        push.abort();
    }

    private synchronized String send(String rpc) {
        Browser.Answer answer = browser.postJson(
                "/console/?v-r=uidl&v-uiId=" + uiId, cookies, """
                {"csrfToken":"%s","rpc":[%s],"syncId":%d,"clientId":%d}""".formatted(csrf, rpc, sync, client++));
        if (answer.status() != 200) {
            throw new IllegalStateException("The console answers " + answer.status() + ": " + answer.body());
        }
        heard(answer.body());
        return answer.body();
    }

    private WebSocket line(String pushId) {
        String target = browser.address().replaceFirst("^http", "ws")
                + "/console/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0"
                        .formatted(uiId, pushId)
                + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                + "&Content-Type=application/json;%20charset=UTF-8&X-atmo-protocol=true"
                + "&X-Vaadin-LastSeenServerSyncId=0";
        return browser.lines()
                .newWebSocketBuilder()
                .header("Cookie", cookies)
                .buildAsync(URI.create(target), new Pushes())
                .join();
    }

    private void heard(String message) {
        int at = message.lastIndexOf("\"syncId\":");
        if (at >= 0) {
            String number = message.substring(at + 9).replaceFirst("(?s)\\D.*", "");
            sync = Math.max(sync, Integer.parseInt(number));
        }
    }

    private static int rootOf(String answer) {
        String json = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
        Optional<JsonNode> tag = StreamSupport.stream(
                        JSON.readTree(json).get("changes").spliterator(), false)
                .filter(change -> change.path("key").asString("").equals("tag")
                        && change.path("value").asString("").equals(TAG))
                .findFirst();
        return tag.orElseThrow(() -> new IllegalStateException("No console on the page: " + answer))
                .get("node")
                .asInt();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private final class Pushes implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                long now = System.nanoTime();
                String whole = message.toString();
                message.setLength(0);
                if (whole.toLowerCase(Locale.ROOT).contains("\"changes\"")) {
                    heard(whole);
                    if (whole.contains("\"Saved ")) {
                        confirmed.get().complete(null);
                    }
                    pushed.get().complete(now);
                }
            }
            line.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
