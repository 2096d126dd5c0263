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
import org.threeshift.core.appointment.Appointments;
import org.threeshift.core.appointment.What;
import org.threeshift.core.booking.Booking;
import org.threeshift.core.booking.Bookings;
import org.threeshift.core.booking.Bookings.CalledOff;
import org.threeshift.core.evening.EveningViews;
import org.threeshift.core.exchange.Exchanges;
import org.threeshift.core.hours.WallTime;
import org.threeshift.core.id.Ids;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.ComingBack;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.Outcome;
import org.threeshift.core.interview.Phase;
import org.threeshift.core.interview.Sent;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.invitee.MailedInvitees;
import org.threeshift.core.mail.Mail;
import org.threeshift.core.nudge.Nudges;
import org.threeshift.core.pairs.Pairs;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.preparation.Preparations;
import org.threeshift.core.relations.Relations;
import org.threeshift.core.withdrawal.Withdrawals;
import org.threeshift.web.mail.MailServer;
import org.threeshift.web.page.Texts;

/** An interview's own page: what it is, where to go on, and for its host the link, another time, or calling it off. */
@Controller
@RequestMapping("/interviews/{id}")
final class InterviewController {
    private final InterviewCards cards;
    private final Hosting hosting;
    private final ComingBack comingBack;
    private final Exchanges exchanges;
    private final Bookings bookings;
    private final Pairs pairs;
    private final EveningViews evenings;
    private final Appointments appointments;
    private final Withdrawals withdrawals;
    private final Nudges nudges;
    private final Preparations preparations;
    private final People people;
    private final Relations relations;
    private final MailedInvitees invitees;
    private final MailServer mail;
    private final CurrentPerson currentPerson;
    private final Ids ids;
    private final InstantSource time;
    private final Texts texts;

    InterviewController(
            InterviewCards cards,
            Hosting hosting,
            ComingBack comingBack,
            Exchanges exchanges,
            Bookings bookings,
            Pairs pairs,
            EveningViews evenings,
            Appointments appointments,
            Withdrawals withdrawals,
            Nudges nudges,
            Preparations preparations,
            People people,
            Relations relations,
            MailedInvitees invitees,
            MailServer mail,
            CurrentPerson currentPerson,
            Ids ids,
            InstantSource time,
            Texts texts) {
        this.cards = cards;
        this.hosting = hosting;
        this.comingBack = comingBack;
        this.exchanges = exchanges;
        this.bookings = bookings;
        this.pairs = pairs;
        this.evenings = evenings;
        this.appointments = appointments;
        this.withdrawals = withdrawals;
        this.nudges = nudges;
        this.preparations = preparations;
        this.people = people;
        this.relations = relations;
        this.invitees = invitees;
        this.mail = mail;
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
        return page(card, link, Map.of(), Complaints.NONE).addObject("moved", model.containsAttribute("moved"));
    }

    @PostMapping("/link")
    ModelAndView link(@PathVariable String id, RedirectAttributes shownOnce) {
        InterviewCard card = card(id);
        Optional<Token> back = comingBack.link(card.id(), currentPerson.required());
        if (back.isPresent()) {
            shownOnce.addFlashAttribute("invitation", back.get().text());
            return new ModelAndView("redirect:/interviews/" + card.id());
        }
        return switch (hosting.invite(card.id(), currentPerson.required())) {
            case Hosting.Hosted.Done(var interview, var invitation) -> {
                invitation.ifPresent(token -> shownOnce.addFlashAttribute("invitation", token.text()));
                yield new ModelAndView("redirect:/interviews/" + interview);
            }
            case Hosting.Hosted.Refused(var refusal) -> refused(card, Map.of(), "", refusal);
        };
    }

    /** @param pass which of two is meant where that time comes twice; empty where nobody was asked */
    @PostMapping("/time")
    ModelAndView reschedule(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String startsAt,
            @RequestParam(defaultValue = "") String pass,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes shownOnce) {
        InterviewCard card = card(id);
        Person host = currentPerson.required();
        Map<String, String> typed = Map.of("startsAt", startsAt, "pass", pass, "reason", reason);
        ModelAndView answer = WallTime.parse(startsAt, host.zone())
                .map(time -> switch (time.read(pass)) {
                    case WallTime.Reading.At(var moment) ->
                        send(card, new Command.Reschedule(moment, host.zone(), reason), typed, "reason");
                    case WallTime.Reading.Never(var sentence) ->
                        page(card, Optional.empty(), typed, Complaints.of("startsAt", sentence));
                    case WallTime.Reading.Twice(var sentence) ->
                        page(card, Optional.empty(), typed, Complaints.of("pass", sentence));
                })
                .orElseGet(() -> wrong(card, typed, "startsAt", "host.wrong.time"));
        if (answer.getStatus() == null) {
            shownOnce.addFlashAttribute("moved", true);
        }
        return answer;
    }

