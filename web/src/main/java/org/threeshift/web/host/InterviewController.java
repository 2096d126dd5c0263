package org.threeshift.web.host;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.preparation.Preparations;
import org.threeshift.core.relations.Relations;
import org.threeshift.web.page.Texts;

/** An interview's own page: what it is, where to go on, and for its host the link, another time, or calling it off. */
@Controller
@RequestMapping("/interviews/{id}")
final class InterviewController {
    private final InterviewCards cards;
    private final Hosting hosting;
    private final Exchanges exchanges;
    private final Nudges nudges;
    private final Preparations preparations;
    private final People people;
    private final Relations relations;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    InterviewController(
            InterviewCards cards,
            Hosting hosting,
            Exchanges exchanges,
            Nudges nudges,
            Preparations preparations,
            People people,
            Relations relations,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts) {
        this.cards = cards;
        this.hosting = hosting;
        this.exchanges = exchanges;
        this.nudges = nudges;
        this.preparations = preparations;
        this.people = people;
        this.relations = relations;
        this.currentPerson = currentPerson;
        this.ids = ids;
        this.time = time;
        this.texts = texts;
    }

    /** @param model holds the link's secret right after it was made, and never again */
    @GetMapping
    ModelAndView show(@PathVariable String id, Model model) {
        InterviewCard card = card(id);
        Optional<String> link = Optional.ofNullable(model.getAttribute("invitation"))
                .map(token -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join/{token}")
                        .buildAndExpand(token)
                        .toUriString());
        return page(card, link, Map.of(), Complaints.NONE);
    }

    @PostMapping("/link")
    ModelAndView link(@PathVariable String id, RedirectAttributes shownOnce) {
        InterviewCard card = card(id);
        return switch (hosting.invite(card.id(), currentPerson.required())) {
            case Hosting.Hosted.Done(var interview, var invitation) -> {
                invitation.ifPresent(token -> shownOnce.addFlashAttribute("invitation", token.text()));
                yield new ModelAndView("redirect:/interviews/" + interview);
            }
            case Hosting.Hosted.Refused(var refusal) -> refused(card, Map.of(), "", refusal);
        };
    }

    @PostMapping("/time")
    ModelAndView reschedule(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String startsAt,
            @RequestParam(defaultValue = "") String reason) {
        InterviewCard card = card(id);
        Person host = currentPerson.required();
        Map<String, String> typed = Map.of("startsAt", startsAt, "reason", reason);
        return switch (LocalTimes.read(startsAt, host.zone())) {
            case LocalTimes.Reading.Unreadable() ->
                page(card, Optional.empty(), typed, Complaints.of("startsAt", texts.text("host.wrong.time")));
            case LocalTimes.Reading.Skipped() ->
                page(card, Optional.empty(), typed, Complaints.of("startsAt", texts.text("host.wrong.skipped")));
            case LocalTimes.Reading.At(var instant) ->
                send(card, new Command.Reschedule(instant, host.zone(), reason), typed, "reason");
        };
    }

    @PostMapping("/cancel")
    ModelAndView cancel(@PathVariable String id, @RequestParam(defaultValue = "") String why) {
        return send(card(id), new Command.Cancel(why), Map.of("why", why), "why");
    }

    /** @param meeting the link of a meeting elsewhere; empty for the call that is built in */
    @PostMapping("/meeting")
    ModelAndView meet(@PathVariable String id, @RequestParam(defaultValue = "") String meeting) {
        InterviewCard card = card(id);
        Map<String, String> typed = Map.of("meeting", meeting);
        return MeetingLinks.readable(meeting)
                ? send(card, new Command.SetMeetingLink(MeetingLinks.read(meeting)), typed, "")
                : wrong(card, typed, "meeting", "host.wrong.meeting");
    }

    /** The host asks somebody to shadow, to observe or, in a panel that has not started, to score. */
    @PostMapping("/seats")
    ModelAndView giveSeat(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String seat) {
        InterviewCard card = card(id);
        Map<String, String> typed = Map.of("person", person, "seat", seat);
        Optional<Seat> wanted = Plans.seat(seat, Seat.SHADOW, Seat.OBSERVER, Seat.INTERVIEWER);
        return PersonId.parse(person)
                .map(member -> wanted.map(chair -> send(card, new Command.GiveSeat(member, chair), typed, "person"))
                        .orElseGet(() -> wrong(card, typed, "seat", "host.wrong.seat")))
                .orElseGet(() -> wrong(card, typed, "person", "host.wrong.member"));
    }

