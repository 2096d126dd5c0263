package org.threeshift.web.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.busy.OutsideCalendars;
import org.threeshift.core.busy.OutsideCalendars.Added;
import org.threeshift.core.busy.OutsideCalendars.NameTrouble;
import org.threeshift.core.calendar.CalendarInvites;
import org.threeshift.core.calendar.Feeds;
import org.threeshift.core.calendar.Times;
import org.threeshift.core.id.Token;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.jobs.Jobs;
import org.threeshift.web.page.BaseUrl;
import org.threeshift.web.page.Texts;

/** “My calendar”: what comes, week by week; the address for one's own calendar program; and calendars kept elsewhere. */
@Controller
final class CalendarController {
    /** Nobody plans further than that, back or ahead. */
    private static final int MOST_WEEKS = 520;

    private final Agenda agenda;
    private final Feeds feeds;
    private final OutsideCalendars outside;
    private final CalendarInvites invites;
    private final CurrentPerson currentPerson;
    private final BaseUrl base;
    private final Jobs jobs;
    private final Texts texts;

    CalendarController(
            Agenda agenda,
            Feeds feeds,
            OutsideCalendars outside,
            CalendarInvites invites,
            CurrentPerson currentPerson,
            BaseUrl base,
            Jobs jobs,
            Texts texts) {
        this.agenda = agenda;
        this.feeds = feeds;
        this.outside = outside;
        this.invites = invites;
        this.currentPerson = currentPerson;
        this.base = base;
        this.jobs = jobs;
        this.texts = texts;
    }

    /**
     * @param from a day of the first week to show; this week without
     * @param done what was done just now: {@code revoked}, {@code stands}, {@code added}, {@code removed}, {@code again} or empty
     */
    @GetMapping("/calendar")
    ModelAndView show(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String done) {
        return page(currentPerson.required(), from, done, Optional.empty(), OutsideForm.BLANK, HttpStatus.OK);
    }

    /**
     * The address stands on the very page that answers, and on no other.
     *
     * @param instead when the address was made that it is to replace; empty for none
     */
    @PostMapping("/calendar/address")
    ModelAndView renew(@RequestParam(defaultValue = "") String instead) {
        Person person = currentPerson.required();
        if (person.guest()) {
            throw missing();
        }
        Optional<Token> made = feeds.renew(person, moment(instead));
        return made.isPresent()
                ? page(person, "", "", made, OutsideForm.BLANK, HttpStatus.CREATED)
                : new ModelAndView("redirect:/calendar?done=stands#feed");
    }

    @PostMapping("/calendar/address/revoke")
    String revoke() {
        feeds.revoke(currentPerson.required());
        return "redirect:/calendar?done=revoked#feed";
    }

    @PostMapping("/calendar/outside")
    ModelAndView add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String address) {
        Person person = currentPerson.required();
        return switch (outside.add(person, name, address)) {
            case Added.Done _ -> {
                jobs.soon(BusyCalendarsJob.JOB);
                yield new ModelAndView("redirect:/calendar?done=added#outside");
            }
            case Added.NoAccount() -> throw missing();
            case Added.Refused(var wrongName, var wrongAddress) -> {
                Map<String, String> errors = new HashMap<>();
                wrongName.ifPresent(wrong -> errors.put("name", sentence(wrong)));
                wrongAddress.ifPresent(
                        trouble -> errors.put("address", texts.text("calendar.trouble." + trouble.key())));
                yield refused(person, new OutsideForm(name, address, errors));
            }
            case Added.TooMany() ->
                refused(
                        person,
                        new OutsideForm(
                                name, address, Map.of("form", texts.text("calendar.too-many", OutsideCalendars.MOST))));
        };
    }

    @PostMapping("/calendar/outside/{id}/remove")
    String remove(@PathVariable String id) {
        if (id(id).filter(calendar -> outside.remove(currentPerson.required(), calendar))
                .isEmpty()) {
            throw missing();
        }
        return "redirect:/calendar?done=removed#outside";
    }

    @PostMapping("/calendar/outside/{id}/again")
    String again(@PathVariable String id) {
        if (id(id).filter(calendar -> outside.again(currentPerson.required(), calendar))
                .isEmpty()) {
            throw missing();
        }
        jobs.soon(BusyCalendarsJob.JOB);
        return "redirect:/calendar?done=again#outside";
    }

    /** @param times {@code utc}, or {@code zone} for the wall clock of the zone in which it was agreed */
    @GetMapping("/interviews/{id}/invitation.ics")
    ResponseEntity<byte[]> invitation(@PathVariable String id, @RequestParam(defaultValue = "zone") String times) {
        Times form = Times.of(times).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
        String calendar = InterviewId.parse(id)
                .flatMap(interview -> invites.file(currentPerson.required(), interview, form))
                .orElseThrow(CalendarController::missing);
        return CalendarFiles.invitation(calendar);
    }

    private String sentence(NameTrouble wrong) {
        return switch (wrong) {
            case MISSING -> texts.text("calendar.name.missing");
            case TOO_LONG -> texts.text("calendar.name.too-long", OutsideCalendars.LONGEST_NAME);
        };
    }

    private ModelAndView refused(Person person, OutsideForm form) {
        return page(person, "", "", Optional.empty(), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            Person person, String from, String done, Optional<Token> made, OutsideForm form, HttpStatus status) {
        LocalDate monday = monday(from, person);
        var view = new ModelAndView("calendar/calendar", status);
        view.addObject("weeks", agenda.from(monday, person));
        view.addObject("earlier", monday.minusWeeks(Agenda.WEEKS).toString());
        view.addObject("later", monday.plusWeeks(Agenda.WEEKS).toString());
        view.addObject("current", monday.equals(Agenda.monday(agenda.today(person))));
        view.addObject("feed", feeds.of(person));
        view.addObject(
                "address",
                made.map(token -> base.of("/calendar/feed/" + token.text() + ".ics"))
                        .orElse(""));
        view.addObject("calendars", outside.of(person));
        view.addObject("form", form);
        view.addObject(
                "done",
                switch (done) {
                    case "revoked", "stands", "added", "removed", "again" -> done;
                    default -> "";
                });
        return view;
    }

    private LocalDate monday(String from, Person person) {
        LocalDate today = agenda.today(person);
        try {
            LocalDate day = from.isEmpty() ? today : LocalDate.parse(from);
            boolean far = Math.abs(ChronoUnit.WEEKS.between(today, day)) > MOST_WEEKS;
            return Agenda.monday(far ? today : day);
        } catch (DateTimeException noDay) {
            return Agenda.monday(today);
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
