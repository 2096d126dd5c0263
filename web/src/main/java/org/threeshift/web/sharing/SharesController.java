package org.threeshift.web.sharing;

import java.time.Instant;
import java.time.InstantSource;
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
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.core.sharing.ShareId;
import org.threeshift.core.sharing.Sharing;
import org.threeshift.web.report.Keeping.ShareLine;

/** All links by which somebody shares scorecards. */
@Controller
final class SharesController {
    private final Sharing sharing;
    private final Scorecards scorecards;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    SharesController(Sharing sharing, Scorecards scorecards, CurrentPerson currentPerson, InstantSource time) {
        this.sharing = sharing;
        this.scorecards = scorecards;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    @GetMapping("/account/shares")
    ModelAndView list(@RequestParam(defaultValue = "") String ended) {
        Person person = currentPerson.required();
        Instant now = time.instant();
        List<ShareLine> lines = sharing.of(person.id()).stream()
                .map(share -> new ShareLine(share, share.live(now)))
                .toList();
        Map<InterviewId, String> titles = scorecards.everything(person.id()).stream()
                .collect(Collectors.toMap(Standing::interview, Standing::roundTitle));
        var view = new ModelAndView("sharing/shares", "lines", lines);
        view.addObject("titles", titles);
        view.addObject("ended", !ended.isEmpty());
        return view;
    }

    /** @param interview whose scorecard to come back to; empty for the list */
    @PostMapping("/account/shares/{share}/revoke")
    ModelAndView revoke(@PathVariable String share, @RequestParam(defaultValue = "") String interview) {
        Person person = currentPerson.required();
        boolean revoked = ShareId.parse(share)
                .filter(id -> sharing.revoke(id, person.id()))
                .isPresent();
        if (!revoked) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView(InterviewId.parse(interview)
                .map(id -> "redirect:/scorecards/" + id + "#share")
                .orElse("redirect:/account/shares?ended=1"));
    }
}
