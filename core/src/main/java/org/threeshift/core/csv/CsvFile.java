package org.threeshift.core.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file that a spreadsheet saved: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1252. */
public final class CsvFile {
    /** Most bytes of a file, and of a text that came back from a form. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvFile() {}

    public static String text(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE)) {
            return decode(file, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return decode(file, StandardCharsets.UTF_16BE);
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return decode(file, WINDOWS);
        }
    }

    private static String decode(byte[] file, Charset charset) {
        return withoutMark(new String(file, charset));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (at >= file.length || Byte.toUnsignedInt(file[at]) != bytes[at]) {
                return false;
            }
        }
        return true;
    }
}
