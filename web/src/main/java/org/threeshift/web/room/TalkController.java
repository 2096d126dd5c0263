package org.threeshift.web.room;

import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.people.CurrentPerson;

/**
 * What a candidate says to the joint sentence. The page's script sends it without leaving the page, so that a call goes on;
 * without a script the same forms lead back to the room.
 */
@Controller
@RequestMapping("/room/{id}/debrief")
final class TalkController {
    private static final String BY_SCRIPT = "X-Requested-With=fetch";
    private static final String BY_FORM = "!X-Requested-With";

    private final Rooms rooms;
    private final Candidacy candidacy;
    private final CandidateNotes notes;
    private final CurrentPerson currentPerson;

    TalkController(Rooms rooms, Candidacy candidacy, CandidateNotes notes, CurrentPerson currentPerson) {
        this.rooms = rooms;
        this.candidacy = candidacy;
        this.notes = notes;
        this.currentPerson = currentPerson;
    }

    /** Why nothing was taken. */
    record Problem(String problem) {}

    @PostMapping(path = "/sentence", headers = BY_FORM)
    ModelAndView word(@PathVariable String id, @RequestParam(defaultValue = "") String sentence) {
        return byForm(id, wording(sentence), (room, problem) -> room.with(sentence, problem));
    }

    @PostMapping(path = "/sentence", headers = BY_SCRIPT)
    ResponseEntity<Problem> wordByScript(@PathVariable String id, @RequestParam(defaultValue = "") String sentence) {
        return byScript(id, wording(sentence));
    }

    @PostMapping(path = "/confirm", headers = BY_FORM)
    ModelAndView confirm(@PathVariable String id, @RequestParam(defaultValue = "") String wording) {
        return byForm(id, confirmation(wording), Room::with);
    }

    @PostMapping(path = "/confirm", headers = BY_SCRIPT)
    ResponseEntity<Problem> confirmByScript(@PathVariable String id, @RequestParam(defaultValue = "") String wording) {
        return byScript(id, confirmation(wording));
    }

    /** Forms send line ends as two characters. */
    private static Command wording(String sentence) {
        return new Command.WordSentence(sentence.replace("\r\n", "\n"));
    }

    /** What is no number is no wording that there is. */
    private static Command confirmation(String wording) {
        return new Command.ConfirmSentence(wording.matches("\\d{1,6}") ? Integer.parseInt(wording) : 0);
    }

    private ModelAndView byForm(String id, Command command, BiFunction<Room, String, Room> refused) {
        Room room = room(id);
        return switch (candidacy.send(room, command)) {
            case Outcome.Done _ -> new ModelAndView("redirect:" + room.path());
            case Outcome.Refused(var refusal) -> {
                // Looked at anew: what was refused may be so because the sentence changed.
                Room now = refused.apply(room(id), refusal.sentence());
                var page = new ModelAndView("room/room", HttpStatus.UNPROCESSABLE_CONTENT);
                page.addObject("room", now);
                page.addObject(
                        "note",
                        NotePad.of(notes.of(now.view().id(), now.candidate().id())));
                yield page;
            }
        };
    }

    private ResponseEntity<Problem> byScript(String id, Command command) {
        return switch (candidacy.send(room(id), command)) {
            case Outcome.Done _ -> ResponseEntity.noContent().build();
            case Outcome.Refused(var refusal) ->
                ResponseEntity.unprocessableContent().body(new Problem(refusal.sentence()));
        };
    }

    private Room room(String id) {
        return rooms.find(id, currentPerson.required(), false)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
