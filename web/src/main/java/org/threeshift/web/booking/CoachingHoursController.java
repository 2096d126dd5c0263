package org.threeshift.web.booking;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.hours.HoursEditor;
import org.threeshift.web.hours.HoursEditor.Answer;
import org.threeshift.web.hours.HoursForm;

/** The hours in which a coach can be booked, the same for all pages on which they take sessions. */
@Controller
@RequestMapping("/booking/hours")
final class CoachingHoursController {
    private final HoursEditor editor;
    private final CurrentPerson currentPerson;

    CoachingHoursController(HoursEditor editor, CurrentPerson currentPerson) {
        this.editor = editor;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView show() {
        return page(editor.shown(coach(), Purpose.COACHING), Optional.empty(), HttpStatus.OK)
                .addObject("guess", editor.guesses(coach(), Purpose.COACHING));
    }

    /** @param sent the form of {@code hours/editor.jte} */
    @PostMapping
    ModelAndView put(@RequestParam MultiValueMap<String, String> sent) {
        return switch (editor.sent(coach(), Purpose.COACHING, sent)) {
            case Answer.Saved(var _) -> new ModelAndView("redirect:/booking?done=hours");
            case Answer.Changed(var form) -> page(form, Optional.empty(), HttpStatus.OK);
            case Answer.Refused(var form) -> page(form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Overtaken(var form, var stands) ->
                page(form, Optional.of(stands), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static ModelAndView page(HoursForm form, Optional<HoursForm> stands, HttpStatus status) {
        return new ModelAndView("booking/openHours", Map.of("form", form, "stands", stands, "guess", false), status);
    }

    private Person coach() {
        Person person = currentPerson.required();
        if (person.role() != Role.COACH) {
            throw Asking.notThere();
        }
        return person;
    }
}
