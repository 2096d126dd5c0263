package org.threeshift.web.paper;

import com.openhtmltopdf.css.parser.FSRGBColor;
import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a part of the gap chart is painted on paper: what {@code assets/css/gap-chart.css} says of its class, for print.
 *
 * @param fill   absent for none
 * @param stroke absent for none
 * @param width  of the stroke, in units of the drawing
 * @param dash   lengths of dashes and gaps; empty for a whole line
 * @param strong whether words are set in the strong face
 */
record Ink(
        Optional<FSRGBColor> fill,
        Optional<FSRGBColor> stroke,
        float width,
        List<Float> dash,
        int cap,
        boolean strong) {
    private static final FSRGBColor WHITE = new FSRGBColor(0xffffff);
    private static final List<Float> WHOLE = List.of();

    Ink {
        dash = List.copyOf(dash);
    }

    /**
     * @param cssClass the classes of a part of the drawing
     * @param shift    the name of the colour of the shift that it belongs to
     */
    static Ink of(String cssClass, String shift, Colours colours) {
        return switch (cssClass) {
            case "gap-grid" -> line(colour(colours, "line"), 1, 2f, 5f);
            case "gap-grid gap-end" -> line(colour(colours, "line"), 1);
            case "gap-track" -> round(colour(colours, "line"), 6);
            case "gap-track gap-open" -> round(colour(colours, "edge"), 3, 1f, 8f);
            case "gap-band" ->
                new Ink(
                        Optional.of(faint(colours.rgb(shift), 0.2f)),
                        Optional.of(faint(colours.rgb(shift), 0.45f)),
                        1,
                        WHOLE,
                        BasicStroke.CAP_BUTT,
                        false);
            case "gap-way" -> line(colour(colours, shift), 2);
            case "gap-drop" -> line(colour(colours, "muted"), 1, 2f, 2f);
            case "gap-now" -> shape(Optional.of(colour(colours, shift)), WHITE, 1.5f);
            case "gap-ghost" -> shape(Optional.of(WHITE), colour(colours, shift), 1.75f);
            case "gap-own" -> shape(Optional.empty(), colour(colours, "ink"), 1.6f);
            case "gap-pole gap-leader", "gap-number" -> words(colour(colours, "ink"), true);
            case "gap-nothing" -> words(colour(colours, "muted"), true);
            case "gap-pole", "gap-tick", "gap-said", "gap-before" -> words(colour(colours, "muted"), false);
            default -> UNKNOWN;
        };
    }

    /** For a class that nobody told this file of: plain, and there. */
    static final Ink UNKNOWN = words(new FSRGBColor(0x444444), false);

    private static Ink words(FSRGBColor colour, boolean strong) {
        return new Ink(Optional.of(colour), Optional.empty(), 0, WHOLE, BasicStroke.CAP_BUTT, strong);
    }

    private static Ink line(FSRGBColor colour, float width, Float... dash) {
        return new Ink(Optional.empty(), Optional.of(colour), width, Arrays.asList(dash), BasicStroke.CAP_BUTT, false);
    }

    private static Ink round(FSRGBColor colour, float width, Float... dash) {
        return new Ink(Optional.empty(), Optional.of(colour), width, Arrays.asList(dash), BasicStroke.CAP_ROUND, false);
    }

    private static Ink shape(Optional<FSRGBColor> fill, FSRGBColor stroke, float width) {
        return new Ink(fill, Optional.of(stroke), width, WHOLE, BasicStroke.CAP_BUTT, false);
    }

    private static FSRGBColor colour(Colours colours, String name) {
        return new FSRGBColor(colours.rgb(name));
    }

    private static FSRGBColor faint(int rgb, float alpha) {
        return new FSRGBColor(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, alpha);
    }

    /** @param scale from units of the drawing to those of the paper */
    BasicStroke pen(double scale) {
        float[] dashes = new float[dash.size()];
        IntStream.range(0, dashes.length).forEach(index -> dashes[index] = (float) (dash.get(index) * scale));
        return dashes.length == 0
                ? new BasicStroke((float) (width * scale), cap, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) (width * scale), cap, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }
}
