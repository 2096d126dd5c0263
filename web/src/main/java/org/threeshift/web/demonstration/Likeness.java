package org.threeshift.web.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of somebody made up: head, hair and shoulders in flat colours, and nobody's face. */
record Likeness(int hue, Hair hair) {
    private static final int SIDE = 320;

    /** How it is worn. */
    enum Hair {
        SHORT,
        LONG,
        BUN,
        CURLS
    }

    byte[] png() {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            draw(pen);
        } finally {
            pen.dispose();
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private void draw(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, tone(0.22f, 0.98f), SIDE, SIDE, tone(0.48f, 0.84f)));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setPaint(tone(0.55f, 0.34f));
        pen.fill(behind());
        pen.setPaint(opposite(0.55f, 0.62f));
        pen.fill(new RoundRectangle2D.Double(62, 226, 196, 160, 120, 120));
        pen.setPaint(opposite(0.2f, 0.86f));
        pen.fill(new RoundRectangle2D.Double(136, 180, 48, 76, 44, 44));
        pen.setPaint(opposite(0.16f, 0.95f));
        pen.fill(head());
        pen.setPaint(tone(0.55f, 0.34f));
        pen.fill(fringe());
    }

    private static Shape head() {
        return new Ellipse2D.Double(104, 78, 112, 136);
    }

    /** The hair that stands out around the head. */
    private Shape behind() {
        return switch (hair) {
            case SHORT -> new Ellipse2D.Double(96, 62, 128, 116);
            case LONG -> new RoundRectangle2D.Double(84, 60, 152, 196, 140, 140);
            case BUN -> {
                var both = new Area(new Ellipse2D.Double(94, 62, 132, 126));
                both.add(new Area(new Ellipse2D.Double(130, 26, 60, 60)));
                yield both;
            }
            case CURLS -> {
                var all = new Area();
                for (int curl = 0; curl < 9; curl++) {
                    double angle = Math.PI * (0.92 + curl * 0.145);
                    all.add(new Area(new Ellipse2D.Double(
                            160 + 62 * Math.cos(angle) - 31, 130 + 66 * Math.sin(angle) - 31, 62, 62)));
                }
                yield all;
            }
        };
    }

    /** The hair that falls on the forehead: the top of the head, cut off aslant. */
    private Shape fringe() {
        var top = new Area(head());
        top.subtract(new Area(new Ellipse2D.Double(hair == Hair.LONG ? 120 : 92, 112, 150, 150)));
        top.intersect(new Area(new RoundRectangle2D.Double(90, 60, 140, 76, 20, 20)));
        return top;
    }

    private Color tone(float saturation, float brightness) {
        return Color.getHSBColor(hue / 360f, saturation, brightness);
    }

    private Color opposite(float saturation, float brightness) {
        return Color.getHSBColor(((hue + 180) % 360) / 360f, saturation, brightness);
    }
}
