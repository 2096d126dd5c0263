package org.threeshift.web.evening;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.evening.EveningAnswer;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.evening.Evenings;
import org.threeshift.core.people.CurrentPerson;

/** The practice evenings of a cohort, for its coaches: what there is, and a new one. */
@Controller
@RequestMapping("/cohorts/{id}/evenings")
final class CohortEveningsController {
    private final Coaching coaching;
    private final Evenings evenings;
    private final EveningViews views;
    private final EveningRounds rounds;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    CohortEveningsController(
            Coaching coaching,
            Evenings evenings,
            EveningViews views,
            EveningRounds rounds,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.coaching = coaching;
        this.evenings = evenings;
        this.views = views;
        this.rounds = rounds;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    @GetMapping
    ModelAndView list(@PathVariable String id) {
        var view = new ModelAndView("evening/list");
        view.addObject("of", cohort(id));
        view.addObject(
                "evenings",
                EveningList.of(views.of(cohortId(id), currentPerson.required()).orElse(List.of()), time.instant()));
        return view;
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String id) {
        CohortPage cohort = open(id);
        return page(
                cohort,
                EveningForm.blank(
                        rounds.usual(),
                        cohort.cohort().members().stream()
                                .map(member -> member.id().toString())
                                .toList()));
    }

    @PostMapping
    ModelAndView plan(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
        EveningForm form = EveningForm.typed(fields);
        return switch (evenings.plan(currentPerson.required(), cohortId(id), form.draft())) {
            case EveningAnswer.Done(var evening) -> new ModelAndView("redirect:/evenings/" + evening + "?done=asked");
            case EveningAnswer.Refused(var problems) -> page(open(id), form.with(problems));
            case EveningAnswer.NotThere() -> throw missing();
        };
    }

    private ModelAndView page(CohortPage cohort, EveningForm form) {
        var view = new ModelAndView(
                "evening/form", form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("form", form);
        view.addObject("zone", currentPerson.required().zone());
        view.addObject("heading", "evening.new");
        view.addObject("back", "/cohorts/" + cohort.cohort().id() + "/evenings");
        view.addObject("action", "/cohorts/" + cohort.cohort().id() + "/evenings");
        view.addObject("rounds", rounds.all());
        view.addObject("members", cohort.cohort().members());
        view.addObject("asksReason", false);
        view.addObject("needsReason", false);
        return view;
    }

    private CohortPage cohort(String id) {
        return coaching.find(cohortId(id), currentPerson.required()).orElseThrow(CohortEveningsController::missing);
    }

    private CohortPage open(String id) {
        CohortPage page = cohort(id);
        if (page.cohort().archived()) {
            throw missing();
        }
        return page;
    }

    private static CohortId cohortId(String id) {
        try {
            return new CohortId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
