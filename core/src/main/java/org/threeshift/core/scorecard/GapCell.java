package org.threeshift.core.scorecard;

import java.util.Locale;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.GapChart.Track;
import org.threeshift.core.scorecard.Score.Scored;

/**
 * One track of the gap chart for a cell of a table: as few bytes as it goes, because there are a hundred of them on a page, and
 * without words, because they stand in the cell beside it: {@link #words}.
 */
public record GapCell(Track track) {
    private static final double FIRST = 8;
    private static final double LAST = 104;
    private static final double MIDDLE = 10;
    private static final double OWN = 22;

    /** Plain SVG, coloured by {@code assets/css/gap-chart.css} through classes alone. */
    public String draw() {
        var svg = new Svg()
                .add("<svg class=\"gap-cell shift-%s\" viewBox=\"0 0 112 28\" aria-hidden=\"true\">"
                        .formatted(Sentences.key(track.shift())));
        if (track.score() instanceof Scored(var mean, var band, var _)) {
            svg.line("gap-track", FIRST, MIDDLE, LAST, MIDDLE)
                    .bar("gap-band", x(band.low()), x(band.high()), MIDDLE, 11);
            track.previous()
                    .ifPresent(before -> svg.line("gap-way", x(before), MIDDLE, x(mean), MIDDLE)
                            .marker(track.shift(), "gap-ghost", x(before), MIDDLE, 3.5));
            svg.marker(track.shift(), "gap-now", x(mean), MIDDLE, 6);
        } else {
            svg.line("gap-track gap-open", FIRST, MIDDLE, LAST, MIDDLE);
        }
        track.self().ifPresent(self -> svg.marker(track.shift(), "gap-own", x(self), OWN, 3.5));
        return svg.end("svg").toString();
    }

    public boolean scored() {
        return track.score() instanceof Scored;
    }

    /** The number as it stands in the cell, or why there is none. */
    public String number() {
        return switch (track.score()) {
            case Scored(var mean, var _, var _) -> GapChart.number(mean);
            case Score.TooLittle nothing -> GapChart.words(nothing);
        };
    }

    /** All else that is drawn, for those who listen; empty when nothing is. */
    public String words() {
        var words = new StringBuilder();
        if (track.score() instanceof Scored(var _, var band, var _)) {
            words.append(Sentences.text(
                    "chart.sentence.band",
                    Sentences.text("chart.band", GapChart.number(band.low()), GapChart.number(band.high()))));
        }
        track.self().ifPresent(self -> words.append(Sentences.text("chart.sentence.self", GapChart.number(self))));
        track.previous()
                .ifPresent(before -> words.append(Sentences.text("chart.sentence.previous", GapChart.number(before))));
        return words.toString().toLowerCase(Locale.ENGLISH);
    }

    private static double x(double level) {
        return FIRST + (level - Level.LOWEST) / (Level.HIGHEST - Level.LOWEST) * (LAST - FIRST);
    }
}
