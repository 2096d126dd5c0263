package org.threeshift.web.practice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.pairs.Draws;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.practice.NextDraw;
import org.threeshift.core.practice.Practice;
import org.threeshift.core.practice.Practice.Said;
import org.threeshift.core.practice.WishProblem;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.web.hours.HoursEditor;
import org.threeshift.web.hours.HoursEditor.Answer;
import org.threeshift.web.hours.HoursForm;

/** What somebody practises for, how often, and when they can. */
@Controller
@RequestMapping("/practice")
final class PracticeController {
    private static final Set<String> SAVED = Set.of("wish", "hours", "next");

    private final Practice practice;
    private final OpenHours hours;
    private final Commitments commitments;
    private final HoursEditor editor;
    private final Draws draws;
    private final CurrentPerson currentPerson;

    PracticeController(
            Practice practice,
            OpenHours hours,
            Commitments commitments,
            HoursEditor editor,
            Draws draws,
            CurrentPerson currentPerson) {
        this.practice = practice;
        this.hours = hours;
        this.commitments = commitments;
        this.editor = editor;
        this.draws = draws;
        this.currentPerson = currentPerson;
    }

    /** @param saved what was saved just now */
    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String saved) {
        Person person = currentPerson.required();
        return page(person, Said.of(practice.of(person)), List.of(), SAVED.contains(saved) ? saved : "");
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String targetRole,
            @RequestParam(defaultValue = "") String seniority,
            @RequestParam(defaultValue = "") List<String> language,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String pace,
            @RequestParam(defaultValue = "") String scoresUsed) {
        Person person = currentPerson.required();
        var said = new Said(targetRole, seniority, language, minutes, pace, scoresUsed.equals("true"));
        return switch (practice.change(person, said)) {
            case Practice.Outcome.Done(var _) ->
                new ModelAndView(
                        hours.find(person.id(), Purpose.PRACTICE).isPresent()
                                ? "redirect:/practice?saved=wish"
                                : "redirect:/practice/hours?saved=wish");
            case Practice.Outcome.Refused(var problems) -> page(person, said, problems, "");
        };
    }

    /** @param next about the next draw alone: IN, OUT, or anything else for as the pace says */
    @PostMapping("/next")
    ModelAndView next(@RequestParam(defaultValue = "") String next) {
        practice.choose(currentPerson.required(), NextDraw.of(next));
        return new ModelAndView("redirect:/practice?saved=next");
    }

    @GetMapping("/hours")
    ModelAndView hours(@RequestParam(defaultValue = "") String saved) {
        Person person = currentPerson.required();
        return hours(editor.shown(person, Purpose.PRACTICE), SAVED.contains(saved) ? saved : "", HttpStatus.OK);
    }

    /** @param sent the form of {@code hours/editor.jte} */
    @PostMapping("/hours")
    ModelAndView putHours(@RequestParam MultiValueMap<String, String> sent) {
        return switch (editor.sent(currentPerson.required(), Purpose.PRACTICE, sent)) {
            case Answer.Saved(var _) -> new ModelAndView("redirect:/practice?saved=hours");
            case Answer.Changed(var form) -> hours(form, "", HttpStatus.OK);
            case Answer.Refused(var form) -> hours(form, "", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView hours(HoursForm form, String saved, HttpStatus status) {
        return new ModelAndView("practice/hours", Map.of("form", form, "saved", saved), status);
    }

    private ModelAndView page(Person person, Said said, List<WishProblem> problems, String saved) {
        var view = new ModelAndView(
                "practice/practice", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("wish", practice.find(person.id()));
        view.addObject("hours", hours.find(person.id(), Purpose.PRACTICE).map(Week::of));
        view.addObject("reliability", commitments.of(person.id()));
        view.addObject("form", new WishForm(said, problems));
        view.addObject("saved", saved);
        view.addObject("draw", draws.next());
        return view;
    }
}
