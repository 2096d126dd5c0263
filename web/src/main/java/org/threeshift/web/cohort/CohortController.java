package org.threeshift.web.cohort;

import static org.threeshift.web.cohort.CohortAnswers.after;
import static org.threeshift.web.cohort.CohortAnswers.cohort;
import static org.threeshift.web.cohort.CohortAnswers.deed;
import static org.threeshift.web.cohort.CohortAnswers.notThere;
import static org.threeshift.web.cohort.CohortAnswers.uuid;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Invited;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.cohort.Refusal;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;

/** The list of cohorts, and one of them as its coach sees it, or as its member does. */
@Controller
@RequestMapping("/cohorts")
final class CohortController {
    private final Cohorts cohorts;
    private final Coaching coaching;
    private final CohortLists lists;
    private final CurrentPerson currentPerson;

    CohortController(Cohorts cohorts, Coaching coaching, CohortLists lists, CurrentPerson currentPerson) {
        this.cohorts = cohorts;
        this.coaching = coaching;
        this.lists = lists;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        return list("", Optional.empty(), deed(done), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView open(@RequestParam(defaultValue = "") String name) {
        return after(
                coaching.open(currentPerson.required(), name),
                "/cohorts/{id}",
                "made",
                refusal -> list(name, Optional.of(refusal), "", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        Person person = currentPerson.required();
        CohortId cohort = cohort(id);
        return coaching.find(cohort, person)
                .map(page -> asCoach(page, "", Optional.empty(), deed(done), HttpStatus.OK))
                .or(() -> cohorts.find(cohort, person).map(invited -> asMember(invited, Optional.empty(), deed(done))))
                .orElseThrow(CohortAnswers::notThere);
    }

    @PostMapping("/{id}/invitations")
    ModelAndView ask(@PathVariable String id, @RequestParam(defaultValue = "") String email) {
        Person person = currentPerson.required();
        return after(
                coaching.ask(person, cohort(id), email, About.NOTHING),
                "/cohorts/{id}",
                "asked",
                refusal -> asCoach(
                        coaching.find(cohort(id), person).orElseThrow(CohortAnswers::notThere),
                        email,
                        Optional.of(refusal),
                        "",
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/{id}/invitations/{membership}/again")
    ModelAndView again(@PathVariable String id, @PathVariable String membership) {
        return after(
                coaching.remind(currentPerson.required(), cohort(id), uuid(membership)),
                "/cohorts/{id}",
                "again",
                CohortController::impossible);
    }

    @PostMapping("/{id}/invitations/{membership}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @PathVariable String membership) {
        return after(
                coaching.withdraw(currentPerson.required(), cohort(id), uuid(membership)),
                "/cohorts/{id}",
                "withdrawn",
                CohortController::impossible);
    }

    @PostMapping("/{id}/members/{membership}/take-out")
    ModelAndView takeOut(@PathVariable String id, @PathVariable String membership) {
        return after(
                coaching.takeOut(currentPerson.required(), cohort(id), uuid(membership)),
                "/cohorts/{id}",
                "taken-out",
                CohortController::impossible);
    }

    /** @param version of the text that was read */
    @PostMapping("/{id}/join")
    ModelAndView join(@PathVariable String id, @RequestParam(defaultValue = "0") String version) {
        Person person = currentPerson.required();
        int read = version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
        return after(
                cohorts.join(person, cohort(id), read),
                "/cohorts/{id}",
                "joined",
                refusal -> asMember(
                        cohorts.find(cohort(id), person).orElseThrow(CohortAnswers::notThere),
                        Optional.of(refusal),
                        ""));
    }

    @PostMapping("/{id}/decline")
    ModelAndView decline(@PathVariable String id) {
        return after(
                cohorts.decline(currentPerson.required(), cohort(id)),
                "/cohorts",
                "declined",
                CohortController::impossible);
    }

    @PostMapping("/{id}/leave")
    ModelAndView leave(@PathVariable String id) {
        return after(
                cohorts.leave(currentPerson.required(), cohort(id)), "/cohorts", "left", CohortController::impossible);
    }

    private ModelAndView list(String name, Optional<Refusal> refusal, String done, HttpStatus status) {
        Person person = currentPerson.required();
        boolean coach = person.role() == Role.COACH;
        var view = new ModelAndView("cohort/cohorts", status);
        view.addObject("coach", coach);
        view.addObject("coached", coach ? cohorts.of(person.id()) : List.of());
        view.addObject("archived", coach ? cohorts.archivedOf(person.id()) : List.of());
        view.addObject("invitations", cohorts.invitations(person));
        view.addObject("memberships", cohorts.memberships(person));
        view.addObject("name", name);
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }

    private ModelAndView asCoach(
            CohortPage page, String email, Optional<Refusal> refusal, String done, HttpStatus status) {
        var view = new ModelAndView("cohort/cohort", status);
        CohortLists.Rows rows = lists.rows(page, currentPerson.required());
        view.addObject("of", page);
        view.addObject("members", rows.members());
        view.addObject("former", rows.former());
        view.addObject("email", email);
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }

    private static ModelAndView asMember(Invited invited, Optional<Refusal> refusal, String done) {
        var view =
                new ModelAndView("cohort/member", refusal.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("of", invited);
        view.addObject(
                "agreement",
                invited.membership().agreed().isPresent()
                        ? Agreement.of(Math.max(1, invited.membership().agreed().getAsInt()))
                        : Agreement.current());
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }

    /** Where a button was pressed that the page does not show: somebody else was quicker, or the request was made by hand. */
    private static ModelAndView impossible(Refusal refusal) {
        throw notThere();
    }
}
