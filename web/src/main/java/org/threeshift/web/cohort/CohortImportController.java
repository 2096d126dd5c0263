package org.threeshift.web.cohort;

import static org.threeshift.web.cohort.CohortAnswers.cohort;
import static org.threeshift.web.cohort.CohortAnswers.notThere;

import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.ImportTable;
import org.threeshift.core.cohort.Imports;
import org.threeshift.core.csv.CsvFile;
import org.threeshift.core.people.CurrentPerson;

/**
 * Imports people from a table. The page that shows what a table would do holds its text too: it can be corrected there and
 * sent again without the file, and nothing is kept on the server until somebody confirms.
 */
@Controller
@RequestMapping("/cohorts/{id}/import")
final class CohortImportController {
    private final Coaching coaching;
    private final Imports imports;
    private final CurrentPerson currentPerson;

    CohortImportController(Coaching coaching, Imports imports, CurrentPerson currentPerson) {
        this.coaching = coaching;
        this.imports = imports;
        this.currentPerson = currentPerson;
    }

    @GetMapping
    ModelAndView form(@PathVariable String id) {
        return page(id, Optional.empty(), "", HttpStatus.OK);
    }

    /**
     * @param file what was uploaded; it counts where there is one
     * @param text what was typed, pasted, or came with the page before
     * @param confirm set when the table was looked at
     */
    @PostMapping
    ModelAndView send(
            @PathVariable String id,
            @RequestParam(required = false) Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String confirm)
            throws IOException {
        Optional<MultipartFile> uploaded = file.filter(some -> !some.isEmpty());
        String table = uploaded.isPresent() ? read(uploaded.get()) : text;
        return confirm.isEmpty() || uploaded.isPresent() ? look(id, table) : run(id, table);
    }

    private ModelAndView look(String id, String text) {
        ImportTable table =
                imports.look(currentPerson.required(), cohort(id), text).orElseThrow(CohortAnswers::notThere);
        return page(id, Optional.of(table), "", status(table));
    }

    private ModelAndView run(String id, String text) {
        return switch (imports.run(currentPerson.required(), cohort(id), text)) {
            case Imports.Imported.Done(var _) ->
                new ModelAndView("redirect:/cohorts/%s/members?done=imported".formatted(cohort(id)));
            case Imports.Imported.NotReady(var table) ->
                page(id, Optional.of(table), "", HttpStatus.UNPROCESSABLE_CONTENT);
            case Imports.Imported.Refused(var refusal) ->
                page(
                        id,
                        imports.look(currentPerson.required(), cohort(id), text),
                        refusal.sentence(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Imports.Imported.NotThere() -> throw notThere();
        };
    }

    /** More than that is refused by its size alone. */
    private static String read(MultipartFile file) throws IOException {
        return file.getSize() > CsvFile.MOST_BYTES ? "x".repeat(CsvFile.MOST_BYTES + 1) : CsvFile.text(file.getBytes());
    }

    private static HttpStatus status(ImportTable table) {
        return table.problems().isEmpty() && table.bad().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private ModelAndView page(String id, Optional<ImportTable> table, String error, HttpStatus status) {
        CohortPage found = coaching.find(cohort(id), currentPerson.required()).orElseThrow(CohortAnswers::notThere);
        if (found.cohort().archived()) {
            throw notThere();
        }
        var view = new ModelAndView("cohort/import", status);
        view.addObject("of", found);
        view.addObject("table", table);
        view.addObject("error", error);
        return view;
    }
}
