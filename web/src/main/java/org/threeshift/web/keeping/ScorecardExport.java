package org.threeshift.web.keeping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.export.ExportFile;
import org.threeshift.core.export.ExportPart;
import org.threeshift.core.export.ScorecardPrinter;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.core.scorecard.Scorecards;
import org.threeshift.core.scorecard.Standing;
import org.threeshift.web.api.ScorecardDocument;
import org.threeshift.web.page.Documents;
import org.threeshift.web.page.Texts;
import org.threeshift.web.report.Sheets;

/** The person's own scorecards in an export: for programs, and to be opened and printed. */
@Component
@Order(10)
final class ScorecardExport implements ExportPart {
    private static final List<String> STYLES =
            List.of("tokens.css", "base.css", "parts.css", "css/scorecard.css", "css/gap-chart.css");

    private final Scorecards scorecards;
    private final Sheets sheets;
    private final ScorecardDocument json;
    private final Documents documents;
    private final Texts texts;
    private final Optional<ScorecardPrinter> printer;

    ScorecardExport(
            Scorecards scorecards,
            Sheets sheets,
            ScorecardDocument json,
            Documents documents,
            Texts texts,
            Optional<ScorecardPrinter> printer) {
        this.scorecards = scorecards;
        this.sheets = sheets;
        this.json = json;
        this.documents = documents;
        this.texts = texts;
        this.printer = printer;
    }

    @Override
    public Stream<ExportFile> of(Person person) {
        return scorecards.everything(person.id()).stream()
                .flatMap(standing -> scorecards.find(standing.interview(), person.id()).stream()
                        .flatMap(card -> files(standing, card, person)));
    }

    private Stream<ExportFile> files(Standing standing, Scorecard card, Person person) {
        String name =
                "scorecards/" + standing.startedAt().atZone(person.zone()).toLocalDate() + "-" + standing.interview();
        String page =
                documents.render("keeping/scorecardFile", person, STYLES, Map.of("sheet", sheets.filed(card, person)));
        var pdf = printer.map(one -> ExportFile.bytes(
                name + ".pdf", one.pdf(card, person), texts.text("keeping.file.pdf", standing.roundTitle())));
        return Stream.concat(
                Stream.of(
                        ExportFile.text(
                                name + ".json", json.of(card), texts.text("keeping.file.json", standing.roundTitle())),
                        ExportFile.text(name + ".html", page, texts.text("keeping.file.html", standing.roundTitle()))),
                pdf.stream());
    }
}
