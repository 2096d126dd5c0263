package org.threeshift.web.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.call.Calls;
import org.threeshift.core.call.ConnectionId;
import org.threeshift.core.call.Entering;
import org.threeshift.core.call.Gone;
import org.threeshift.core.call.IceServers;
import org.threeshift.core.call.Letter;
import org.threeshift.core.call.Sending;
import org.threeshift.core.call.Sight;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.call.CallProblems.Reason;
import org.threeshift.web.live.LiveStreams;
import org.threeshift.web.live.LiveStreams.Chair;
import org.threeshift.web.live.LiveStreams.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The call of an interview, for the script in its room and its console. Any node answers. What is sent is JSON, which no form of another site can send. */
@RestController
@RequestMapping("/api/interviews/{id}/call")
final class CallApi {
    /** Most bytes of one request with signals. */
    static final int REQUEST_BYTES = 131_072;
    /** Most signals of one request. */
    static final int SIGNALS = 50;

    private final Calls calls;
    private final LiveStreams streams;
    private final CallWords words;
    private final IceServers servers;
    private final CurrentPerson currentPerson;
    private final CallProblems problems;
    private final JsonMapper json;
    private final InstantSource time;

    CallApi(
            Calls calls,
            LiveStreams streams,
            CallWords words,
            IceServers servers,
            CurrentPerson currentPerson,
            CallProblems problems,
            JsonMapper json,
            InstantSource time) {
        this.calls = calls;
        this.streams = streams;
        this.words = words;
        this.servers = servers;
        this.currentPerson = currentPerson;
        this.problems = problems;
        this.json = json;
        this.time = time;
    }

    @GetMapping
    CallJson.Settings settings(@PathVariable String id) {
        Person person = currentPerson.required();
        watched(interview(id), person);
        return CallJson.Settings.of(person, servers, servers.credential(person.id(), time.instant()));
    }

    /** @param again what the page was called before the server forgot it */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    CallJson.Entered enter(@PathVariable String id, @RequestParam(defaultValue = "") String again) {
        Person person = currentPerson.required();
        return switch (calls.enter(interview(id), person.id(), ConnectionId.parse(again))) {
            case Entering.In(var connection) -> new CallJson.Entered(connection.toString());
            case Entering.Full() -> throw problems.of(Reason.FULL);
            case Entering.Closed() -> throw problems.of(Reason.CLOSED);
            case Entering.Moved() -> throw problems.of(Reason.MOVED);
            case Entering.NotThere() -> throw problems.of(Reason.NOT_THERE);
        };
    }

    /** Who is in, for a page that is not. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(@PathVariable String id, HttpServletResponse response) {
        Person person = currentPerson.required();
        InterviewId interview = interview(id);
        watched(interview, person);
        return stream(new CallStream.Page(interview, person.id(), Optional.empty()), 0, response);
    }

    /**
     * @param after       the last signal that the page has
     * @param lastEventId the same, when the browser comes again by itself
     */
    @GetMapping(path = "/{connection}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(
            @PathVariable String id,
            @PathVariable String connection,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
            HttpServletResponse response) {
        Person person = currentPerson.required();
        InterviewId interview = interview(id);
        ConnectionId page = connection(connection);
        if (calls.look(interview, person.id(), page, Long.MAX_VALUE) instanceof Sight.Out(Gone why)) {
            throw problems.of(why);
        }
        return stream(
                new CallStream.Page(interview, person.id(), Optional.of(page)),
                number(lastEventId.orElse(after)),
                response);
    }

    /** Sends signals; with none, it only says that the page is still there. */
    @PostMapping(path = "/{connection}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@PathVariable String id, @PathVariable String connection, HttpServletRequest request) throws IOException {
        Person person = currentPerson.required();
        InterviewId interview = interview(id);
        ConnectionId page = connection(connection);
        watched(interview, person);
        switch (calls.send(interview, person.id(), page, letters(request))) {
            case Sending.Sent() -> {}
            case Sending.TooMany() -> throw problems.of(Reason.TOO_MANY);
            case Sending.TooLong() -> throw problems.of(Reason.TOO_LONG);
            case Sending.Out(Gone why) -> throw problems.of(why);
        }
    }

    @PostMapping(path = "/{connection}/leave", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable String id, @PathVariable String connection) {
        calls.leave(interview(id), currentPerson.required().id(), connection(connection));
    }

    private SseEmitter stream(CallStream.Page page, long after, HttpServletResponse response) {
        // A proxy that gathers an answer before it passes it on would make the line useless.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(
                new Chair(Kind.CALL, page.interview().value(), page.person()),
                new CallStream(page, calls, words, after),
                line -> List.of(calls.listen(page.interview(), page.connection(), line::wake)));
    }

    private void watched(InterviewId interview, Person person) {
        if (calls.watch(interview, person.id()) instanceof Sight.Out(Gone why)) {
            throw problems.of(why);
        }
    }

    private List<Letter> letters(HttpServletRequest request) throws IOException {
        byte[] body = bytes(request.getInputStream());
        try {
            JsonNode signals = json.readTree(body).path("signals");
            if (!signals.isArray()) {
                throw problems.of(Reason.UNREADABLE);
            }
            if (signals.size() > SIGNALS) {
                throw problems.of(Reason.TOO_LONG);
            }
            List<Letter> letters = new ArrayList<>();
            for (JsonNode signal : signals) {
                ConnectionId to = ConnectionId.parse(signal.path("to").asString(""))
                        .orElseThrow(() -> problems.of(Reason.UNREADABLE));
                if (!signal.path("body").isObject()) {
                    throw problems.of(Reason.UNREADABLE);
                }
                letters.add(new Letter(to, signal.path("body").toString()));
            }
            return letters;
        } catch (JacksonException e) {
            throw problems.of(Reason.UNREADABLE);
        }
    }

    private byte[] bytes(InputStream body) throws IOException {
        byte[] read = body.readNBytes(REQUEST_BYTES + 1);
        if (read.length > REQUEST_BYTES) {
            throw problems.of(Reason.TOO_LONG);
        }
        return read;
    }

    /** What is no number counts as none: then every signal that still waits comes again. */
    private static long number(String lastEventId) {
        return lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : 0;
    }

    private InterviewId interview(String id) {
        return InterviewId.parse(id).orElseThrow(() -> problems.of(Reason.NOT_THERE));
    }

    private ConnectionId connection(String id) {
        return ConnectionId.parse(id).orElseThrow(() -> problems.of(Reason.NOT_THERE));
    }
}
