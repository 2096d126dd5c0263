package org.threeshift.web.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.threeshift.core.analysis.Agreement;
import org.threeshift.core.analysis.Ratings;
import org.threeshift.core.analysis.RatingsTable;
import org.threeshift.core.analysis.TableProblem;
import org.threeshift.core.csv.CsvFile;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.web.page.Texts;

/** Takes a table of ratings as CSV and answers how far the raters agree. For everybody with an account. */
@RestController
final class AgreementApi {
    private final CurrentPerson currentPerson;
    private final Texts texts;
    private final Analyses analyses;

    AgreementApi(CurrentPerson currentPerson, Texts texts, Analyses analyses) {
        this.analyses = analyses;
        this.currentPerson = currentPerson;
        this.texts = texts;
    }

    /**
     * What is wrong with a table, beside the sentence on the whole.
     *
     * @param line null for what concerns the whole table
     */
    record Wrong(@Nullable Long line, String detail) {
        static Wrong of(TableProblem problem) {
            return new Wrong(problem.line().isPresent() ? (Long) problem.line().getAsLong() : null, problem.sentence());
        }
    }

    @PostMapping(path = "/api/analysis/agreement", produces = MediaType.APPLICATION_JSON_VALUE)
    AgreementJson agreement(@RequestBody(required = false) byte @Nullable [] table, HttpServletRequest request) {
        if (currentPerson.required().guest()) {
            throw problem(HttpStatus.FORBIDDEN, texts.text("analysis.api.guest"), List.of());
        }
        if (!csv(request)) {
            throw problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, texts.text("analysis.api.type"), List.of());
        }
        String sent = table == null ? "" : text(table, charset(request));
        if (sent.isBlank()) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, texts.text("analysis.api.empty"), List.of());
        }
        RatingsTable read = RatingsTable.read(sent);
        if (!read.good()) {
            throw problem(HttpStatus.UNPROCESSABLE_CONTENT, detail(read), read.problems());
        }
        return analyses.run(() -> AgreementJson.of(Agreement.of(Ratings.of(read.ratings()))))
                .orElseThrow(this::busy);
    }

    private ErrorResponseException busy() {
        ErrorResponseException busy = problem(HttpStatus.TOO_MANY_REQUESTS, texts.text("analysis.api.busy"), List.of());
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Analyses.COME_AGAIN.toSeconds()));
        return busy;
    }

    /** Not a condition of the address, so that whoever sends something else is told what to send. */
    private static boolean csv(HttpServletRequest request) {
        return request.getContentType() != null
                && request.getContentType().split(";", 2)[0].strip().equalsIgnoreCase("text/csv");
    }

    private static Optional<Charset> charset(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(MediaType::parseMediaType)
                .map(MediaType::getCharset);
    }

    /** As the sender says that it is encoded; who says nothing, or UTF-8 as many do without looking, is looked at. */
    private static String text(byte[] table, Optional<Charset> said) {
        return said.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> new String(table, charset))
                .orElseGet(() -> CsvFile.text(table));
    }

    private String detail(RatingsTable read) {
        TableProblem first = read.problems().getFirst();
        return first.line().isEmpty()
                ? first.sentence()
                : texts.text("analysis.api.wrong", read.wrong(), first.line().getAsLong(), first.sentence());
    }

    private static ErrorResponseException problem(HttpStatus status, String detail, List<TableProblem> problems) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (!problems.isEmpty()) {
            problem.setProperty("problems", problems.stream().map(Wrong::of).toList());
        }
        return new ErrorResponseException(status, problem, null);
    }
}
