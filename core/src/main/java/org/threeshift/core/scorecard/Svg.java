package org.threeshift.core.scorecard;

import java.util.Locale;
import org.threeshift.core.rubric.Shift;

/** Writes SVG: classes for colours, attributes for places, and no style attribute, which the site's policy forbids. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /** @param size further attributes, such as a fixed width */
    Svg open(String cssClass, double width, double height, String id, String size) {
        return add("<svg class=\"%s\" viewBox=\"0 0 %s %s\"%s role=\"img\" aria-labelledby=\"%s-title %s-desc\">"
                .formatted(cssClass, at(width), at(height), size, id, id));
    }

    Svg named(String id, String title, String description) {
        return add("<title id=\"%s-title\">%s</title><desc id=\"%s-desc\">%s</desc>"
                .formatted(id, escaped(title), id, escaped(description)));
    }

    Svg group(Shift shift) {
        return add("<g class=\"shift-" + Sentences.key(shift) + "\">");
    }

    Svg end(String element) {
        return add("</" + element + ">");
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(cssClass, at(x1), at(y1), at(x2), at(y2)));
    }

    Svg bar(String cssClass, double from, double to, double y, double height) {
        return add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                .formatted(cssClass, at(from), at(y - height / 2), at(to - from), at(height), at(height / 2)));
    }

    /** An upright bar around x. */
    Svg column(String cssClass, double x, double top, double bottom, double width) {
        return add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                .formatted(cssClass, at(x - width / 2), at(top), at(width), at(bottom - top), at(width / 2)));
    }

    Svg text(String cssClass, double x, double y, double size, String anchor, String words) {
        return add("<text class=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(cssClass, at(x), at(y), at(size), anchor, escaped(words)));
    }

    /** The marker of a shift: circle, diamond or triangle, all of about the same area. */
    Svg marker(Shift shift, String cssClass, double x, double y, double radius) {
        String path = switch (shift) {
            case STRATEGY ->
                "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z"
                        .formatted(
                                at(x - radius),
                                at(y),
                                at(radius),
                                at(radius),
                                at(2 * radius),
                                at(radius),
                                at(radius),
                                at(-2 * radius));
            case ACCOUNTABILITY -> {
                double half = radius * 1.25;
                yield "M%s %sl%s %s %s %s %s %sz"
                        .formatted(at(x), at(y - half), at(half), at(half), at(-half), at(half), at(-half), at(-half));
            }
            case TEAM -> {
                double half = radius * 1.18;
                yield "M%s %sl%s %sh%sz"
                        .formatted(at(x), at(y - radius * 1.15), at(half), at(radius * 2.02), at(-2 * half));
            }
        };
        return add("<path class=\"%s\" d=\"%s\"/>".formatted(cssClass, path));
    }

    @Override
    public String toString() {
        return out.toString();
    }

    Svg add(String text) {
        out.append(text);
        return this;
    }

    private static String at(double place) {
        String text = String.format(Locale.ROOT, "%.1f", place);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
