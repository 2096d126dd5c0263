package org.threeshift.core.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/**
 * One gap of a debrief in the manner of the gap chart: a solid marker at each level that interviewers gave, a hollow one below
 * for the candidate's own, and a bar over the distance that is talked about. Without words: who gave what stands beside it.
 *
 * <p>It is as wide as its place. Level 1 lies at a tenth of the width, each further one a fifth to the right, so that labels
 * in five equal columns stand over their levels.
 *
 * @param levels each once, in rising order
 * @param from   where the distance begins, from 1 to 5
 * @param to     where it ends
 */
public record GapTrack(Shift shift, List<Integer> levels, OptionalInt self, OptionalDouble from, OptionalDouble to) {
    private static final double HEIGHT = 66;
    private static final double TRACK = 20;
    private static final double OWN = 50;
    private static final double MARKER = 13;
    private static final double OWN_MARKER = 8;

    public GapTrack {
        levels = List.copyOf(levels);
    }

    public static GapTrack of(Topic topic) {
        List<Integer> levels = topic.given().stream()
                .flatMapToInt(one -> one.level().value().stream())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        OptionalInt self = topic.self().stream()
                .flatMapToInt(own -> own.level().value().stream())
                .findFirst();
        boolean own = topic.between() == Between.SELF_AND_INTERVIEWERS;
        OptionalDouble one =
                own ? topic.mean() : levels.stream().mapToDouble(level -> level).min();
        OptionalDouble other = own
                ? self.stream().asDoubleStream().findFirst()
                : levels.stream().mapToDouble(level -> level).max();
        return new GapTrack(topic.shift(), levels, self, least(one, other), most(one, other));
    }

    private static OptionalDouble least(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()));
    }

    private static OptionalDouble most(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()));
    }

    /** Plain SVG, coloured by {@code assets/css/gap-chart.css} and {@code debrief.css} through classes alone. */
    public String draw() {
        var svg = new StringBuilder("<svg class=\"gap-one shift-%s\" height=\"%s\" aria-hidden=\"true\">"
                .formatted(Sentences.key(shift), number(HEIGHT)));
        IntStream.rangeClosed(Level.LOWEST, Level.HIGHEST)
                .forEach(level -> svg.append(line("gap-grid", level, TRACK - 14, level, TRACK + 14)));
        svg.append(line("gap-track", Level.LOWEST, TRACK, Level.HIGHEST, TRACK));
        if (from.isPresent() && to.isPresent() && to.getAsDouble() > from.getAsDouble()) {
            svg.append(line("gap-apart", from.getAsDouble(), TRACK, to.getAsDouble(), TRACK));
        }
        levels.forEach(level -> svg.append(marker("gap-now", level, TRACK, MARKER)));
        self.ifPresent(level -> svg.append(line("gap-drop", level, TRACK + 4, level, OWN - OWN_MARKER * 1.3))
                .append(marker("gap-own", level, OWN, OWN_MARKER)));
        return svg.append("</svg>").toString();
    }

    private static String line(String cssClass, double from, double y1, double to, double y2) {
        return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(cssClass, across(from), number(y1), across(to), number(y2));
    }

    private String marker(String cssClass, double level, double y, double radius) {
        return "<svg x=\"%s\" y=\"%s\" overflow=\"visible\">%s</svg>"
                .formatted(across(level), number(y), new Svg().marker(shift, cssClass, 0, 0, radius));
    }

    private static String across(double level) {
        return number((level - Level.LOWEST + 0.5) * 100 / (Level.HIGHEST - Level.LOWEST + 1)) + "%";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
