package org.threeshift.web.pairs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.threeshift.core.live.Bell;
import org.threeshift.core.pairs.LineMoved;
import org.threeshift.core.pairs.WaitingRoom;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.live.LiveStreams;
import org.threeshift.web.live.LiveStreams.Chair;

/** The waiting room: whoever is in it is put together with whoever else is. */
@Controller
@RequestMapping("/practice/now")
final class NowController {
    private final WaitingRoom room;
    private final PairCards cards;
    private final PracticeCards practice;
    private final LiveStreams streams;
    private final Bell bell;
    private final CurrentPerson currentPerson;

    NowController(
            WaitingRoom room,
            PairCards cards,
            PracticeCards practice,
            LiveStreams streams,
            Bell bell,
            CurrentPerson currentPerson) {
        this.room = room;
        this.cards = cards;
        this.practice = practice;
        this.streams = streams;
        this.bell = bell;
        this.currentPerson = currentPerson;
    }

    /** @param said {@code left} for whoever has just left by themselves, {@code wish} for whoever has just said what they practise for */
    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String said) {
        Person person = currentPerson.required();
        LineCard stands = line(room.look(person));
        LineCard line = said.equals("left") ? stands.left() : stands;
        if (line.goesTo().isPresent()) {
            return new ModelAndView("redirect:" + line.goesTo().get());
        }
        var view = new ModelAndView("pairs/now");
        view.addObject("line", line);
        view.addObject("watches", line.busy().isPresent() ? Optional.empty() : room.watches(person.id()));
        view.addObject("saved", said.equals("wish"));
        view.addObject("practice", practice.of(person));
        return view;
    }

    @PostMapping
    ModelAndView join() {
        room.join(currentPerson.required());
        return new ModelAndView("redirect:/practice/now");
    }

    @PostMapping("/leave")
    ModelAndView leave() {
        room.leave(currentPerson.required());
        return new ModelAndView("redirect:/practice/now?said=left");
    }

    /**
     * The live line to a page, which says when the reader stands otherwise, and by which the page is known to be open.
     *
     * @param seen        the version that the page shows
     * @param lastEventId the version that the browser heard of last, when it comes again
     */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @RequestParam(defaultValue = "") String seen,
            @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
            HttpServletResponse response) {
        Person person = currentPerson.required();
        // A proxy that gathers an answer before it passes it on would make the line useless.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(
                new Chair(LiveStreams.Kind.WAITING, LineMoved.TOPIC, person.id()),
                new LineStream(() -> LineCard.of(room.look(person), Optional.empty(), cards), lastEventId.orElse(seen)),
                line -> List.of(bell.listen(LineMoved.TOPIC, line::wake)));
    }

    /** What the page's script asks for when the line says so, and every two seconds where there is no line. */
    @GetMapping("/line")
    ModelAndView look(HttpServletResponse response) {
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        var view = new ModelAndView("pairs/line");
        view.addObject("line", line(room.look(currentPerson.required())));
        return view;
    }

    private LineCard line(WaitingRoom.Standing standing) {
        return LineCard.of(standing, room.estimate(), cards);
    }
}
