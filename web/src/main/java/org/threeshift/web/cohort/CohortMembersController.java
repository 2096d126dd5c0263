package org.threeshift.web.cohort;

import static org.threeshift.web.cohort.CohortAnswers.after;
import static org.threeshift.web.cohort.CohortAnswers.cohort;
import static org.threeshift.web.cohort.CohortAnswers.deed;
import static org.threeshift.web.cohort.CohortAnswers.uuid;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Membership.About;
import org.threeshift.core.cohort.Outcome;
import org.threeshift.core.cohort.Refusal;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;

/** Who is in a cohort, who was asked, who was in it: for its coaches. */
@Controller
@RequestMapping("/cohorts/{id}")
final class CohortMembersController {
    private static final String PAGE = "/cohorts/{id}/members";

    private final Coaching coaching;
    private final CohortLists lists;
    private final CurrentPerson currentPerson;

    CohortMembersController(Coaching coaching, CohortLists lists, CurrentPerson currentPerson) {
        this.coaching = coaching;
        this.lists = lists;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/members")
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(name = "page", defaultValue = "") String number) {
        int wanted = number.matches("[1-9]\\d{0,4}") ? Integer.parseInt(number) : 1;
        return coaching.find(cohort(id), currentPerson.required())
                .map(page -> page(page, wanted, "", Optional.empty(), deed(done), HttpStatus.OK))
                .orElseThrow(CohortAnswers::notThere);
    }

    @PostMapping("/invitations")
    ModelAndView ask(@PathVariable String id, @RequestParam(defaultValue = "") String email) {
        Person person = currentPerson.required();
        return after(
                coaching.ask(person, cohort(id), email, About.NOTHING),
                PAGE,
                "asked",
                refusal -> page(
                        coaching.find(cohort(id), person).orElseThrow(CohortAnswers::notThere),
                        1,
                        email,
                        Optional.of(refusal),
                        "",
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/invitations/{membership}/again")
    ModelAndView again(@PathVariable String id, @PathVariable String membership) {
        return done(coaching::remind, id, membership, "again");
    }

    @PostMapping("/invitations/{membership}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @PathVariable String membership) {
        return done(coaching::withdraw, id, membership, "withdrawn");
    }

    @PostMapping("/members/{membership}/take-out")
    ModelAndView takeOut(@PathVariable String id, @PathVariable String membership) {
        return done(coaching::takeOut, id, membership, "taken-out");
    }

    private interface Deed {
        Outcome of(Person coach, CohortId cohort, UUID membership);
    }

    private ModelAndView done(Deed deed, String id, String membership, String done) {
        return after(
                deed.of(currentPerson.required(), cohort(id), uuid(membership)), PAGE, done, CohortAnswers.IMPOSSIBLE);
    }

    private ModelAndView page(
            CohortPage page, int wanted, String email, Optional<Refusal> refusal, String done, HttpStatus status) {
        var view = new ModelAndView("cohort/members", status);
        CohortLists.Rows rows = lists.rows(page, currentPerson.required(), wanted);
        view.addObject("of", page);
        view.addObject("members", rows.members());
        view.addObject("former", rows.former());
        view.addObject("at", rows.page());
        view.addObject("pages", rows.pages());
        view.addObject("email", email);
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }
}
