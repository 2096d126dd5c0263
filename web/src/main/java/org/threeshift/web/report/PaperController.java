package org.threeshift.web.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.entry.Throttle;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Scorecards.Answer;
import org.threeshift.web.audit.Viewings;
import org.threeshift.web.page.Patience;
import org.threeshift.web.paper.Paper;

/**
 * Scorecards to take along: as PDF, and their levels as CSV. Whoever may see the page may have them, and nobody else. Everything
 * is read before a PDF is set, so that no database connection waits for it.
 */
@Controller
final class PaperController {
    private static final Duration BUSY = Duration.ofSeconds(15);

    private final Scorecards scorecards;
    private final Sheets sheets;
    private final ScorecardPaper printing;
    private final Viewings viewings;
    private final Throttle throttle;
    private final CurrentPerson currentPerson;
    private final InstantSource time;

    PaperController(
            Scorecards scorecards,
            Sheets sheets,
            ScorecardPaper printing,
            Viewings viewings,
            Throttle throttle,
            CurrentPerson currentPerson,
            InstantSource time) {
        this.scorecards = scorecards;
        this.sheets = sheets;
        this.printing = printing;
        this.viewings = viewings;
        this.throttle = throttle;
        this.currentPerson = currentPerson;
        this.time = time;
    }

    /** @param paper {@code a4} or {@code letter}; without, what is used where the reader's clock hangs */
    @GetMapping("/scorecards/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(id, (ready, viewer) -> {
            Paper size = paper.isBlank()
                    ? Paper.of(viewer.zone())
                    : Paper.named(paper)
                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT));
            slow(viewer, request, response);
            ScorecardSheet sheet = sheets.sheet(ready, viewer);
            seen(ready, viewer, "pdf");
            byte[] file = printing.pdf(sheet, sheets.beside(ready, viewer), viewer, size)
                    .orElseThrow(() -> {
                        Patience.ask(BUSY, request, response);
                        return new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
                    });
            return file(ready, MediaType.APPLICATION_PDF, "pdf", false).body(file);
        });
    }

    @GetMapping("/scorecards/{id}/levels.csv")
    ResponseEntity<byte[]> levels(@PathVariable String id) {
        return answer(id, (ready, viewer) -> {
            seen(ready, viewer, "csv");
            String csv = LevelsTable.csv(
                    ready.scorecard(), sheets.sheet(ready, viewer).names());
            return file(ready, new MediaType("text", "csv", StandardCharsets.UTF_8), "csv", true)
                    .body(csv.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Whoever has to wait for the scorecard is shown the page that says so. */
    private ResponseEntity<byte[]> answer(
            String id, BiFunction<Answer.Ready, Person, ResponseEntity<byte[]>> whenReady) {
        Person viewer = currentPerson.required();
        Answer answer = InterviewId.parse(id)
                .map(interview -> scorecards.ask(interview, viewer.id()))
                .orElseGet(Answer.NotThere::new);
        return switch (answer) {
            case Answer.Ready ready -> whenReady.apply(ready, viewer);
            case Answer.NotYet wait ->
                ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, "/scorecards/" + wait.interview())
                        .build();
            case Answer.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Nobody prints twenty in a row; who does so by a program waits longer and longer. */
    private void slow(Person viewer, HttpServletRequest request, HttpServletResponse response) {
        var pass = throttle.pass(Throttle.Kind.PAPER, viewer.id().toString(), time.instant());
        if (pass instanceof Throttle.Pass.Wait(var left)) {
            Patience.ask(left, request, response);
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private void seen(Answer.Ready ready, Person viewer, String as) {
        if (!ready.own()) {
            Scorecard seen = ready.scorecard();
            viewings.scorecard(seen.interview(), viewer.id(), seen.candidate(), as);
        }
    }

    private static ResponseEntity.BodyBuilder file(Answer.Ready ready, MediaType type, String ending, boolean saved) {
        Scorecard card = ready.scorecard();
        LocalDate day = card.startedAt().atZone(card.zone()).toLocalDate();
        ContentDisposition.Builder disposition = saved ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename("scorecard-" + day + "." + ending)
                                .build()
                                .toString());
    }
}
