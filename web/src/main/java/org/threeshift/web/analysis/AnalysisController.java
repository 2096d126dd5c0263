package org.threeshift.web.analysis;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.analysis.Agreement;
import org.threeshift.core.analysis.Ratings;
import org.threeshift.core.analysis.RatingsTable;
import org.threeshift.core.csv.CsvFile;

/** The page on which anybody with an account analyses a table of their own. The answer carries the text: nothing is kept on the server. */
@Controller
@RequestMapping("/analysis")
final class AnalysisController {
    private final Analyses analyses;

    AnalysisController(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping
    ModelAndView form() {
        return page("", Optional.empty());
    }

    /**
     * @param file what was uploaded; it counts where there is one
     * @param text what was typed, pasted, or came with the page before
     */
    @PostMapping
    ModelAndView send(
            @RequestParam(required = false) Optional<MultipartFile> file, @RequestParam(defaultValue = "") String text)
            throws IOException {
        Optional<MultipartFile> uploaded = file.filter(some -> !some.isEmpty());
        String sent = uploaded.isPresent() ? read(uploaded.get()) : text;
        return page(sent, Optional.of(RatingsTable.read(sent)));
    }

    /** What {@code POST /api/analysis/agreement} answers, as a file; the page for a table that can't be read. */
    @PostMapping("/agreement.json")
    Object json(@RequestParam(defaultValue = "") String text) {
        RatingsTable table = RatingsTable.read(text);
        if (!table.good()) {
            return page(text, Optional.of(table));
        }
        AgreementJson agreement = agreement(table, AgreementJson::of);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("agreement.json")
                                .build()
                                .toString())
                .body(agreement);
    }

    /** More than that is refused by its size alone. */
    private static String read(MultipartFile file) throws IOException {
        return file.getSize() > CsvFile.MOST_BYTES ? "x".repeat(CsvFile.MOST_BYTES + 1) : CsvFile.text(file.getBytes());
    }

    private ModelAndView page(String text, Optional<RatingsTable> table) {
        boolean good = table.map(RatingsTable::good).orElse(true);
        var view = new ModelAndView("analysis/analysis", good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("text", text.length() > CsvFile.MOST_BYTES ? "" : text);
        view.addObject("table", table);
        view.addObject(
                "findings",
                table.filter(RatingsTable::good)
                        .map(read -> agreement(read, found -> Findings.of(found, read.missing()))));
        return view;
    }

    private <T> T agreement(RatingsTable table, Function<Agreement, T> shown) {
        return analyses.run(() -> shown.apply(Agreement.of(Ratings.of(table.ratings()))))
                .orElseThrow(AnalysisController::busy);
    }

    private static ErrorResponseException busy() {
        var busy = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        busy.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Analyses.COME_AGAIN.toSeconds()));
        return busy;
    }
}
