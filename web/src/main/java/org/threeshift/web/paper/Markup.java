package org.threeshift.web.paper;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A rendered template as a document: whatever somebody wrote in it is words, and nothing in it leads anywhere outside. */
final class Markup {
    private static final int REPLACEMENT = 0xfffd;

    private Markup() {}

    /** @throws IllegalArgumentException when the template is not well-formed, which is a bug of the template */
    static Document parse(String xhtml, String style) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The usual one also prints what is wrong, past the log.
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new InputSource(new StringReader(inert(xhtml.strip()))));
            Element sheet = document.createElement("style");
            sheet.appendChild(document.createTextNode(style));
            document.getElementsByTagName("head").item(0).appendChild(sheet);
            describe(document.getElementsByTagName("svg"));
            return document;
        } catch (SAXException e) {
            throw new IllegalArgumentException("The template is no XHTML: " + e.getMessage(), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Without characters that XML forbids, without those that turn the direction of what follows, because they could make one
     * sentence read as another, and without those that make one picture of two emoji, which no font here does. What was a half
     * of a pair becomes a visible sign, and a letter with its accent one letter.
     */
    static String inert(String text) {
        var clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !steers(point))
                .map(Markup::allowed)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean steers(int point) {
        return (point < 0x20 && point != '\t' && point != '\n' && point != '\r')
                || (point >= 0x7f && point < 0xa0)
                || point == 0x200d
                || (point >= 0xfe00 && point <= 0xfe0f)
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static int allowed(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return half || point == 0xfffe || point == 0xffff ? REPLACEMENT : point;
    }

    /** Drawings say by their own title and description what they show. */
    private static void describe(NodeList drawings) {
        for (int index = 0; index < drawings.getLength(); index++) {
            if (drawings.item(index) instanceof Element drawing) {
                drawing.setAttribute("alt", words(drawing, "title") + ". " + words(drawing, "desc"));
            }
        }
    }

    private static String words(Element drawing, String name) {
        NodeList found = drawing.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
