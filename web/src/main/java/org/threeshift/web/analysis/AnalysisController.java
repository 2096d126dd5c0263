package org.threeshift.web.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
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
        return page("", Optional.empty(), HttpStatus.OK);
    }

    /**
     * @param file what was uploaded; it counts where there is one
     * @param text what was typed, pasted, or came with the page before
     */
    @PostMapping
    ModelAndView send(
            @RequestParam(required = false) Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response)
            throws IOException {
        Optional<MultipartFile> uploaded = file.filter(some -> !some.isEmpty());
        String sent = uploaded.isPresent() ? read(uploaded.get()) : text;
        RatingsTable table = RatingsTable.read(sent);
        if (!table.good()) {
            return page(sent, Optional.of(table), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return agreement(table, found -> Findings.of(found, table.missing()))
                .map(findings ->
                        page(sent, Optional.of(table), HttpStatus.OK).addObject("findings", Optional.of(findings)))
                .orElseGet(() -> busy(sent, response));
    }

    /** What {@code POST /api/analysis/agreement} answers, as a file; the page for a table that can't be read. */
    @PostMapping("/agreement.json")
    Object json(@RequestParam(defaultValue = "") String text, HttpServletResponse response) {
        RatingsTable table = RatingsTable.read(text);
        if (!table.good()) {
            return page(text, Optional.of(table), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<AgreementJson> agreement = agreement(table, AgreementJson::of);
        return agreement.isEmpty() ? busy(text, response) : file(agreement.get());
    }

    private static ResponseEntity<AgreementJson> file(AgreementJson agreement) {
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

    private static ModelAndView page(String text, Optional<RatingsTable> table, HttpStatus status) {
        var view = new ModelAndView("analysis/analysis", status);
        view.addObject("text", text.length() > CsvFile.MOST_BYTES ? "" : text);
        view.addObject("table", table);
        view.addObject("findings", Optional.<Findings>empty());
        view.addObject("busy", status == HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    /** @return absent when there is no place now */
    private <T> Optional<T> agreement(RatingsTable table, Function<Agreement, T> shown) {
        return analyses.run(() -> shown.apply(Agreement.of(Ratings.of(table.ratings()))));
    }

    /** What was sent stands in the form still: sending it again is all there is to do. */
    private static ModelAndView busy(String text, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Analyses.COME_AGAIN.toSeconds()));
        return page(text, Optional.empty(), HttpStatus.TOO_MANY_REQUESTS);
    }
}
