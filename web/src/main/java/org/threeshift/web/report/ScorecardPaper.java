package org.threeshift.web.report;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threeshift.core.export.ScorecardPrinter;
import org.threeshift.core.people.Person;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.web.page.Moments;
import org.threeshift.web.page.Texts;
import org.threeshift.web.paper.Paper;
import org.threeshift.web.paper.Papers;

/** Scorecards as PDF, on the reader's wall clock. */
@Component
final class ScorecardPaper implements ScorecardPrinter {
    private final Sheets sheets;
    private final Papers papers;
    private final Texts texts;
    private final InstantSource time;

    ScorecardPaper(Sheets sheets, Papers papers, Texts texts, InstantSource time) {
        this.sheets = sheets;
        this.papers = papers;
        this.texts = texts;
        this.time = time;
    }

    /** @return absent when everything is busy */
    Optional<byte[]> pdf(ScorecardSheet sheet, Optional<Beside> beside, Person reader, Paper paper) {
        return papers.pdf("paper/scorecard", parameters(sheet, beside, reader, paper), paper);
    }

    @Override
    public byte[] pdf(Scorecard scorecard, Person candidate) {
        Paper paper = Paper.of(candidate.zone());
        ScorecardSheet sheet = sheets.filed(scorecard, candidate);
        return papers.pdfInTurn("paper/scorecard", parameters(sheet, Optional.empty(), candidate, paper), paper);
    }

    private Map<String, Object> parameters(ScorecardSheet sheet, Optional<Beside> beside, Person reader, Paper paper) {
        var moments = new Moments(reader.zone(), time.instant(), texts);
        return Map.of("sheet", sheet, "beside", beside, "moments", moments, "paper", paper);
    }
}
