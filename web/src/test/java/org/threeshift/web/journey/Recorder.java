package org.threeshift.web.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes down everything that reaches one page over the network: frames of web sockets, events of streams, answers to
 * requests, and how many bytes came in how many pieces. Hears while any page of its browser is waited for.
 */
final class Recorder {
    /** What a connection sends to stay alive, at its own pace. */
    private static final String HEARTBEAT = "(\\d+\\|)?X?\\s*";

    private final Page page;
    private final List<Heard> heard = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();

    /**
     * Something that came.
     *
     * @param kind  frame, event, answer or bytes
     * @param where the path that was asked; empty for what was opened before
     */
    record Heard(String kind, String where, String what) {}

    private Recorder(Page page) {
        this.page = page;
    }

    static Recorder of(Page page) {
        var recorder = new Recorder(page);
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.on("Network.responseReceived", recorder::opened);
        devtools.on("Network.webSocketFrameReceived", recorder::frame);
        devtools.on("Network.eventSourceMessageReceived", recorder::event);
        devtools.on("Network.dataReceived", recorder::bytes);
        devtools.send("Network.enable");
        page.onResponse(recorder.answers::add);
        return recorder;
    }

    /** Begins anew. */
    void forget() {
        heard.clear();
        answers.clear();
    }

    /** For this long, in milliseconds. */
    void listen(double time) {
        page.waitForTimeout(time);
    }

    /** Everything since it began anew. */
    List<Heard> heard() {
        // Reading an answer lets more come in.
        List<Heard> read = List.copyOf(answers).stream()
                .flatMap(answer -> read(answer).stream())
                .toList();
        return Stream.concat(List.copyOf(heard).stream(), read.stream()).toList();
    }

    private void opened(JsonObject event) {
        addresses.put(text(event, "requestId"), path(text(event.getAsJsonObject("response"), "url")));
    }

    private void frame(JsonObject event) {
        String payload = text(event.getAsJsonObject("response"), "payloadData");
        if (!payload.matches(HEARTBEAT)) {
            heard.add(new Heard("frame", "", payload));
        }
    }

    private void event(JsonObject event) {
        heard.add(new Heard("event", address(event), text(event, "eventName") + ": " + text(event, "data")));
    }

    private void bytes(JsonObject event) {
        heard.add(new Heard("bytes", address(event), text(event, "dataLength")));
    }

    private String address(JsonObject event) {
        return addresses.getOrDefault(text(event, "requestId"), "");
    }

    private static String text(JsonObject event, String name) {
        return event.get(name).getAsString();
    }

    /** Nothing of a stream, which has no end: its events were heard. */
    private static Optional<Heard> read(Response answer) {
        String type = answer.headers().getOrDefault("content-type", "");
        return type.startsWith("text/event-stream")
                ? Optional.empty()
                : Optional.of(new Heard(
                        "answer",
                        answer.request().method() + " " + path(answer.url()),
                        answer.status() + " " + answer.text()));
    }

    private static String path(String url) {
        return Optional.ofNullable(URI.create(url).getPath()).orElse("");
    }
}
