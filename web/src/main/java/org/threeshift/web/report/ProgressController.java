package org.threeshift.web.report;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Comparison;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.core.scorecard.TrapHistory;
import org.threeshift.core.scorecard.Trend;
import org.threeshift.web.page.Texts;

/** What one's own scorecards say together: the trend over all of them, and two of them side by side. */
@Controller
final class ProgressController {
    private final Scorecards scorecards;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    ProgressController(Scorecards scorecards, CurrentPerson currentPerson, Texts texts) {
        this.scorecards = scorecards;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping("/scorecards/trend")
    ModelAndView trend() {
        Person viewer = currentPerson.required();
        List<Standing> history = scorecards.history(viewer.id());
        var page = new ModelAndView("scorecard/trend", "trend", new TrendSheet(Trend.of(history), texts));
        page.addObject("traps", traps(history, viewer));
        return page;
    }

    private Optional<TrapHistory> traps(List<Standing> history, Person viewer) {
        return history.stream()
                .findFirst()
                .flatMap(latest -> scorecards.find(latest.interview(), viewer.id()))
                .map(latest -> scorecards.traps(latest, viewer.id()));
    }

    /** Without a choice, the two latest. */
    @GetMapping("/scorecards/compare")
    ModelAndView compare(@RequestParam(defaultValue = "") String one, @RequestParam(defaultValue = "") String other) {
        Person viewer = currentPerson.required();
        List<Standing> history = scorecards.history(viewer.id());
        if (one.isEmpty() && other.isEmpty()) {
            return history.size() < 2
                    ? page(history, Optional.empty(), "")
                    : page(
                            history,
                            Optional.of(Comparison.of(
                                    own(history.get(1).interview().toString(), viewer),
                                    own(history.getFirst().interview().toString(), viewer))),
                            "");
        }
        if (one.equals(other)) {
            own(one, viewer);
            ModelAndView page = page(history, Optional.empty(), texts.text("scorecard.compare.same"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return page(history, Optional.of(Comparison.of(own(one, viewer), own(other, viewer))), "");
    }

    private Scorecard own(String id, Person viewer) {
        return InterviewId.parse(id)
                .map(interview -> scorecards.ask(interview, viewer.id()))
                .filter(Answer.Ready.class::isInstance)
                .map(Answer.Ready.class::cast)
                .filter(Answer.Ready::own)
                .map(Answer.Ready::scorecard)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(List<Standing> history, Optional<Comparison> comparison, String problem) {
        var page = new ModelAndView("scorecard/compare", "history", history);
        page.addObject("comparison", comparison.map(two -> new ComparisonSheet(two, texts)));
        page.addObject("problem", problem);
        return page;
    }
}
