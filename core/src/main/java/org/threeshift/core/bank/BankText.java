package org.threeshift.core.bank;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The text of a bank file, once its size and its encoding are in order. */
final class BankText {
    static final int MOST_BYTES = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BankText() {}

    static Optional<String> of(byte[] file, Problems problems) {
        if (file.length > MOST_BYTES) {
            problems.atLine(1, Sentence.FILE_TOO_BIG, file.length, MOST_BYTES);
            return Optional.empty();
        }
        return decoded(file, problems).filter(text -> readable(text, problems));
    }

    private static Optional<String> decoded(byte[] file, Problems problems) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer characters = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            problems.atLine(linesIn(text), Sentence.FILE_NOT_UTF_8, bytes.position() + 1);
            return Optional.empty();
        }
        return Optional.of(text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text);
    }

    private static int linesIn(String text) {
        return (int) text.chars().filter(character -> character == '\n').count() + 1;
    }

    /** The YAML reader gives up at the first character that it cannot print; this names all of them. */
    private static boolean readable(String text, Problems problems) {
        int line = 1;
        int column = 1;
        boolean readable = true;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (!StreamReader.isPrintable(character)) {
                problems.at(line, column, Sentence.FILE_UNREADABLE_CHARACTER, "U+%04X".formatted(character));
                readable = false;
            }
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
        }
        return readable;
    }
}
