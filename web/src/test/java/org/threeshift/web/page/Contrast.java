package org.threeshift.web.page;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of a token file in one scheme, and the contrast ratio of two of them by WCAG 2.2 (relative luminance).
 * OKLCH to linear sRGB is Björn Ottosson's matrix of 2020; what leaves the gamut is clipped, as browsers do.
 */
record Contrast(Map<String, Double> luminance) {
    enum Scheme {
        LIGHT,
        DARK
    }

    private static final String COLOUR = "oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)";
    private static final Pattern TOKEN =
            Pattern.compile("(--[\\w-]+):\\s*light-dark\\(" + COLOUR + ",\\s*" + COLOUR + "\\)");

    static Contrast of(String css, Scheme scheme) {
        Map<String, Double> luminance = new HashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            int first = scheme == Scheme.LIGHT ? 2 : 5;
            luminance.putIfAbsent(
                    token.group(1),
                    luminance(number(token, first), number(token, first + 1), number(token, first + 2)));
        }
        return new Contrast(luminance);
    }

    /** From 1 (the same) to 21 (black on white). */
    double ratio(String one, String other) {
        double a = of(one);
        double b = of(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private double of(String token) {
        Double value = luminance.get(token);
        if (value == null) {
            throw new IllegalArgumentException("no colour " + token);
        }
        return value;
    }

    private static double number(Matcher token, int group) {
        return Double.parseDouble(token.group(group));
    }

    private static double luminance(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        double red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        double green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        double blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static double clip(double value) {
        return Math.clamp(value, 0, 1);
    }
}
