package org.threeshift.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeshift.core.interview.model.InterviewId;

/** A candidate's open room, as its page speaks to the product: it hears of a new stage and fetches it. */
final class RoomPage implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("data-version=\"([^\"]+)\"");

    private final Browser browser;
    private final String path;
    private final String cookie;
    private final InterviewId interview;
    private final InputStream line;
    private final String connection = UUID.randomUUID().toString();
    private final AtomicReference<CompletableFuture<Arrival>> next = new AtomicReference<>(new CompletableFuture<>());

    /**
     * Moments of {@link System#nanoTime}.
     *
     * @param told    when the page heard that there is a new stage
     * @param fetched when it had the whole stage
     */
    record Arrival(long told, long fetched) {}

    static RoomPage open(Browser browser, InterviewId interview, String cookie) {
        return new RoomPage(browser, interview, cookie);
    }

    private RoomPage(Browser browser, InterviewId interview, String cookie) {
        this.browser = browser;
        this.path = "/room/" + interview;
        this.cookie = cookie;
        this.interview = interview;
        Browser.Answer page = browser.get(path, cookie);
        Matcher version = VERSION.matcher(page.body());
        if (!version.find()) {
            throw new IllegalStateException("No stage in the room: " + page.status() + " " + page.body());
        }
        this.line = stream(version.group(1));
        Thread.ofVirtual().name("room").start(this::listen);
    }

    CompletableFuture<Arrival> nextStage() {
        return next.updateAndGet(before -> before.isDone() ? new CompletableFuture<>() : before);
    }

    /** What every open page says every few seconds. */
    void beat() {
        browser.postJson("/api/interviews/" + interview + "/here", cookie, "{\"connection\": \"" + connection + "\"}");
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream stream(String seen) {
        try {
            HttpResponse<InputStream> answer = browser.client()
                    .send(
                            browser.request(path + "/events?seen=" + seen, cookie)
                                    .timeout(Duration.ofHours(1))
                                    .setHeader("Accept-Encoding", "identity")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No stream: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (text.equals("event:stage")) {
                    long told = System.nanoTime();
                    browser.get(path + "/stage", cookie);
                    next.get().complete(new Arrival(told, System.nanoTime()));
                }
            }
        } catch (IOException closed) {
            next.get().completeExceptionally(closed);
        }
    }
}
