package org.threeshift.web.paper;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One of our drawings, as wide as its style says.
 *
 * @param width  on paper, in dots
 * @param height on paper, in dots
 * @param scale  from units of the drawing to dots
 */
record Drawing(Element svg, double width, double height, double scale, Colours colours) implements SVGImage {

    /** @param cssWidth in dots; below nothing when the style leaves it open */
    static Drawing of(Element svg, double cssWidth, double dotsPerPixel, Colours colours) {
        String[] box = svg.getAttribute("viewBox").split(" ");
        double units = Double.parseDouble(box[2]);
        double width = cssWidth > 0 ? cssWidth : units * dotsPerPixel;
        double scale = width / units;
        return new Drawing(svg, width, Double.parseDouble(box[3]) * scale, scale, colours);
    }

    @Override
    public int getIntrinsicWidth() {
        return (int) Math.round(width);
    }

    @Override
    public int getIntrinsicHeight() {
        return (int) Math.round(height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        children(svg, "ink", new Board(device, context, place));
    }

    private record Board(OutputDevice device, RenderingContext context, AffineTransform place) {}

    private void children(Element parent, String shift, Board board) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                draw(element, shift, board);
            }
        }
    }

    private void draw(Element element, String shift, Board board) {
        Ink ink = Ink.of(element.getAttribute("class"), shift, colours);
        switch (element.getTagName()) {
            case "line" ->
                paint(
                        new Line2D.Double(at(element, "x1"), at(element, "y1"), at(element, "x2"), at(element, "y2")),
                        ink,
                        board);
            case "rect" ->
                paint(
                        new RoundRectangle2D.Double(
                                at(element, "x"),
                                at(element, "y"),
                                at(element, "width"),
                                at(element, "height"),
                                2 * at(element, "rx"),
                                2 * at(element, "rx")),
                        ink,
                        board);
            case "path" -> paint(Outline.of(element.getAttribute("d")), ink, board);
            case "text" -> words(element, ink, board);
            case "title", "desc" -> {}
            default -> {
                String own = element.getAttribute("class");
                children(element, own.startsWith("shift-") ? own.substring("shift-".length()) : shift, board);
            }
        }
    }

    private void paint(Shape shape, Ink ink, Board board) {
        Shape placed = board.place().createTransformedShape(shape);
        ink.fill().ifPresent(colour -> {
            board.device().setColor(colour);
            board.device().fill(placed);
        });
        ink.stroke().ifPresent(colour -> {
            board.device().setColor(colour);
            board.device().setStroke(ink.pen(scale));
            board.device().draw(placed);
        });
    }

    private void words(Element element, Ink ink, Board board) {
        var face = new FontSpecification();
        face.families = new String[] {Faces.FAMILY};
        face.size = (float) (at(element, "font-size") * scale);
        face.fontWeight = ink.strong() ? IdentValue.FONT_WEIGHT_600 : IdentValue.NORMAL;
        face.fontStyle = IdentValue.NORMAL;
        face.variant = IdentValue.NORMAL;
        FSFont font = board.context().getFont(face);
        String words = element.getTextContent();
        var renderer = board.context().getTextRenderer();
        double wide = renderer.getWidth(board.context().getFontContext(), font, words);
        double back = switch (element.getAttribute("text-anchor")) {
            case "middle" -> wide / 2;
            case "end" -> wide;
            default -> 0;
        };
        double x = board.place().getTranslateX() + at(element, "x") * scale - back;
        double y = board.place().getTranslateY() + at(element, "y") * scale;
        board.device().setFont(font);
        board.device().setColor(ink.fill().orElse(FSRGBColor.BLACK));
        var device = (AbstractOutputDevice) board.device();
        FontSpecification before = device.getFontSpecification();
        // Otherwise the words before the drawing decide whether its letters are thickened by a line around them.
        device.setFontSpecification(face);
        renderer.drawString(device, words, (float) x, (float) y);
        device.setFontSpecification(before);
    }

    private static double at(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }
}
