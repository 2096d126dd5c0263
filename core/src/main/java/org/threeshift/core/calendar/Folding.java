package org.threeshift.core.calendar;

import java.util.stream.Collectors;

/** Lines of at most 75 octets (RFC 5545, section 3.1), never cut within a character. */
final class Folding {
    private static final int OCTETS = 75;

    private Folding() {}

    /** @param text lines that end in CR LF, of any length */
    static String fold(String text) {
        return text.lines().map(Folding::line).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(String line) {
        var folded = new StringBuilder(line.length());
        int used = 0;
        for (int index = 0; index < line.length(); ) {
            int character = line.codePointAt(index);
            int octets = octets(character);
            if (used + octets > OCTETS) {
                folded.append("\r\n ");
                used = 1;
            }
            folded.appendCodePoint(character);
            used += octets;
            index += Character.charCount(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
