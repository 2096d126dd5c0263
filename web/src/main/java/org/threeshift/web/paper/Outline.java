package org.threeshift.web.paper;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outline that an SVG path describes, of the kinds that our drawings use: {@code M l h z}, and half circles by {@code a}.
 * Other commands are left out.
 */
final class Outline {
    private static final Pattern COMMAND = Pattern.compile("([A-Za-z])([^A-Za-z]*)");

    private final Path2D.Double path = new Path2D.Double();

    private Outline() {}

    static Path2D of(String commands) {
        var outline = new Outline();
        Matcher command = COMMAND.matcher(commands);
        while (command.find()) {
            outline.add(command.group(1).charAt(0), numbers(command.group(2)));
        }
        return outline.path;
    }

    private void add(char command, double[] numbers) {
        switch (command) {
            case 'M' -> path.moveTo(numbers[0], numbers[1]);
            case 'l' -> {
                for (int index = 0; index + 1 < numbers.length; index += 2) {
                    lineBy(numbers[index], numbers[index + 1]);
                }
            }
            case 'h' -> lineBy(numbers[0], 0);
            case 'a' -> halfCircle(numbers[0], numbers[5]);
            case 'z', 'Z' -> path.closePath();
            default -> {}
        }
    }

    private void lineBy(double x, double y) {
        path.lineTo(path.getCurrentPoint().getX() + x, path.getCurrentPoint().getY() + y);
    }

    /** Below on the way to the right, above on the way back. */
    private void halfCircle(double radius, double across) {
        double left = path.getCurrentPoint().getX() + Math.min(across, 0);
        double top = path.getCurrentPoint().getY() - radius;
        path.append(new Arc2D.Double(left, top, 2 * radius, 2 * radius, across > 0 ? 180 : 0, 180, Arc2D.OPEN), true);
    }

    private static double[] numbers(String text) {
        String[] parts = text.strip().split("[\\s,]+");
        double[] numbers = new double[parts[0].isEmpty() ? 0 : parts.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = Double.parseDouble(parts[index]);
        }
        return numbers;
    }
}
