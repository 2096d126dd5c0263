package org.threeshift.web.room;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Absent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** A candidate's room: one page whose stage follows the interview. To everybody else there is no such page. */
@Controller
@RequestMapping("/room/{id}")
final class RoomController {
    /** How the page's script says that it wants the stage alone. */
    private static final String BY_SCRIPT = "X-Requested-With=fetch";

    private final Rooms rooms;
    private final Candidacy candidacy;
    private final CandidateNotes notes;
    private final CurrentPerson currentPerson;

    RoomController(Rooms rooms, Candidacy candidacy, CandidateNotes notes, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.candidacy = candidacy;
        this.notes = notes;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView open(@PathVariable String id, @RequestParam(defaultValue = "false") String change) {
        Person person = currentPerson.required();
        Optional<Room> room = rooms.find(id, person, change.equals("true"));
        return room.isEmpty() && rooms.isInterviewer(id, person)
                ? new ModelAndView("redirect:/console/interviews/" + id)
                : page(room.orElseThrow(RoomController::notThere));
    }

    @GetMapping("/stage")
    Object stage(@PathVariable String id, @RequestParam(defaultValue = "false") String change, WebRequest request) {
        Room room = room(id, change.equals("true"));
        return request.checkNotModified(room.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).build()
                : stage(room);
    }

    @PostMapping(path = "/here", headers = "!X-Requested-With")
    ModelAndView here(@PathVariable String id) {
        Room room = room(id, false);
        return answer(room, candidacy.send(room, new Command.Join(Seat.CANDIDATE)));
    }

    @PostMapping(path = "/here", headers = BY_SCRIPT)
    ModelAndView hereByScript(@PathVariable String id) {
        candidacy.send(room(id, false), new Command.Join(Seat.CANDIDATE));
        return stage(room(id, false));
    }

    @PostMapping("/no-show")
    ModelAndView reportNoShow(@PathVariable String id) {
        Room room = room(id, false);
        return answer(room, candidacy.send(room, new Command.ReportNoShow(Absent.INTERVIEWER)));
    }

    /** Answers 422 with everything as it was entered when something is missing. */
    @PostMapping(path = "/self-score", headers = "!X-Requested-With")
    ModelAndView scoreYourself(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return scored(id, parameters)
                .map(this::refused)
                .orElseGet(() -> new ModelAndView("redirect:" + room(id, false).path()));
    }

    /** The same without leaving the page, so that a call goes on: answers with the stage. */
    @PostMapping(path = "/self-score", headers = BY_SCRIPT)
    ModelAndView scoreYourselfByScript(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        return scored(id, parameters).map(room -> unprocessable(stage(room))).orElseGet(() -> stage(room(id, false)));
    }

    /** The room with what was wrong; absent when the score is taken. */
    private Optional<Room> scored(String id, Map<String, String> parameters) {
        Room room = room(id, true);
        SelfScoreForm form = SelfScoreForm.typed(room.view(), parameters);
        Room typed = room.with(form);
        if (room.stage() == Stage.SCORE_YOURSELF && !form.errors().isEmpty()) {
            return Optional.of(typed);
        }
        return switch (candidacy.send(room, new Command.SelfScore(form.ratings(room.view())))) {
            case Outcome.Done _ -> Optional.empty();
            case Outcome.Refused(var refusal) -> Optional.of(typed.with(refusal.sentence()));
        };
    }

    private ModelAndView answer(Room room, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new ModelAndView("redirect:" + room.path());
            case Outcome.Refused(var refusal) -> refused(room.with(refusal.sentence()));
        };
    }

    private ModelAndView refused(Room room) {
        return unprocessable(page(room));
    }

    private static ModelAndView unprocessable(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Room room) {
        var page = new ModelAndView("room/room");
        page.addObject("room", room);
        page.addObject(
                "note", NotePad.of(notes.of(room.view().id(), room.candidate().id())));
        return page;
    }

    private static ModelAndView stage(Room room) {
        var fragment = new ModelAndView("room/stage");
        fragment.addObject("room", room);
        return fragment;
    }

    private Room room(String id, boolean changing) {
        return rooms.find(id, currentPerson.required(), changing).orElseThrow(RoomController::notThere);
    }

    /** Not there and not allowed look the same. */
    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
