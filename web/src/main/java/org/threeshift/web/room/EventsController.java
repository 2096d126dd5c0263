package org.threeshift.web.room;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.live.Bell;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.presence.Presence;
import org.threeshift.web.live.Line;
import org.threeshift.web.live.LiveStreams;
import org.threeshift.web.live.LiveStreams.Chair;
import org.threeshift.web.live.LiveStreams.Kind;

/** The live line to a candidate's page, as server-sent events. */
@RestController
final class EventsController {
    private final Rooms rooms;
    private final LiveStreams streams;
    private final Bell bell;
    private final CurrentPerson currentPerson;

    EventsController(Rooms rooms, LiveStreams streams, Bell bell, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.streams = streams;
        this.bell = bell;
        this.currentPerson = currentPerson;
    }

    /**
     * @param seen        the version that the page was made with
     * @param lastEventId the version that the browser heard of last, when it comes again
     */
    @GetMapping(path = "/room/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
            HttpServletResponse response) {
        Person person = currentPerson.required();
        Room room = rooms.find(id, person, false).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // A proxy that gathers an answer before it passes it on would make the line useless.
        response.setHeader("X-Accel-Buffering", "no");
        InterviewId interview = room.view().id();
        return streams.open(
                new Chair(Kind.ROOM, interview.value(), person.id()),
                new RoomStream(() -> rooms.version(interview, person), lastEventId.orElse(seen)),
                line -> List.of(
                        bell.listen(interview.value(), line::wake),
                        bell.listen(Presence.topic(interview), () -> somebodyMoved(line))));
    }

    /** The page asks who is here, and its lobby says it. */
    private static void somebodyMoved(Line line) {
        line.wake();
        line.sendSoon(SseEmitter.event().name("somebody").data("."));
    }
}
