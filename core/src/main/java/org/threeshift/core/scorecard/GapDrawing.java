package org.threeshift.core.scorecard;

import java.util.stream.Collectors;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.GapChart.Track;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;

/**
 * Draws the gap chart in one of its two forms. Above a track stand its numbers, on it the markers, below it the candidate's
 * own score: each has a lane of its own, so nothing can lie on anything else.
 */
record GapDrawing(GapChart chart, Form form) {
    static final Form WIDE = new Form("gap-wide", 760, 126, 628, 58, 92, true, 15, 19);
    static final Form NARROW = new Form("gap-narrow", 340, 16, 324, 62, 112, false, 14.5, 19);

    private static final double MARKER = 11;
    private static final double GHOST = 7;
    private static final double OWN = 6;
    /** Width of a character, in parts of its size: generous for this face. */
    private static final double CHARACTER = 0.52;

    /**
     * @param first  x of level 1
     * @param last   x of level 5
     * @param top    y of the first track
     * @param step   from track to track
     * @param beside whether the ends' names stand beside the track, else above it
     */
    record Form(
            String name,
            double width,
            double first,
            double last,
            double top,
            double step,
            boolean beside,
            double text,
            double number) {

        double x(double level) {
            return first + (level - Level.LOWEST) / (Level.HIGHEST - Level.LOWEST) * (last - first);
        }

        double y(int index) {
            return top + index * step;
        }

        double height(int tracks) {
            return y(tracks - 1) + 72;
        }
    }

    String draw() {
        String id = chart.id() + "-" + form.name();
        int tracks = chart.tracks().size();
        var svg = new Svg()
                .open(form.name(), form.width(), form.height(tracks), id, "")
                .named(
                        id,
                        Sentences.text(chart.own() ? "chart.title.own" : "chart.title"),
                        chart.tracks().stream().map(chart::sentence).collect(Collectors.joining(" ")));
        grid(svg, tracks);
        for (int index = 0; index < tracks; index++) {
            track(svg, chart.tracks().get(index), form.y(index));
        }
        return svg.end("svg").toString();
    }

    private void grid(Svg svg, int tracks) {
        double bottom = form.height(tracks) - 22;
        for (int level = Level.LOWEST; level <= Level.HIGHEST; level++) {
            boolean end = level == Level.LOWEST || level == Level.HIGHEST;
            for (int index = 0; index < tracks; index++) {
                double from = form.beside() ? form.y(index) - form.step() / 2 : form.y(index) - 16;
                double to = form.beside() ? form.y(index) + form.step() / 2 : form.y(index) + 16;
                svg.line(end ? "gap-grid gap-end" : "gap-grid", form.x(level), from, form.x(level), to);
            }
            svg.text("gap-tick", form.x(level), bottom + 18, form.text(), "middle", Integer.toString(level));
        }
    }

    private void track(Svg svg, Track track, double y) {
        String shift = Sentences.key(track.shift());
        svg.group(track.shift());
        poles(svg, shift, y);
        boolean scored = track.score() instanceof Scored;
        svg.line(scored ? "gap-track" : "gap-track gap-open", form.first(), y, form.last(), y);
        switch (track.score()) {
            case Scored(var mean, var band, var _) -> {
                svg.bar("gap-band", form.x(band.low()), form.x(band.high()), y, 18);
                track.previous().ifPresent(before -> ghost(svg, track, before, mean, y));
                svg.marker(track.shift(), "gap-now", form.x(mean), y, MARKER);
                svg.text("gap-number", form.x(mean), y - 21, form.number(), "middle", GapChart.number(mean));
            }
            case TooLittle nothing -> {
                track.previous().ifPresent(before -> svg.marker(track.shift(), "gap-ghost", form.x(before), y, GHOST));
                double middle = (form.first() + form.last()) / 2;
                svg.text("gap-nothing", middle, y - 18, form.text(), "middle", GapChart.words(nothing));
            }
        }
        track.self().ifPresent(self -> own(svg, track, self, y));
        svg.end("g");
    }

    private void poles(Svg svg, String shift, double y) {
        String specialist = Sentences.text("chart." + shift + ".specialist");
        String leader = Sentences.text("chart." + shift + ".leader");
        double line = form.beside() ? y + 5 : y - 46;
        double left = form.beside() ? 0 : form.first() - 8;
        double right = form.beside() ? form.width() : form.last() + 8;
        svg.text("gap-pole", left, line, form.text(), "start", specialist);
        svg.text("gap-pole gap-leader", right, line, form.text(), "end", leader);
    }

    private void ghost(Svg svg, Track track, double before, double now, double y) {
        double from = form.x(before);
        double to = form.x(now);
        svg.line("gap-way", from, y, to, y);
        svg.marker(track.shift(), "gap-ghost", from, y, GHOST);
        String words = Sentences.text("chart.before", GapChart.number(before));
        double room = (width(words, form.text()) + width("0.0", form.number())) / 2 + 6;
        if (Math.abs(from - to) > room) {
            double half = width(words, form.text()) / 2;
            double x = Math.clamp(from, form.first() - MARKER + half, form.last() + MARKER - half);
            if (Math.abs(x - to) > room) {
                svg.text("gap-before", x, y - 19, form.text(), "middle", words);
            }
        }
    }

    private void own(Svg svg, Track track, double self, double y) {
        double x = form.x(self);
        double lane = y + 25;
        String words = Sentences.text(chart.own() ? "chart.own" : "chart.self", GapChart.number(self));
        boolean roomRight = x + OWN + 6 + width(words, form.text()) <= form.last() + MARKER;
        svg.line("gap-drop", x, y + 4, x, lane - OWN * 1.3);
        svg.marker(track.shift(), "gap-own", x, lane, OWN);
        svg.text(
                "gap-said",
                roomRight ? x + OWN + 6 : x - OWN - 6,
                lane + form.text() * 0.35,
                form.text(),
                roomRight ? "start" : "end",
                words);
    }

    private static double width(String words, double size) {
        return words.length() * size * CHARACTER;
    }
}
