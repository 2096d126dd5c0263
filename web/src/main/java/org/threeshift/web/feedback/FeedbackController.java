package org.threeshift.web.feedback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.feedback.FeedbackCards;
import org.threeshift.core.feedback.FeedbackCards.Due;
import org.threeshift.core.feedback.FeedbackCards.Said;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.Relations;
import org.threeshift.web.page.Texts;

/** The reverse shift card: what a candidate gives for one interview, and what an interviewer reads of all of them. */
@Controller
final class FeedbackController {
    private final FeedbackCards cards;
    private final People people;
    private final Relations relations;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    FeedbackController(
            FeedbackCards cards, People people, Relations relations, CurrentPerson currentPerson, Texts texts) {
        this.cards = cards;
        this.people = people;
        this.relations = relations;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/feedback")
    ModelAndView own() {
        return new ModelAndView(
                "feedback/own", "feedback", cards.about(currentPerson.required().id()));
    }

    @GetMapping("/scorecards/{id}/feedback")
    ModelAndView open(@PathVariable String id, @RequestParam(defaultValue = "false") String saved) {
        return page(id, FeedbackForm.saved(due(id)), saved.equals("true") ? "saved" : "", HttpStatus.OK);
    }

    /** All that was entered, or nothing and 422 with everything as it was entered. */
    @PostMapping("/scorecards/{id}/feedback")
    ModelAndView give(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        FeedbackForm form = FeedbackForm.typed(due(id), parameters);
        if (!form.errors().isEmpty() || form.empty()) {
            return page(id, form, form.empty() ? "nothing" : "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        boolean allSaved = true;
        for (int card : form.given()) {
            allSaved &= switch (give(id, form, card)) {
                case Said.Saved _ -> true;
                // Somebody else's answer completed a group a moment ago: then the card before stands.
                case Said.Stands(), Said.TooLong() -> false;
                case Said.NotYours() -> throw notThere();
            };
        }
        return allSaved
                ? new ModelAndView("redirect:/scorecards/" + id + "/feedback?saved=true")
                : page(id, FeedbackForm.saved(due(id)), "stands", HttpStatus.CONFLICT);
    }

    private Said give(String id, FeedbackForm form, int card) {
        return cards.give(
                interview(id),
                currentPerson.required().id(),
                form.dues().get(card).interviewer(),
                form.levels(card),
                form.value(FeedbackForm.sentenceField(card)));
    }

    private ModelAndView page(String id, FeedbackForm form, String said, HttpStatus status) {
        var page = new ModelAndView("feedback/give", status);
        page.addObject("interview", id);
        page.addObject("form", form);
        page.addObject(
                "partners", relations.of(currentPerson.required(), interview(id).value()));
        page.addObject("said", said);
        page.addObject("names", names(form));
        return page;
    }

    private Map<PersonId, String> names(FeedbackForm form) {
        Map<PersonId, String> known = people
                .namesOf(form.dues().stream().map(Due::interviewer).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        return form.dues().stream()
                .collect(Collectors.toMap(
                        Due::interviewer,
                        due -> known.getOrDefault(due.interviewer(), texts.text("scorecard.somebody"))));
    }

    /** Nobody but the candidate of a published interview has any. */
    private List<Due> due(String id) {
        List<Due> due = cards.due(interview(id), currentPerson.required().id());
        if (due.isEmpty()) {
            throw notThere();
        }
        return due;
    }

    private static InterviewId interview(String id) {
        return InterviewId.parse(id).orElseThrow(FeedbackController::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
