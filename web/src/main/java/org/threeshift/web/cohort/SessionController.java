package org.threeshift.web.cohort;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.following.SessionReport;
import org.threeshift.core.following.SessionReports;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Patience;
import org.threeshift.web.page.Texts;
import org.threeshift.web.paper.Paper;
import org.threeshift.web.paper.Papers;

/** What an evening, or a stretch of days, brought a cohort: as a page, on paper, and as a table. */
@Controller
@RequestMapping("/cohorts/{id}/session")
final class SessionController {
    private static final Duration BUSY = Duration.ofSeconds(15);

    private final SessionReports reports;
    private final Coaching coaching;
    private final Papers papers;
    private final Throttle throttle;
    private final CurrentPerson currentPerson;
    private final Texts texts;
    private final InstantSource time;

    SessionController(
            SessionReports reports,
            Coaching coaching,
            Papers papers,
            Throttle throttle,
            CurrentPerson currentPerson,
            Texts texts,
            InstantSource time) {
        this.reports = reports;
        this.coaching = coaching;
        this.papers = papers;
        this.throttle = throttle;
        this.currentPerson = currentPerson;
        this.texts = texts;
        this.time = time;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Person coach = currentPerson.required();
        SessionDays days = days(parameters, coach);
        var cohort = coaching.find(CohortAnswers.cohort(id), coach).orElseThrow(CohortAnswers::notThere);
        var view = new ModelAndView(
                "cohort/session", days.error().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("cohort", cohort);
        view.addObject("days", days);
        view.addObject(
                "of",
                days.days()
                        .flatMap(stretch -> reports.of(coach, cohort.cohort().id(), stretch))
                        .map(report -> new SessionPage(report, texts)));
        return view;
    }

    /** @param parameters the days, and the paper, {@code a4} or {@code letter}; without, what is used where the reader's clock hangs */
    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        Person coach = currentPerson.required();
        SessionReport report = report(id, coach, days(parameters, coach));
        Paper size = Paper.named(parameters.getOrDefault("paper", "")).orElseGet(() -> Paper.of(coach.zone()));
        slow(coach, request, response);
        var moments = new Moments(coach.zone(), time.instant(), texts);
        byte[] file = papers.pdf(
                        "paper/session",
                        Map.of("of", new SessionPage(report, texts), "moments", moments, "paper", size),
                        size)
                .orElseThrow(() -> {
                    Patience.ask(BUSY, request, response);
                    return new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
                });
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(report, "pdf"))
                .body(file);
    }

    /** As with scorecards: whoever prints by a program waits longer and longer. */
    private void slow(Person viewer, HttpServletRequest request, HttpServletResponse response) {
        var pass = throttle.pass(Throttle.Kind.PAPER, viewer.id().toString(), time.instant());
        if (pass instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Person coach = currentPerson.required();
        SessionReport report = report(id, coach, days(parameters, coach));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(report, "csv"))
                .body(new SessionPage(report, texts).csv().getBytes(StandardCharsets.UTF_8));
    }

    private SessionReport report(String id, Person coach, SessionDays days) {
        if (coaching.find(CohortAnswers.cohort(id), coach).isEmpty()) {
            throw CohortAnswers.notThere();
        }
        return days.days()
                .flatMap(stretch -> reports.of(coach, CohortAnswers.cohort(id), stretch))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private SessionDays days(Map<String, String> parameters, Person coach) {
        return SessionDays.of(parameters, time.instant().atZone(coach.zone()).toLocalDate(), coach.zone());
    }

    private static String disposition(SessionReport report, String ending) {
        return ContentDisposition.attachment()
                .filename(
                        "session-" + report.days().from() + "-" + report.days().until() + "." + ending)
                .build()
                .toString();
    }
}
