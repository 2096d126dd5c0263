package org.threeshift.core.scorecard;

import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.GapChart.Track;
import org.threeshift.core.scorecard.Score.Scored;

/** The gap chart as three small pictures side by side, for a line of a list. They keep their size, and wrap. */
record GapStrip(GapChart chart) {
    private static final double WIDTH = 148;
    private static final double HEIGHT = 28;
    private static final double FIRST = 9;
    private static final double LAST = 107;
    private static final double MIDDLE = HEIGHT / 2;

    String draw() {
        var out = new StringBuilder("<span class=\"gap-row\">");
        chart.tracks().forEach(track -> out.append(small(track)));
        return out.append("</span>").toString();
    }

    private String small(Track track) {
        String id = chart.id() + "-" + Sentences.key(track.shift());
        var svg = new Svg()
                .open("gap-small", WIDTH, HEIGHT, id, " width=\"148\" height=\"28\"")
                .named(id, Sentences.text("shift." + Sentences.key(track.shift())), chart.sentence(track))
                .group(track.shift());
        switch (track.score()) {
            case Scored(var mean, var band, var _) -> {
                svg.line("gap-track", FIRST, MIDDLE, LAST, MIDDLE)
                        .bar("gap-band", x(band.low()), x(band.high()), MIDDLE, 12);
                track.previous()
                        .ifPresent(before -> svg.line("gap-way", x(before), MIDDLE, x(mean), MIDDLE)
                                .marker(track.shift(), "gap-ghost", x(before), MIDDLE, 4));
                svg.marker(track.shift(), "gap-now", x(mean), MIDDLE, 6.5)
                        .text("gap-number", LAST + 14, MIDDLE + 5, 14, "start", GapChart.number(mean));
            }
            case Score.TooLittle _ ->
                svg.line("gap-track gap-open", FIRST, MIDDLE, LAST, MIDDLE)
                        .text("gap-tick", LAST + 14, MIDDLE + 5, 14, "start", "–");
        }
        return svg.end("g").end("svg").toString();
    }

    private static double x(double level) {
        return FIRST + (level - Level.LOWEST) / (Level.HIGHEST - Level.LOWEST) * (LAST - FIRST);
    }
}
