package org.threeshift.web.evening;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.calendar.Times;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.evening.Evening;
import org.threeshift.core.evening.EveningAnswer;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.EveningInvites;
import org.threeshift.core.evening.EveningView;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.evening.Evenings;
import org.threeshift.core.evening.Guest;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.web.calendar.CalendarFiles;

/** One practice evening: for a coach of its cohort as a whole, for whoever was asked their own part. */
@Controller
@RequestMapping("/evenings/{id}")
final class EveningController {
    /** What a page can say to a coach was done. */
    private static final Set<String> DONE = Set.of(
            "asked", "planned", "anew", "away", "here", "off", "called-off", "changed", "asked-again", "begun", "over");

    private final Evenings evenings;
    private final EveningViews views;
    private final EveningInvites invites;
    private final Coaching coaching;
    private final EveningRounds rounds;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    EveningController(
            Evenings evenings,
            EveningViews views,
            EveningInvites invites,
            Coaching coaching,
            EveningRounds rounds,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.evenings = evenings;
        this.views = views;
        this.invites = invites;
        this.coaching = coaching;
        this.rounds = rounds;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /**
     * @param done what was done just now, or empty
     * @param who  with whom, or empty
     */
    @GetMapping
    ModelAndView show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String who) {
        EveningView view = view(id);
        String known = view.coaching()
                ? Optional.of(done).filter(DONE::contains).orElse("")
                : OwnAnswer.of(view, done, time.instant());
        boolean there = view.guests().stream()
                .anyMatch(guest -> guest.person().toString().equals(who));
        ModelAndView page = page(view, "", EveningForm.blank(List.of(), List.of()));
        page.addObject("done", known);
        page.addObject("who", there && !known.isEmpty() ? who : "");
        return page;
    }

    /** @param times {@code utc}, or {@code zone} for the wall clock of the zone in which it was agreed */
    @GetMapping("/invitation.ics")
    ResponseEntity<byte[]> invitation(@PathVariable String id, @RequestParam(defaultValue = "zone") String times) {
        Times form = Times.of(times).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        return CalendarFiles.invitation(EveningId.parse(id)
                .flatMap(evening -> invites.file(currentPerson.required(), evening, form))
                .orElseThrow(EveningController::missing));
    }

    /** @param answer {@code yes} or {@code no} */
    @PostMapping("/answer")
    ModelAndView answer(@PathVariable String id, @RequestParam(defaultValue = "") String answer) {
        EveningView view = view(id);
        if (!answer.equals("yes") && !answer.equals("no")) {
            return answered(view, new EveningAnswer.NotThere());
        }
        return answered(
                view,
                evenings.answer(currentPerson.required(), view.evening().id(), answer.equals("yes")),
                "?done=" + answer);
    }

    @PostMapping("/plan")
    ModelAndView publish(@PathVariable String id) {
        EveningView view = coached(id);
        boolean first = view.evening().state() == Evening.State.ASKING;
        return answered(
                view,
                evenings.publish(currentPerson.required(), view.evening().id()),
                first ? "?done=planned" : "?done=anew");
    }

    /** @param mark {@code away}, {@code here}, or {@code off} the list */
    @PostMapping("/guests/{person}")
    ModelAndView mark(
            @PathVariable String id, @PathVariable String person, @RequestParam(defaultValue = "") String mark) {
        EveningView view = coached(id);
        Optional<PersonId> whom = PersonId.parse(person);
        if (whom.isEmpty()) {
            throw missing();
        }
        Person coach = currentPerson.required();
        EveningId evening = view.evening().id();
        return answered(
                view,
                switch (mark) {
                    case "away", "here" -> evenings.mark(coach, evening, whom.get(), mark.equals("away"));
                    case "off" -> evenings.takeOff(coach, evening, whom.get());
                    default -> throw missing();
                },
                mark.equals("off") ? "?done=off" : "?done=%s&who=%s#guest-%s".formatted(mark, person, person));
    }

