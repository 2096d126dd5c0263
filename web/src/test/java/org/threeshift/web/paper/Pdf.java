package org.threeshift.web.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A PDF, read again. */
public final class Pdf implements AutoCloseable {
    private final PDDocument document;

    private Pdf(PDDocument document) {
        this.document = document;
    }

    public static Pdf of(byte[] file) {
        try {
            return new Pdf(Loader.loadPDF(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDDocument document() {
        return document;
    }

    List<PDPage> pages() {
        return StreamSupport.stream(document.getPages().spliterator(), false).toList();
    }

    /** All words but the feet of pages, in the order in which they were set, a blank between pieces that do not touch. */
    public String words() {
        return IntStream.rangeClosed(1, document.getNumberOfPages())
                .mapToObj(page -> words(aboveFoot(letters(page))))
                .collect(Collectors.joining(" "));
    }

    /** Of one page, with its foot. */
    String words(int page) {
        return words(letters(page));
    }

    private static String words(List<TextPosition> letters) {
        var words = new StringBuilder();
        float end = 0;
        float line = 0;
        for (TextPosition letter : letters) {
            boolean touches = Math.abs(letter.getYDirAdj() - line) < 0.5
                    && letter.getXDirAdj() > end - 1
                    && letter.getXDirAdj() < end + 0.15 * letter.getFontSizeInPt();
            words.append(touches ? "" : " ").append(letter.getUnicode());
            end = letter.getXDirAdj() + letter.getWidthDirAdj();
            line = letter.getYDirAdj();
        }
        return words.toString().replaceAll("[\\s\u00a0]+", " ");
    }

    private static List<TextPosition> aboveFoot(List<TextPosition> letters) {
        float foot = lowest(letters);
        return letters.stream().filter(letter -> letter.getYDirAdj() < foot - 5).toList();
    }

    private List<TextPosition> letters(int page) {
        var found = new ArrayList<TextPosition>();
        try {
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    found.add(text);
                }
            };
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Whether the lowest line of a page above its foot is set as headings are: large, or strong from end to end. */
    boolean endsWithHeading(int page) {
        List<TextPosition> letters = letters(page);
        List<TextPosition> above = aboveFoot(letters);
        float last = lowest(above);
        List<TextPosition> line =
                above.stream().filter(letter -> letter.getYDirAdj() > last - 1).toList();
        return line.stream().allMatch(letter -> letter.getFont().getName().contains("SemiBold"))
                || line.stream().anyMatch(letter -> letter.getFontSizeInPt() > 10);
    }

    private static float lowest(List<TextPosition> letters) {
        return letters.stream()
                .map(TextPosition::getYDirAdj)
                .max(Float::compare)
                .orElseThrow();
    }

    List<PDFont> fonts() {
        var fonts = new ArrayList<PDFont>();
        for (PDPage page : pages()) {
            for (COSName name : page.getResources().getFontNames()) {
                try {
                    fonts.add(page.getResources().getFont(name));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return fonts;
    }

    /** A page as it looks, some 100 dots an inch, into a file. */
    public void picture(int page, Path file) {
        try {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, 100);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures made of dots. */
    long images() {
        return pages().stream()
                .mapToLong(page -> StreamSupport.stream(
                                page.getResources().getXObjectNames().spliterator(), false)
                        .filter(page.getResources()::isImageXObject)
                        .count())
                .sum();
    }

    /** Every element of the structure that screen readers follow. */
    List<PDStructureElement> structure() {
        return below(document.getDocumentCatalog().getStructureTreeRoot()).toList();
    }

    private static Stream<PDStructureElement> below(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(kid -> Stream.concat(Stream.of(kid), below(kid)));
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
