package org.threeshift.web.report;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Interviews;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.notes.CandidateNotes;
import org.threeshift.core.notes.Note;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.scorecard.PracticePlans;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.core.sharing.Sharing.Made;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.host.NextStep;
import org.threeshift.web.page.Texts;

/** The scorecard of an interview, and the lists that lead to it. */
@Controller
final class ScorecardController {
    private final Scorecards scorecards;
    private final Sheets sheets;
    private final Keepings keepings;
    private final Sharing sharing;
    private final PracticePlans plans;
    private final CandidateNotes notes;
    private final Interviews interviews;
    private final Relations relations;
    private final Viewings viewings;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    ScorecardController(
            Scorecards scorecards,
            Sheets sheets,
            Keepings keepings,
            Sharing sharing,
            PracticePlans plans,
            CandidateNotes notes,
            Interviews interviews,
            Relations relations,
            Viewings viewings,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts) {
        this.scorecards = scorecards;
        this.sheets = sheets;
        this.keepings = keepings;
        this.sharing = sharing;
        this.plans = plans;
        this.notes = notes;
        this.interviews = interviews;
        this.relations = relations;
        this.viewings = viewings;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.time = time;
        this.texts = texts;
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
                    case Answer.Ready ready -> scorecard(ready, viewer, "");
                    case Answer.NotYet wait -> waiting(wait);
                    case Answer.NotThere() -> throw missing();
                })
                .orElseThrow(ScorecardController::missing);
    }

    /** The candidate confirms a sentence that was worded in their absence. */
    @PostMapping("/scorecards/{id}/sentence")
    ModelAndView confirm(@PathVariable String id, @RequestParam(defaultValue = "") String wording) {
        Person viewer = currentPerson.required();
        Answer.Ready ready = own(id, viewer);
        int number = wording.matches("\\d{1,6}") ? Integer.parseInt(wording) : 0;
        var by = new Command.By(viewer.id(), time.instant());
        var confirmation = new Sent(ids.next(), by, new Command.ConfirmSentence(number));
        return switch (interviews.send(ready.scorecard().interview(), confirmation)) {
            case Outcome.Done _ -> new ModelAndView("redirect:/scorecards/" + id + "#sentence");
            case Outcome.Refused(var refusal) -> {
                ModelAndView page = scorecard(ready, viewer, refusal.sentence());
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    /** The candidate makes a link. Its address is shown in the answer itself: a redirect would have to keep the secret somewhere. */
    @PostMapping("/scorecards/{id}/shares")
    ModelAndView share(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String naming,
            @RequestParam(defaultValue = "") String days) {
        Person viewer = currentPerson.required();
        Answer.Ready ready = own(id, viewer);
        var form = new ShareForm(label, part, naming, days, List.of());
        return switch (sharing.share(ready.scorecard().interview(), viewer.id(), form.wish())) {
            case Made.Done(var _, var token) ->
                page(
                        ready,
                        viewer,
                        "",
                        keepings.withLink(ready, viewer, "/shared/" + token.text()),
                        HttpStatus.CREATED);
            case Made.Refused(var problems) ->
                page(
                        ready,
                        viewer,
                        "",
                        keepings.refused(ready, viewer, form.refused(problems)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Made.NotThere() -> throw missing();
        };
    }

    /** The candidate lets the interviewers see the results, or keeps them. */
    @PostMapping("/scorecards/{id}/results")
    ModelAndView results(@PathVariable String id, @RequestParam(defaultValue = "") String see) {
        Person viewer = currentPerson.required();
        Answer.Ready ready = own(id, viewer);
        if (!see.equals("yes") && !see.equals("no")) {
            return unprocessable(ready, viewer, "scorecard.results.unclear");
        }
        scorecards.letInterviewersSee(ready.scorecard().interview(), viewer.id(), see.equals("yes"));
        return new ModelAndView("redirect:/scorecards/" + id + "#results");
    }

    /** The candidate ticks off what their plan asked for, or takes it back. */
    @PostMapping("/scorecards/{id}/plan")
    ModelAndView tick(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String done) {
        Person viewer = currentPerson.required();
        Answer.Ready ready = own(id, viewer);
        if (!done.equals("yes") && !done.equals("no")) {
            return unprocessable(ready, viewer, "scorecard.plan.unclear");
        }
        return switch (plans.tick(ready.scorecard().interview(), viewer.id(), item, done.equals("yes"))) {
            case DONE -> new ModelAndView("redirect:/scorecards/" + id + "#practice");
            case NO_SUCH_ITEM -> unprocessable(ready, viewer, "scorecard.plan.changed");
            case NOT_THERE -> throw missing();
        };
    }

    private ModelAndView unprocessable(Answer.Ready ready, Person viewer, String key) {
        return page(ready, viewer, texts.text(key), keepings.of(ready, viewer), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Answer.Ready own(String id, Person viewer) {
        return InterviewId.parse(id)
                .map(interview -> scorecards.ask(interview, viewer.id()))
                .filter(Answer.Ready.class::isInstance)
                .map(Answer.Ready.class::cast)
                .filter(Answer.Ready::own)
                .orElseThrow(ScorecardController::missing);
    }

    /** @param problem a sentence about what the reader wanted last and did not get; empty otherwise */
    private ModelAndView scorecard(Answer.Ready ready, Person viewer, String problem) {
        return page(ready, viewer, problem, keepings.of(ready, viewer), HttpStatus.OK);
    }

    private ModelAndView page(
            Answer.Ready ready, Person viewer, String problem, Optional<Keeping> keeping, HttpStatus status) {
        if (!ready.own()) {
            Scorecard seen = ready.scorecard();
            viewings.scorecard(seen.interview(), viewer.id(), seen.candidate(), "page");
        }
        ScorecardSheet sheet = sheets.sheet(ready, viewer);
        var page = new ModelAndView("scorecard/scorecard", status);
        page.addObject("sheet", sheet);
        page.addObject("keeping", keeping);
        page.addObject("beside", sheets.beside(ready, viewer));
        page.addObject(
                "note",
                notes.of(sheet.card().interview(), viewer.id()).map(Note::text).orElse(""));
        page.addObject("partners", relations.of(viewer, sheet.card().interview().value()));
        page.addObject("problem", problem);
        return page;
    }

    /** Of what did not take place nothing ever comes: its own page says why. */
    private static ModelAndView waiting(Answer.NotYet wait) {
        if (wait.phase() == Phase.CANCELLED) {
            return new ModelAndView("redirect:/interviews/" + wait.interview());
        }
        var view = new ModelAndView("scorecard/waiting", HttpStatus.OK);
        view.addObject("wait", wait);
        view.addObject("next", NextStep.of(wait.interview(), wait.phase(), wait.seat()));
        return view;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
