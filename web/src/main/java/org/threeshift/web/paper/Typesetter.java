package org.threeshift.web.paper;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.w3c.dom.Document;

/**
 * Sets a document as PDF, tagged for screen readers (PDF/UA-1). It fetches nothing, neither from the network nor from a disk, and
 * knows no database: everything that it prints comes in.
 */
final class Typesetter {
    private static final int USUAL_BYTES = 1 << 17;

    private final Colours colours = Colours.of(Files.content("/META-INF/resources/assets/tokens.css"));
    private final Faces faces = new Faces();
    private final String style = colours.into(Files.content("paper.css"));
    /** What of the fonts decides about heights and widths, so that those that are not needed stay closed. */
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    Typesetter() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    /** @param xhtml with a title, a language and no style of its own */
    byte[] pdf(String xhtml, Paper paper) {
        Document document = Markup.parse(xhtml, style + "@page { size: " + paper.key() + "; }");
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        var builder = new PdfRendererBuilder();
        faces.into(builder);
        builder.usePdfUaAccessibility(true)
                .withProducer("Threeshift")
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useSVGDrawer(new Vectors(colours))
                .useUnicodeBidiSplitter(Directions.Splitter::new)
                .useUnicodeBidiReorderer(new Directions.Reorderer())
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(document, null)
                .toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