    @PostMapping("/cancel")
    ModelAndView cancel(@PathVariable String id, @RequestParam(defaultValue = "") String why) {
        return send(card(id), new Command.Cancel(why), Map.of("why", why), "why");
    }

    /** The candidate cannot come. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String absence) {
        InterviewCard card = card(id);
        return answer(
                card,
                withdrawals.withdraw(card.id(), ids.next(), currentPerson.required(), absence),
                Map.of("absence", absence),
                "absence");
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
        return answer(card, hosting.send(card.id(), new Sent(ids.next(), by, command)), typed, reasonField);
    }

    private ModelAndView answer(InterviewCard card, Outcome outcome, Map<String, String> typed, String reasonField) {
        return switch (outcome) {
            case Outcome.Done _ -> new ModelAndView("redirect:/interviews/" + card.id());
            case Outcome.Refused(var refusal) -> refused(card, typed, reasonField, refusal);
        };
    }

    private ModelAndView refused(InterviewCard card, Map<String, String> typed, String reasonField, Refusal refusal) {
        String field = switch (refusal.code()) {
            case REASON_MISSING, TOO_LONG -> reasonField;
            case TIME_PASSED, TIME_TOO_FAR -> "startsAt";
            case SOMEBODY_BUSY, YOURSELF_BUSY -> typed.containsKey("person") ? "person" : "startsAt";
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
        view.addObject("moved", false);
        view.addObject("back", comingBack.offered(card.id(), currentPerson.required()));
        view.addObject(
                "reached",
                Reached.of(
                        card,
                        invitees.hearing(card.id()),
                        card.awaited() && Mail.goesTo(card.candidate()),
                        mail.configured()));
        view.addObject(
                "exchange",
                exchanges
                        .of(card.id(), currentPerson.required().id())
                        .map(exchange -> "/exchanges/" + exchange.id())
                        .orElse(""));
        Optional<Booking> booked = bookings.find(card.id(), currentPerson.required());
        view.addObject("booked", booked);
        view.addObject(
                "answers",
                booked.filter(booking ->
                                booking.coach().equals(currentPerson.required().id()))
                        .map(Booking::answers)
                        .orElse(List.of()));
        view.addObject(
                "endedBy",
                booked.flatMap(bookings::calledOff)
                        .flatMap(CalledOff::by)
                        .flatMap(people::find)
                        .map(Person::name)
                        .orElse(""));
        view.addObject("agreed", card.phase() == Phase.SCHEDULED ? agreed(card.id()) : "");
        view.addObject(
                "pair",
                pairs.of(card.id(), currentPerson.required().id())
                        .map(pair -> "/practice/pairs/" + pair.id())
                        .orElse(""));
        view.addObject(
                "evening",
                evenings.of(card.id(), currentPerson.required())
                        .map(evening -> "/evenings/" + evening)
                        .orElse(""));
        view.addObject("withdraws", withdrawals.open(card.id(), currentPerson.required()));
        view.addObject("absence", typed.getOrDefault("absence", ""));
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
                        WallTime.typed(card.startsAt(), currentPerson.required().zone())));
        view.addObject(
                "pass",
                typed.getOrDefault(
                        "pass",
                        WallTime.pass(card.startsAt(), currentPerson.required().zone())));
        view.addObject(
                "meeting",
                typed.getOrDefault(
                        "meeting", card.meetingLink().map(Object::toString).orElse("")));
        view.addObject("reason", typed.getOrDefault("reason", ""));
        view.addObject("why", typed.getOrDefault("why", ""));
        return view;
    }

    /** By whose rules alone it is moved, as the end of text keys; empty where its host decides. */
    private String agreed(InterviewId interview) {
        return appointments
                .of(interview)
                .map(appointment -> appointment.what().kind())
                .filter(kind -> kind != What.Kind.INTERVIEW)
                .map(Texts::constant)
                .orElse("");
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
