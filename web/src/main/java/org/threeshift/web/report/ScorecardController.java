package org.threeshift.web.report;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.Note;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.web.host.NextStep;

/** The scorecard of an interview, and the lists that lead to it. */
@Controller
final class ScorecardController {
    private final Scorecards scorecards;
    private final Sheets sheets;
    private final CandidateNotes notes;
    private final CurrentPerson currentPerson;

    ScorecardController(Scorecards scorecards, Sheets sheets, CandidateNotes notes, CurrentPerson currentPerson) {
        this.scorecards = scorecards;
        this.sheets = sheets;
        this.notes = notes;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/scorecards")
    ModelAndView list() {
        return new ModelAndView("scorecard/list", "lists", sheets.lists(currentPerson.required()));
    }

    @GetMapping("/scorecards/{id}")
    ModelAndView show(@PathVariable String id) {
        Person viewer = currentPerson.required();
        return InterviewId.parse(id)
                .map(interview -> scorecards.ask(interview, viewer.id()))
                .map(answer -> switch (answer) {
                    case Answer.Ready ready -> scorecard(sheets.sheet(ready, viewer), viewer);
                    case Answer.NotYet wait -> waiting(wait);
                    case Answer.NotThere() -> throw missing();
                })
                .orElseThrow(ScorecardController::missing);
    }

    private ModelAndView scorecard(ScorecardSheet sheet, Person viewer) {
        var page = new ModelAndView("scorecard/scorecard", "sheet", sheet);
        page.addObject(
                "note",
                notes.of(sheet.card().interview(), viewer.id()).map(Note::text).orElse(""));
        return page;
    }

    private static ModelAndView waiting(Answer.NotYet wait) {
        var view = new ModelAndView("scorecard/waiting", HttpStatus.OK);
        view.addObject("wait", wait);
        view.addObject("next", NextStep.of(wait.interview(), wait.phase(), wait.seat()));
        return view;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
