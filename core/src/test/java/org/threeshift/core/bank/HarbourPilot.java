package org.threeshift.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A small bank file without a fault, and ways to spoil it. */
final class HarbourPilot {
    static final String NAME = "harbour-pilot.yaml";
    static final String TEXT = read();

    private HarbourPilot() {}

    static byte[] file() {
        return bytes(TEXT);
    }

    static byte[] inVersion(int version) {
        return bytes(with("version: 3", "version: " + version));
    }

    /** The text with one passage, which stands there exactly once, replaced. */
    static String with(String passage, String replacement) {
        return replace(TEXT, passage, replacement);
    }

    static String replace(String text, String passage, String replacement) {
        assertThat(text.split(java.util.regex.Pattern.quote(passage), -1))
                .as("'%s' stands once in the file", passage)
                .hasSize(2);
        return text.replace(passage, replacement);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    static Bank bank() {
        return switch (new BankReader().read(file(), NAME)) {
            case BankReading.Read read -> read.bank();
            case BankReading.Rejected(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String read() {
        try (InputStream file = HarbourPilot.class.getResourceAsStream("/bank-files/" + NAME)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
