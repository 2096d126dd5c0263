package org.threeshift.core.scorecard;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Score.Scored;
import org.threeshift.core.scorecard.Score.TooLittle;

/**
 * One shift over all interviews: a marker at each score, a bar for its band, from left to right in the order of time, one step an
 * interview. Plain SVG, coloured by {@code assets/css/gap-chart.css} through classes alone. A table stands behind it.
 *
 * @param id     begins the ids inside the picture; unique on its page, lower-case letters, digits and hyphens
 * @param points the oldest first, at least one
 */
public record TrendChart(String id, Shift shift, List<Point> points) {
    private static final double WIDTH = 340;
    private static final double HEIGHT = 206;
    private static final double FIRST = 34;
    private static final double LAST = 318;
    private static final double TOP = 26;
    private static final double BOTTOM = 162;
    private static final double TEXT = 13;

    public TrendChart {
        points = List.copyOf(points);
    }

    /** @param date as a reader says it */
    public record Point(String date, Score score) {}

    public String draw() {
        String name = Sentences.text("shift." + Sentences.key(shift));
        var svg = new Svg()
                .open("trend-chart", WIDTH, HEIGHT, id, "")
                .named(
                        id,
                        Sentences.text("trend.title", name),
                        points.stream().map(TrendChart::sentence).collect(Collectors.joining(" ")))
                .group(shift);
        for (int level = Level.LOWEST; level <= Level.HIGHEST; level++) {
            svg.line("gap-grid", FIRST - 14, y(level), LAST + 14, y(level))
                    .text("gap-tick", 0, y(level) + TEXT * 0.35, TEXT, "start", Integer.toString(level));
        }
        way(svg);
        IntStream.range(0, points.size()).forEach(index -> point(svg, index));
        dates(svg);
        return svg.end("g").end("svg").toString();
    }

    private void way(Svg svg) {
        int[] scored = scored().toArray();
        for (int index = 1; index < scored.length; index++) {
            svg.line("gap-way", x(scored[index - 1]), y(scored[index - 1], 0), x(scored[index]), y(scored[index], 0));
        }
    }

    private double y(int index, double otherwise) {
        return y(points.get(index).score().value().orElse(otherwise));
    }

    private void point(Svg svg, int index) {
        switch (points.get(index).score()) {
            case Scored(var mean, var band, var _) -> {
                svg.column("gap-band", x(index), y(band.high()), y(band.low()), width())
                        .marker(shift, "gap-now", x(index), y(mean), index == lastScored() ? 7.5 : 5.5);
                if (index == firstScored() || index == lastScored()) {
                    svg.text("gap-number", x(index), y(band.high()) - 7, TEXT + 1, "middle", GapChart.number(mean));
                }
            }
            case TooLittle _ -> svg.text("gap-tick", x(index), BOTTOM + 15, TEXT, "middle", "–");
        }
    }

    private int firstScored() {
        return scored().findFirst().orElse(-1);
    }

    private int lastScored() {
        return scored().reduce((_, later) -> later).orElse(-1);
    }

    private IntStream scored() {
        return IntStream.range(0, points.size())
                .filter(index -> points.get(index).score().value().isPresent());
    }

    private void dates(Svg svg) {
        double line = HEIGHT - 8;
        if (points.size() == 1) {
            svg.text("gap-tick", x(0), line, TEXT, "middle", points.getFirst().date());
            return;
        }
        svg.text("gap-tick", FIRST - 14, line, TEXT, "start", points.getFirst().date())
                .text("gap-tick", LAST + 14, line, TEXT, "end", points.getLast().date());
    }

    private static String sentence(Point point) {
        return switch (point.score()) {
            case Scored(var mean, var band, var _) ->
                Sentences.text(
                        "trend.point",
                        point.date(),
                        GapChart.number(mean),
                        GapChart.number(band.low()),
                        GapChart.number(band.high()));
            case TooLittle nothing -> Sentences.text("trend.point.none", point.date(), GapChart.words(nothing));
        };
    }

    private double x(int index) {
        return points.size() == 1 ? (FIRST + LAST) / 2 : FIRST + index * (LAST - FIRST) / (points.size() - 1);
    }

    private double width() {
        return Math.min(14, (LAST - FIRST) / Math.max(1, points.size() - 1) * 0.6);
    }

    private static double y(double level) {
        return BOTTOM - (level - Level.LOWEST) / (Level.HIGHEST - Level.LOWEST) * (BOTTOM - TOP);
    }
}