    /** The host takes a shadow or an observer off. */
    @PostMapping("/seats/withdraw")
    ModelAndView withdrawSeat(@PathVariable String id, @RequestParam(defaultValue = "") String person) {
        InterviewCard card = card(id);
        return PersonId.parse(person)
                .map(watcher -> send(card, new Command.WithdrawSeat(watcher), Map.of(), "person"))
                .orElseGet(() -> wrong(card, Map.of(), "person", "host.wrong.member"));
    }

    @PostMapping("/lead")
    ModelAndView passLead(@PathVariable String id, @RequestParam(defaultValue = "") String person) {
        InterviewCard card = card(id);
        return PersonId.parse(person)
                .map(next -> send(card, new Command.PassLead(next), Map.of(), "lead"))
                .orElseGet(() -> wrong(card, Map.of(), "lead", "host.wrong.member"));
    }

    private ModelAndView wrong(InterviewCard card, Map<String, String> typed, String field, String key) {
        return page(card, Optional.empty(), typed, Complaints.of(field, texts.text(key)));
    }

    private ModelAndView send(InterviewCard card, Command command, Map<String, String> typed, String reasonField) {
        var by = new Command.By(currentPerson.required().id(), time.instant());
        return switch (hosting.send(card.id(), new Sent(ids.next(), by, command))) {
            case Outcome.Done _ -> new ModelAndView("redirect:/interviews/" + card.id());
            case Outcome.Refused(var refusal) -> refused(card, typed, reasonField, refusal);
        };
    }

    private ModelAndView refused(InterviewCard card, Map<String, String> typed, String reasonField, Refusal refusal) {
        String field = switch (refusal.code()) {
            case REASON_MISSING, TOO_LONG -> reasonField;
            case TIME_PASSED, TIME_TOO_FAR -> "startsAt";
            case PERSON_UNKNOWN,
                    ONE_SEAT_EACH,
                    TOO_MANY_WATCHERS,
                    PANEL_TOO_LARGE,
                    INTERVIEWER_STAYS,
                    CANDIDATE_IS_INTERVIEWER -> "person";
            case LEAD_MUST_SCORE -> "lead";
            case LINK_NOT_HTTPS -> "meeting";
            default -> "";
        };
        return page(card, Optional.empty(), typed, Complaints.of(field, refusal.sentence()));
    }

    private ModelAndView page(
            InterviewCard card, Optional<String> link, Map<String, String> typed, Complaints complaints) {
        var view =
                new ModelAndView("host/interview", complaints.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        view.addObject("card", card);
        view.addObject("members", card.seatable() ? seatless(card) : List.of());
        view.addObject("person", typed.getOrDefault("person", ""));
        view.addObject("seat", typed.getOrDefault("seat", Seat.SHADOW.name()));
        view.addObject("link", link);
        view.addObject(
                "exchange",
                exchanges
                        .of(card.id(), currentPerson.required().id())
                        .map(exchange -> "/exchanges/" + exchange.id())
                        .orElse(""));
        view.addObject("missing", missing(card));
        view.addObject(
                "partners", relations.of(currentPerson.required(), card.id().value()));
        view.addObject("candidates", preparations.ofCandidate(card.id(), currentPerson.required()));
        view.addObject("interviewers", preparations.ofInterviewer(card.id(), currentPerson.required()));
        view.addObject("complaints", complaints);
        view.addObject(
                "startsAt",
                typed.getOrDefault(
                        "startsAt",
                        LocalTimes.write(
                                card.startsAt(), currentPerson.required().zone())));
        view.addObject(
                "meeting",
                typed.getOrDefault(
                        "meeting", card.meetingLink().map(Object::toString).orElse("")));
        view.addObject("reason", typed.getOrDefault("reason", ""));
        view.addObject("why", typed.getOrDefault("why", ""));
        return view;
    }

    private List<MissingSheet> missing(InterviewCard card) {
        PersonId reader = currentPerson.required().id();
        return MissingSheet.of(nudges.open(card.id(), reader), card.seats(), reader);
    }

    /** Members who have no seat on the interviewers' side yet. */
    private List<Person> seatless(InterviewCard card) {
        return people.possibleCandidates(currentPerson.required().id()).stream()
                .filter(member -> card.seats().all().stream()
                        .noneMatch(taken -> taken.person().id().equals(member.id())))
                .toList();
    }

    private InterviewCard card(String id) {
        return InterviewId.parse(id)
                .flatMap(interview -> cards.find(interview, currentPerson.required()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
