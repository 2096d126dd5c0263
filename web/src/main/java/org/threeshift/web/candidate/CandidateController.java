package org.threeshift.web.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.coachnotes.CoachNote;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.coachnotes.CoachNotes.Outcome;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.following.CandidatePages;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.reliability.Pauses;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.core.scorecard.Trend;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.page.Texts;
import org.threeshift.web.report.TrendSheet;

/** The page of a candidate whom the reader follows, with the reader's own notes. To everybody else it is not there. */
@Controller
@RequestMapping("/candidates/{id}")
final class CandidateController {
    private final People people;
    private final Scorecards scorecards;
    private final CoachNotes notes;
    private final PracticePlans plans;
    private final CandidatePages pages;
    private final Cohorts cohorts;
    private final Pauses pauses;
    private final CurrentPerson currentPerson;
    private final Texts texts;
    private final Viewings viewings;

    CandidateController(
            Viewings viewings,
            People people,
            Scorecards scorecards,
            CoachNotes notes,
            PracticePlans plans,
            CandidatePages pages,
            Cohorts cohorts,
            Pauses pauses,
            CurrentPerson currentPerson,
            Texts texts) {
        this.viewings = viewings;
        this.people = people;
        this.scorecards = scorecards;
        this.notes = notes;
        this.plans = plans;
        this.pages = pages;
        this.cohorts = cohorts;
        this.pauses = pauses;
        this.currentPerson = currentPerson;
        this.texts = texts;
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

    /** @param shared {@code yes}, or anything else to keep it private again */
    @PostMapping("/notes/{note}/share")
    ModelAndView share(
            @PathVariable String id, @PathVariable String note, @RequestParam(defaultValue = "") String shared) {
        Person coach = currentPerson.required();
        Person candidate = followed(coach, id);
        return answer(
                coach,
                candidate,
                Optional.empty(),
                "",
                notes.share(coach, candidate.id(), noteId(note), shared.equals("yes")));
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
                .map(candidate -> cohorts.seenBy(coach.id(), candidate))
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
        view.addObject("former", !cohorts.mayFollow(coach.id(), candidate.id()));
        view.addObject("reliability", pauses.seen(coach, candidate.id()));
        view.addObject("interviews", interviews);
        view.addObject("trend", new TrendSheet(Trend.of(interviews), texts));
        Optional<Scorecard> newest =
                interviews.stream().findFirst().flatMap(one -> scorecards.find(one.interview(), coach.id()));
        newest.ifPresent(card -> viewings.scorecard(card.interview(), coach.id(), card.candidate(), "candidate"));
        view.addObject("of", pages.of(coach, candidate).map(found -> new CandidateSheet(found, texts)));
        view.addObject("plan", newest.map(card -> plans.of(card, coach.id())));
        view.addObject("shared", shared(coach, candidate));
        view.addObject("notes", notes.of(coach, candidate.id()));
        view.addObject("form", form);
        return view;
    }

    private List<SharedNote> shared(Person coach, Person candidate) {
        List<CoachNote> beside = notes.sharedBeside(coach, candidate.id());
        Map<PersonId, String> authors =
                people.namesOf(beside.stream().map(CoachNote::author).distinct().toList()).stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
        return beside.stream()
                .map(note -> new SharedNote(note, authors.getOrDefault(note.author(), "")))
                .toList();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