    @PostMapping("/call-off")
    ModelAndView callOff(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        EveningView view = coached(id);
        EveningAnswer answer =
                evenings.callOff(currentPerson.required(), view.evening().id(), reason);
        return answer instanceof EveningAnswer.Refused(var problems)
                ? page(view, reason, EveningForm.blank(List.of(), List.of()).with(problems))
                : answered(view, answer, "?done=called-off");
    }

    /** After it has begun, what is possible instead. */
    @GetMapping("/change")
    ModelAndView form(@PathVariable String id) {
        EveningView view = coached(id);
        Evening evening = view.evening();
        if (evening.state() == Evening.State.CALLED_OFF || evening.begun(time.instant())) {
            return new ModelAndView("redirect:/evenings/" + evening.id()
                    + (evening.state() == Evening.State.CALLED_OFF
                            ? ""
                            : evening.over(time.instant()) ? "?done=over" : "?done=begun"));
        }
        return form(view, EveningForm.of(view.evening()));
    }

    @PostMapping("/change")
    ModelAndView change(@PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
        EveningView view = coached(id);
        EveningForm form = EveningForm.typed(fields);
        EveningAnswer answer =
                evenings.change(currentPerson.required(), view.evening().id(), form.draft(), form.reason());
        return answer instanceof EveningAnswer.Refused(var problems)
                ? form(view, form.with(problems))
                : answered(view, answer, isOnAnotherDay(view) ? "?done=asked-again" : "?done=changed");
    }

    /** @param before as it was before it was changed */
    private boolean isOnAnotherDay(EveningView before) {
        return !view(before.evening().id().toString())
                .evening()
                .day()
                .equals(before.evening().day());
    }

    private ModelAndView answered(EveningView view, EveningAnswer answer) {
        return answered(view, answer, "");
    }

    /** @param said what the page then says was done */
    private ModelAndView answered(EveningView view, EveningAnswer answer, String said) {
        return switch (answer) {
            case EveningAnswer.Done(var id) -> new ModelAndView("redirect:/evenings/" + id + said);
            case EveningAnswer.Refused(var problems) ->
                page(view, "", EveningForm.blank(List.of(), List.of()).with(problems));
            case EveningAnswer.NotThere() -> throw missing();
        };
    }

    private ModelAndView page(EveningView view, String reason, EveningForm problems) {
        var page = new ModelAndView(
                view.coaching() ? "evening/plan" : "evening/own",
                problems.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        page.addObject("now", time.instant());
        page.addObject("reason", reason);
        page.addObject("problems", problems);
        page.addObject("done", "");
        page.addObject("who", "");
        return page;
    }

    private ModelAndView form(EveningView view, EveningForm form) {
        String address = "/evenings/" + view.evening().id();
        Set<PersonId> asked = view.guests().stream().map(Guest::person).collect(Collectors.toSet());
        List<Person> others = coaching
                .find(view.evening().cohort(), currentPerson.required())
                .map(found -> found.cohort().members())
                .orElse(List.of())
                .stream()
                .filter(member -> !asked.contains(member.id()))
                .toList();
        var page = new ModelAndView(
                "evening/form", form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("zone", view.evening().agreed().zone());
        page.addObject("heading", "evening.change");
        page.addObject("back", address);
        page.addObject("action", address + "/change");
        page.addObject("rounds", rounds.all());
        page.addObject("members", others);
        page.addObject("asksReason", true);
        page.addObject("needsReason", view.evening().state() == Evening.State.PLANNED);
        return page;
    }

    private EveningView view(String id) {
        return EveningId.parse(id)
                .flatMap(evening -> views.find(evening, currentPerson.required()))
                .orElseThrow(EveningController::missing);
    }

    private EveningView coached(String id) {
        EveningView view = view(id);
        if (!view.coaching()) {
            throw missing();
        }
        return view;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
