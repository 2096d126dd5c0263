package org.threeshift.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.web.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** A page in a call, without a browser: it comes in, hears its stream, and sends what it is told to. */
final class CallPage implements AutoCloseable {
    private final Visitor visitor;
    private final String path;
    private final String connection;
    private final InputStream stream;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    record Event(String name, String id, String data) {}

    private CallPage(Visitor visitor, String path, String connection, String after) {
        this.visitor = visitor;
        this.path = path;
        this.connection = connection;
        HttpResponse<InputStream> opened = visitor.openStream(path + "/" + connection + "/events?after=" + after);
        assertThat(opened.statusCode()).isEqualTo(200);
        this.stream = opened.body();
        Thread.startVirtualThread(this::read);
    }

    static String path(InterviewId interview) {
        return "/api/interviews/" + interview + "/call";
    }

    static CallPage enter(Visitor visitor, InterviewId interview) {
        HttpResponse<String> entered = visitor.postJson(path(interview), "{}");
        assertThat(entered.statusCode()).isEqualTo(200);
        String connection =
                JsonMapper.shared().readTree(entered.body()).path("connection").asString();
        return new CallPage(visitor, path(interview), connection, "");
    }

    /** The same page over another line, perhaps to another node. */
    CallPage again(Visitor other, String after) {
        return new CallPage(other, path, connection, after);
    }

    /** As when a network dies. */
    void cut() {
        close();
    }

    String connection() {
        return connection;
    }

    int send(String to, String body) {
        return post("{\"signals\":[{\"to\":\"" + to + "\",\"body\":" + body + "}]}")
                .statusCode();
    }

    HttpResponse<String> post(String json) {
        return visitor.postJson(path + "/" + connection, json);
    }

    int leave() {
        return visitor.postJson(path + "/" + connection + "/leave", "{}").statusCode();
    }

    /** The next event of that name; others before it are passed over. */
    Event next(String name) {
        try {
            for (Event event = poll(); ; event = poll()) {
                if (event.name().equals(name)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Event poll() throws InterruptedException {
        Event event = events.poll(8, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event == null ? new Event("", "", "") : event;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data));
                    name = "";
                    id = "";
                }
            }
        } catch (IOException closed) {
            events.clear();
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
