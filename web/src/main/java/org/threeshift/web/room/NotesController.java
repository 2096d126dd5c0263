package org.threeshift.web.room;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.Note;
import org.threeshift.core.notes.Noted;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Texts;

/** Keeps a candidate's private notes: as typed, from the page's script; or by the form's button, without it. */
@Controller
@RequestMapping("/room/{id}/notes")
final class NotesController {
    private final Rooms rooms;
    private final CandidateNotes notes;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    NotesController(Rooms rooms, CandidateNotes notes, CurrentPerson currentPerson, Texts texts) {
        this.rooms = rooms;
        this.notes = notes;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /** What the script learns. */
    record Saved(Instant savedAt) {}

    /** Why nothing was saved. */
    record NotSaved(String problem) {}

    /** The note as it is saved, perhaps by another window; without a time when there is none. */
    record Stands(String text, @Nullable Instant savedAt) {}

    /** For a window that was not looked at for a while. */
    @GetMapping
    ResponseEntity<Stands> now(@PathVariable String id) {
        Room room = room(id);
        Optional<Note> note = notes.of(room.view().id(), room.candidate().id());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Stands(
                        note.map(Note::text).orElse(""), note.map(Note::savedAt).orElse(null)));
    }

    /** @param before when the note that this one goes on from was saved; empty when there was none */
    @PostMapping(headers = "X-Requested-With=fetch")
    ResponseEntity<Object> saveAsTyped(
            @PathVariable String id, @RequestParam String text, @RequestParam(defaultValue = "") String before) {
        return switch (save(room(id), text, before)) {
            case Noted.Saved(var note) -> ResponseEntity.ok(new Saved(note.savedAt()));
            case Noted.TooLong(int characters) ->
                ResponseEntity.unprocessableContent().body(new NotSaved(tooLong(characters)));
            case Noted.Overtaken(var now) ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(new Stands(now.text(), now.savedAt()));
            case Noted.NotYours() -> throw notThere();
        };
    }

    @PostMapping(headers = "!X-Requested-With")
    ModelAndView save(
            @PathVariable String id, @RequestParam String text, @RequestParam(defaultValue = "") String before) {
        Room room = room(id);
        return switch (save(room, text, before)) {
            case Noted.Saved _ -> new ModelAndView("redirect:" + room.path() + "#notes");
            case Noted.TooLong(int characters) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, room, new NotePad(text, moment(before), tooLong(characters)));
            case Noted.Overtaken(var now) ->
                page(
                        HttpStatus.CONFLICT,
                        room,
                        new NotePad(
                                now.text() + "\n\n" + text,
                                Optional.of(now.savedAt()),
                                texts.text("room.notes.overtaken")));
            case Noted.NotYours() -> throw notThere();
        };
    }

    private static ModelAndView page(HttpStatus status, Room room, NotePad note) {
        var page = new ModelAndView("room/room", status);
        page.addObject("room", room);
        page.addObject("note", note);
        return page;
    }

    private Noted save(Room room, String text, String before) {
        return notes.save(room.view().id(), room.candidate().id(), text, moment(before));
    }

    /** What is no moment counts as none: then the save is refused where a note stands already, and nothing is lost. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String tooLong(int characters) {
        return texts.text("room.notes.too-long", CandidateNotes.CHARACTERS, characters - CandidateNotes.CHARACTERS);
    }

    private Room room(String id) {
        Person person = currentPerson.required();
        return rooms.find(id, person, false).orElseThrow(NotesController::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
