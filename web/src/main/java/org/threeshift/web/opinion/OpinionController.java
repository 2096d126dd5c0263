package org.threeshift.web.opinion;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.opinion.BlindSheet;
import org.threeshift.core.opinion.Compared;
import org.threeshift.core.opinion.SecondOpinions;
import org.threeshift.core.opinion.SecondOpinions.Answer;
import org.threeshift.core.opinion.SecondOpinions.Outcome;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.page.Texts;

/** A second opinion: blind until it is locked, then beside what the interviewers gave. */
@Controller
@RequestMapping("/scorecards/{id}/opinion")
final class OpinionController {
    private final SecondOpinions opinions;
    private final People people;
    private final Viewings viewings;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    OpinionController(
            SecondOpinions opinions, People people, Viewings viewings, CurrentPerson currentPerson, Texts texts) {
        this.opinions = opinions;
        this.people = people;
        this.viewings = viewings;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String saved) {
        Person coach = currentPerson.required();
        return switch (ask(id, coach)) {
            case Answer.Blind(var sheet, var opinion, var candidate) -> {
                viewings.scorecard(sheet.interview(), coach.id(), candidate, "opinion");
                yield blind(sheet, OpinionForm.saved(sheet, opinion), !saved.isEmpty(), HttpStatus.OK);
            }
            case Answer.Both(var compared) -> both(compared, coach);
            case Answer.Interviewed(var interview) ->
                new ModelAndView("opinion/interviewed", "interview", interview.toString());
            case Answer.NotThere() -> throw missing();
        };
    }

    /** @param parameters a field a level, a judgement and so on; {@code lock} when it is to be locked */
    @PostMapping
    ModelAndView enter(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Person coach = currentPerson.required();
        if (!(ask(id, coach) instanceof Answer.Blind(var sheet, var _, var _))) {
            throw missing();
        }
        boolean lock = parameters.containsKey("lock");
        return switch (opinions.enter(sheet.interview(), coach, OpinionForm.read(sheet, parameters), lock)) {
            case Outcome.Saved() -> new ModelAndView("redirect:/scorecards/" + sheet.interview() + "/opinion?saved=1");
            case Outcome.Locked() -> new ModelAndView("redirect:/scorecards/" + sheet.interview() + "/opinion");
            case Outcome.Refused(var missing) ->
                blind(sheet, OpinionForm.refused(sheet, parameters, missing), false, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotThere() -> throw missing();
        };
    }

    private Answer ask(String id, Person coach) {
        return InterviewId.parse(id)
                .map(interview -> opinions.ask(interview, coach))
                .orElseGet(Answer.NotThere::new);
    }

    private static ModelAndView blind(BlindSheet sheet, OpinionForm form, boolean saved, HttpStatus status) {
        var view = new ModelAndView("opinion/blind", status);
        view.addObject("sheet", sheet);
        view.addObject("form", form);
        view.addObject("saved", saved);
        return view;
    }

    private ModelAndView both(Compared compared, Person coach) {
        var scorecard = compared.scorecard();
        viewings.scorecard(scorecard.interview(), coach.id(), scorecard.candidate(), "opinion");
        return new ModelAndView("opinion/both", "of", OpinionPage.of(compared, people, texts));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
