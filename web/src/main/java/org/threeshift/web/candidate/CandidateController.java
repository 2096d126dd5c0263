package org.threeshift.web.candidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.coachnotes.CoachNotes.Outcome;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;

/** The page of a candidate whom the reader follows, with the reader's own notes. To everybody else it is not there. */
@Controller
@RequestMapping("/candidates/{id}")
final class CandidateController {
    private final People people;
    private final Scorecards scorecards;
    private final CoachNotes notes;
    private final CurrentPerson currentPerson;

    CandidateController(People people, Scorecards scorecards, CoachNotes notes, CurrentPerson currentPerson) {
        this.people = people;
        this.scorecards = scorecards;
        this.notes = notes;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id) {
        Person coach = currentPerson.required();
        return page(coach, followed(coach, id), NoteForm.EMPTY, HttpStatus.OK);
    }

    @PostMapping("/notes")
    ModelAndView write(@PathVariable String id, @RequestParam(defaultValue = "") String text) {
        Person coach = currentPerson.required();
        Person candidate = followed(coach, id);
        return answer(coach, candidate, Optional.empty(), text, notes.write(coach, candidate.id(), text));
    }

    @PostMapping("/notes/{note}")
    ModelAndView reword(
            @PathVariable String id, @PathVariable String note, @RequestParam(defaultValue = "") String text) {
        Person coach = currentPerson.required();
        Person candidate = followed(coach, id);
        UUID which = noteId(note);
        return answer(coach, candidate, Optional.of(which), text, notes.reword(coach, candidate.id(), which, text));
    }

    @PostMapping("/notes/{note}/delete")
    ModelAndView delete(@PathVariable String id, @PathVariable String note) {
        Person coach = currentPerson.required();
        Person candidate = followed(coach, id);
        return answer(coach, candidate, Optional.empty(), "", notes.delete(coach, candidate.id(), noteId(note)));
    }

    private ModelAndView answer(Person coach, Person candidate, Optional<UUID> note, String text, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new ModelAndView("redirect:/candidates/" + candidate.id() + "#notes");
            case Outcome.Empty() -> refused(coach, candidate, note, text, "candidate.note.empty");
            case Outcome.TooLong() -> refused(coach, candidate, note, text, "candidate.note.too-long");
            case Outcome.NotThere() -> throw missing();
        };
    }

    private ModelAndView refused(Person coach, Person candidate, Optional<UUID> note, String text, String problem) {
        return page(coach, candidate, new NoteForm(note, text, problem), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Person followed(Person coach, String id) {
        return PersonId.parse(id)
                .filter(candidate -> notes.knows(coach, candidate))
                .flatMap(people::find)
                .orElseThrow(CandidateController::missing);
    }

    private static UUID noteId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw missing();
        }
    }

    private ModelAndView page(Person coach, Person candidate, NoteForm form, HttpStatus status) {
        List<Standing> interviews = scorecards.followed(coach.id(), candidate.id());
        var view = new ModelAndView("candidate/candidate", status);
        view.addObject("candidate", candidate);
        view.addObject("interviews", interviews);
        view.addObject("notes", notes.of(coach, candidate.id()));
        view.addObject("form", form);
        return view;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
