package org.threeshift.web.practice;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.core.relations.MemberReports.Outcome;
import org.threeshift.core.relations.Partner;
import org.threeshift.core.relations.Readers;
import org.threeshift.core.relations.Relations;

/** Whom somebody practised with, and what they say of them: favourite, never again, a word to the admins. */
@Controller
@RequestMapping("/practice/people")
final class PartnersController {
    private static final Set<String> DONE = Set.of("favoured", "unfavoured", "blocked", "unblocked", "reported");

    private final Relations relations;
    private final MemberReports reports;
    private final CurrentPerson currentPerson;

    PartnersController(Relations relations, MemberReports reports, CurrentPerson currentPerson) {
        this.relations = relations;
        this.reports = reports;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "0") String page) {
        Relations.Page found = relations.partners(currentPerson.required(), number(page));
        return new ModelAndView("practice/people", Map.of("found", found));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        return page(partner(id), ReportForm.BLANK, DONE.contains(done) ? done : "", HttpStatus.OK);
    }

    @PostMapping("/{id}/favourite")
    ModelAndView favour(@PathVariable String id) {
        return after(relations.favour(currentPerson.required(), person(id)), id, "favoured");
    }

    @PostMapping("/{id}/favourite/remove")
    ModelAndView unfavour(@PathVariable String id) {
        return after(relations.unfavour(currentPerson.required(), person(id)), id, "unfavoured");
    }

    @PostMapping("/{id}/block")
    ModelAndView block(@PathVariable String id) {
        return after(relations.block(currentPerson.required(), person(id)), id, "blocked");
    }

    @PostMapping("/{id}/block/remove")
    ModelAndView unblock(@PathVariable String id) {
        return after(relations.unblock(currentPerson.required(), person(id)), id, "unblocked");
    }

    /** @param block whether they want never to meet them again, too */
    @PostMapping("/{id}/report")
    ModelAndView report(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String block) {
        Person person = currentPerson.required();
        return switch (reports.report(person, person(id), kind, words)) {
            case Outcome.Done(var _, var _) -> {
                if (block.equals("true")) {
                    relations.block(person, person(id));
                }
                yield after(true, id, "reported");
            }
            case Outcome.Refused(var problems) ->
                page(
                        partner(id),
                        new ReportForm(kind, words, block.equals("true"), problems),
                        "",
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotThere() -> throw notThere();
        };
    }

    private ModelAndView page(Partner partner, ReportForm form, String done, HttpStatus status) {
        Readers readers =
                reports.readers(currentPerson.required(), partner.person().id());
        return new ModelAndView(
                "practice/partner", Map.of("partner", partner, "form", form, "done", done, "readers", readers), status);
    }

    private static ModelAndView after(boolean met, String id, String done) {
        if (!met) {
            throw notThere();
        }
        return new ModelAndView("redirect:/practice/people/%s?done=%s".formatted(person(id), done));
    }

    private Partner partner(String id) {
        return relations.partner(currentPerson.required(), person(id)).orElseThrow(PartnersController::notThere);
    }

    private static PersonId person(String id) {
        return PersonId.parse(id).orElseThrow(PartnersController::notThere);
    }

    private static int number(String page) {
        try {
            return Math.max(0, Integer.parseInt(page));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
