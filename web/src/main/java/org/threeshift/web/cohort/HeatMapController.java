package org.threeshift.web.cohort;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.following.HeatMap;
import org.threeshift.core.following.HeatMaps;
import org.threeshift.core.people.CurrentPerson;

/** Where in the bank a cohort's candidates are weak. */
@Controller
final class HeatMapController {
    private final HeatMaps heatMaps;
    private final CurrentPerson currentPerson;

    HeatMapController(HeatMaps heatMaps, CurrentPerson currentPerson) {
        this.heatMaps = heatMaps;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/cohorts/{id}/heat-map")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String page) {
        HeatMap.Of what = of.equals("traps") ? HeatMap.Of.TRAPS : HeatMap.Of.QUESTIONS;
        int wanted = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        return heatMaps.of(currentPerson.required(), CohortAnswers.cohort(id), what, wanted)
                .map(map -> new ModelAndView("cohort/heatMap", "of", new HeatMapPage(map)))
                .orElseThrow(CohortAnswers::notThere);
    }
}
