package org.threeshift.web.paper;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws our own SVG on paper, as vectors and real words: lines, rounded bars, outlines and texts, coloured by their classes. No
 * other SVG ever comes here, so no general engine for it is needed, nor what such an engine would fetch or run.
 */
final class Vectors implements SVGDrawer {
    private final Colours colours;

    Vectors(Colours colours) {
        this.colours = colours;
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        return Drawing.of(svg, cssWidth, dotsPerPixel, colours);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
