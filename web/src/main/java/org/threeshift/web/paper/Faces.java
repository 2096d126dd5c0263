package org.threeshift.web.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * The fonts of what we print, all of them embedded as far as they are used: Instrument Sans, the face of the pages; for what it
 * lacks DejaVu Sans (Greek, Cyrillic, Hebrew, Arabic, signs); for what that lacks Droid Sans Fallback (Chinese, Japanese,
 * Korean). Read once; one that no letter asks for is not parsed.
 */
final class Faces {
    static final String FAMILY = "Instrument Sans";
    /** For a letter that none of the fonts has: a box says that something is missing. */
    static final String MISSING = "\u25a1";

    private static final int REGULAR = 400;
    private static final int STRONG = 600;

    private final Font regular = Font.read("InstrumentSans-Regular.ttf");
    private final Font strong = Font.read("InstrumentSans-SemiBold.ttf");
    private final Font wide = Font.read("DejaVuSans.ttf");
    private final Font eastAsian = Font.read("DroidSansFallback.ttf");

    private static final class Font {
        /** Where the list of tables begins, and the length of an entry (OpenType, "Table Directory"). */
        private static final int DIRECTORY = 12;

        private static final int ENTRY = 16;
        private static final String LIGATURES = "GSUB";

        private final byte[] bytes;

        private Font(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Without its table of ligatures: what copies or reads the words aloud would find no letters behind "fi". */
        static Font read(String file) {
            byte[] bytes = Files.bytes(file);
            int tables = ((bytes[4] & 0xff) << 8) | (bytes[5] & 0xff);
            for (int entry = DIRECTORY; entry < DIRECTORY + tables * ENTRY; entry += ENTRY) {
                if (new String(bytes, entry, LIGATURES.length(), StandardCharsets.ISO_8859_1).equals(LIGATURES)) {
                    bytes[entry] = '-';
                }
            }
            return new Font(bytes);
        }

        void use(PdfRendererBuilder builder, String family, int weight, Set<FSFontUseCase> uses) {
            builder.useFont(() -> new ByteArrayInputStream(bytes), family, weight, FontStyle.NORMAL, true, uses);
        }
    }

    void into(PdfRendererBuilder builder) {
        Set<FSFontUseCase> page = EnumSet.of(FSFontUseCase.DOCUMENT);
        Set<FSFontUseCase> instead = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);
        regular.use(builder, FAMILY, REGULAR, page);
        strong.use(builder, FAMILY, STRONG, page);
        wide.use(builder, "DejaVu Sans", REGULAR, instead);
        eastAsian.use(builder, "Droid Sans Fallback", REGULAR, instead);
        builder.useReplacementText(MISSING);
    }
}
