package org.threeshift.web.keeping;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.consent.Consents;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.export.DataExports;
import org.threeshift.core.export.ExportId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.jobs.Jobs;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;
import org.threeshift.web.security.Sessions;
import org.threeshift.web.security.SignIn;

/** Everything about oneself: take it along, have it erased, see what one agreed to. */
@Controller
final class DataController {
    private static final String CONFIRM_FIRST = "redirect:/account/confirm?next=/account/data";

    private final DataExports exports;
    private final Erasures erasures;
    private final Consents consents;
    private final Cohorts cohorts;
    private final Settings settings;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Jobs jobs;
    private final CurrentPerson currentPerson;
    private final Texts texts;
    private final InstantSource time;

    DataController(
            DataExports exports,
            Erasures erasures,
            Consents consents,
            Cohorts cohorts,
            Settings settings,
            SignIn signIn,
            Sessions sessions,
            Jobs jobs,
            CurrentPerson currentPerson,
            Texts texts,
            InstantSource time) {
        this.exports = exports;
        this.erasures = erasures;
        this.consents = consents;
        this.cohorts = cohorts;
        this.settings = settings;
        this.signIn = signIn;
        this.sessions = sessions;
        this.jobs = jobs;
        this.currentPerson = currentPerson;
        this.texts = texts;
        this.time = time;
    }

    /** @param done what was done just now: {@code asked}, {@code stays}, {@code came-back} or empty */
    @GetMapping("/account/data")
    ModelAndView show(@RequestParam(defaultValue = "") String done) {
        return page(currentPerson.required(), done, DataProblem.NONE, HttpStatus.OK);
    }

    @PostMapping("/account/data/export")
    ModelAndView export(@RequestParam(defaultValue = "") String wanted) {
        Person person = currentPerson.required();
        if (!wanted.equals("yes")) {
            return page(person, "", DataProblem.EXPORT_UNCLEAR, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        exports.ask(person);
        jobs.soon(KeepingJobs.EXPORTS);
        return new ModelAndView("redirect:/account/data?done=asked");
    }

    /** The file itself, once. A form and no link: it changes something. */
    @PostMapping("/account/data/export/{id}")
    Object fetch(@PathVariable String id, HttpServletRequest request) {
        Person person = currentPerson.required();
        ExportId export = ExportId.parse(id)
                .filter(wanted ->
                        exports.of(person).stream().anyMatch(own -> own.id().equals(wanted)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!proved(person, request)) {
            return new ModelAndView(CONFIRM_FIRST);
        }
        Optional<byte[]> content = exports.fetch(export, person);
        return content.<Object>map(DataController::file)
                .orElseGet(() -> page(person, "", DataProblem.EXPORT_GONE, HttpStatus.GONE));
    }

    @PostMapping("/account/data/erasure")
    ModelAndView erase(@RequestParam(defaultValue = "") String understood, HttpServletRequest request) {
        Person person = currentPerson.required();
        if (!understood.equals("yes")) {
            return page(person, "", DataProblem.NOT_UNDERSTOOD, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!proved(person, request)) {
            return new ModelAndView(CONFIRM_FIRST);
        }
        return switch (erasures.ask(person)) {
            case Erasures.Outcome.Waiting(var erasure) -> {
                // By the clock of the person, whom the page knows no more.
                String when = new Moments(person.zone(), time.instant(), texts).dateTime(erasure.dueAt());
                var view = new ModelAndView("keeping/farewell", "when", when);
                view.addObject("guest", person.guest());
                if (!person.guest()) {
                    sessions.endAll(person.id(), request);
                    view.addObject("signedOut", true);
                }
                yield view;
            }
            case Erasures.Outcome.LastAdmin() ->
                page(person, "", DataProblem.LAST_ADMIN, HttpStatus.UNPROCESSABLE_CONTENT);
            case Erasures.Outcome.ReasonTooShort _, Erasures.Outcome.ReasonTooLong _, Erasures.Outcome.NotThere _ ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** For a guest, and for whoever kept a session while an admin asked for them. */
    @PostMapping("/account/data/erasure/call-off")
    ModelAndView callOff() {
        erasures.callOff(currentPerson.required().id());
        return new ModelAndView("redirect:/account/data?done=stays");
    }

    /**
     * Whether whoever acts is the person whose session it is, and not somebody who found a browser open. A guest has nothing to
     * show but the session.
     */
    private boolean proved(Person person, HttpServletRequest request) {
        return person.guest() || signIn.recent(request);
    }

    private ModelAndView page(Person person, String done, DataProblem problem, HttpStatus status) {
        var view = new ModelAndView("keeping/data", status);
        view.addObject("exports", exports.of(person));
        view.addObject("now", time.instant());
        view.addObject("preview", erasures.preview(person));
        view.addObject("erasure", erasures.waiting(person.id()));
        view.addObject("consents", List.copyOf(consents.of(person.id())));
        view.addObject("cohorts", cohorts.agreements(person.id()));
        view.addObject("erasureDays", settings.current().erasureDays());
        view.addObject("done", done);
        view.addObject("problem", problem);
        return view;
    }

    private static ResponseEntity<byte[]> file(byte[] zip) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("threeshift.zip")
                                .build()
                                .toString())
                .body(zip);
    }
}
