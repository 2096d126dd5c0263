package org.threeshift.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What lies in the jar. */
final class Files {
    private Files() {}

    /** @param path beside this package, or from the root when it begins with a slash */
    static byte[] bytes(String path) {
        try (InputStream stream = Objects.requireNonNull(Files.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
