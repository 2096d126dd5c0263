package org.threeshift.web.paper;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The light colours of the design tokens as sRGB, for paper: what sets PDF knows neither custom properties nor OKLCH. From
 * OKLCH to linear sRGB goes Björn Ottosson's matrix of 2020, from there the transfer function of IEC 61966-2-1; what leaves the
 * gamut is clipped, as browsers do.
 *
 * @param tokens from the name without hyphens before it to 0xRRGGBB
 */
record Colours(Map<String, Integer> tokens) {
    private static final String COLOUR = "oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)";
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*light-dark\\(" + COLOUR);
    private static final Pattern USE = Pattern.compile("var\\(--([\\w-]+)\\)");

    Colours {
        tokens = Map.copyOf(tokens);
    }

    /** @param css the token file; the first definition of a name counts */
    static Colours of(String css) {
        Map<String, Integer> found = new HashMap<>();
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            found.putIfAbsent(token.group(1), rgb(number(token, 2), number(token, 3), number(token, 4)));
        }
        return new Colours(found);
    }

    /** 0xRRGGBB. */
    int rgb(String name) {
        Integer colour = tokens.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("there is no colour --" + name);
        }
        return colour;
    }

    /** The style sheet with each {@code var(--colour)} put in. */
    String into(String css) {
        return USE.matcher(css).replaceAll(use -> "#%06x".formatted(rgb(use.group(1))));
    }

    private static double number(Matcher token, int group) {
        return Double.parseDouble(token.group(group));
    }

    private static int rgb(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return red << 16 | green << 8 | blue;
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int channel(double linear) {
        double value = Math.clamp(linear, 0, 1);
        double coded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }
}
