package org.threeshift.web.practice;

import java.util.List;
import java.util.Map;
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
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.relations.MemberReport;
import org.threeshift.core.relations.MemberReports;
import org.threeshift.core.relations.MemberReports.Decision;
import org.threeshift.core.relations.MemberReports.Outcome;
import org.threeshift.web.security.Sessions;

/** What members reported, for admins: reading it, doing something about it, and noting what. */
@Controller
@RequestMapping("/reports")
final class ReportsController {
    private final MemberReports reports;
    private final Sessions sessions;
    private final CurrentPerson currentPerson;

    ReportsController(MemberReports reports, Sessions sessions, CurrentPerson currentPerson) {
        this.reports = reports;
        this.sessions = sessions;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        Person admin = currentPerson.required();
        return new ModelAndView(
                "practice/reports",
                Map.of(
                        "waiting",
                        reports.waiting(admin).orElseThrow(ReportsController::notThere),
                        "handled",
                        reports.handled(admin).orElseThrow(ReportsController::notThere),
                        "done",
                        done.equals("handled")));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id) {
        return page(id, new DecisionForm(new Decision("", "14", ""), List.of()), HttpStatus.OK);
    }

    /** Whoever is suspended is signed out everywhere at once. */
    @PostMapping("/{id}")
    ModelAndView handle(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String note) {
        var typed = new Decision(end, days, note);
        return switch (reports.handle(currentPerson.required(), uuid(id), typed)) {
            case Outcome.Done(var _, var suspended) -> {
                suspended.ifPresent(sessions::endAll);
                yield new ModelAndView("redirect:/reports?done=handled");
            }
            case Outcome.Refused(var problems) ->
                page(id, new DecisionForm(typed, problems), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotThere() -> throw notThere();
        };
    }

    private ModelAndView page(String id, DecisionForm form, HttpStatus status) {
        MemberReport report = reports.find(currentPerson.required(), uuid(id)).orElseThrow(ReportsController::notThere);
        return new ModelAndView("practice/report", Map.of("report", report, "form", form), status);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
