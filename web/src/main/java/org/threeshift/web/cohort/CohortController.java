package org.threeshift.web.cohort;

import static org.threeshift.web.cohort.CohortAnswers.after;
import static org.threeshift.web.cohort.CohortAnswers.cohort;
import static org.threeshift.web.cohort.CohortAnswers.deed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.coachnotes.CoachNotes;
import org.threeshift.core.cohort.Agreement;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Invited;
import org.threeshift.core.cohort.Refusal;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.following.Following;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.web.page.Texts;

/** The list of cohorts, and one of them as its coach sees it, or as its member does. */
@Controller
@RequestMapping("/cohorts")
final class CohortController {
    private final Cohorts cohorts;
    private final Coaching coaching;
    private final Following following;
    private final CoachNotes notes;
    private final EveningViews evenings;
    private final CurrentPerson currentPerson;
    private final Texts texts;

    CohortController(
            Cohorts cohorts,
            Coaching coaching,
            Following following,
            CoachNotes notes,
            EveningViews evenings,
            CurrentPerson currentPerson,
            Texts texts) {
        this.cohorts = cohorts;
        this.coaching = coaching;
        this.following = following;
        this.notes = notes;
        this.evenings = evenings;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        return list("", Optional.empty(), deed(done), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView open(@RequestParam(defaultValue = "") String name) {
        return after(
                coaching.open(currentPerson.required(), name),
                "/cohorts/{id}/members",
                "made",
                refusal -> list(name, Optional.of(refusal), "", HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Person person = currentPerson.required();
        CohortId cohort = cohort(id);
        String done = deed(parameters.getOrDefault("done", ""));
        var query = ProgressQuery.of(parameters);
        return following
                .progress(person, cohort, query.filter(), query.order(), query.reversed())
                .map(progress -> asCoach(progress, query, done))
                .or(() -> cohorts.find(cohort, person).map(invited -> asMember(invited, Optional.empty(), done)))
                .orElseThrow(CohortAnswers::notThere);
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
                CohortAnswers.IMPOSSIBLE);
    }

    @PostMapping("/{id}/leave")
    ModelAndView leave(@PathVariable String id) {
        return after(cohorts.leave(currentPerson.required(), cohort(id)), "/cohorts", "left", CohortAnswers.IMPOSSIBLE);
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

    private ModelAndView asCoach(Following.Progress progress, ProgressQuery query, String done) {
        var view = new ModelAndView("cohort/progress");
        view.addObject("of", new ProgressPage(progress, query, texts));
        view.addObject("done", done);
        return view;
    }

    private ModelAndView asMember(Invited invited, Optional<Refusal> refusal, String done) {
        var view =
                new ModelAndView("cohort/member", refusal.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("of", invited);
        view.addObject("shared", shared(currentPerson.required(), invited));
        view.addObject(
                "evenings",
                evenings.of(currentPerson.required().id()).stream()
                        .filter(asked ->
                                asked.evening().cohort().equals(invited.cohort().id()))
                        .toList());
        view.addObject(
                "agreement",
                invited.membership().agreed().isPresent()
                        ? Agreement.of(Math.max(1, invited.membership().agreed().getAsInt()))
                        : Agreement.current());
        view.addObject("error", refusal.map(Refusal::sentence).orElse(""));
        view.addObject("done", done);
        return view;
    }

    /** By the coaches of this cohort, and only for who is in it. */
    private List<SharedWithMe> shared(Person member, Invited invited) {
        if (!invited.membership().lasts()) {
            return List.of();
        }
        return notes.sharedWith(member).stream()
                .flatMap(note -> invited.coaches().stream()
                        .filter(coach -> coach.id().equals(note.author()))
                        .map(coach -> new SharedWithMe(note, coach.name())))
                .toList();
    }
}
