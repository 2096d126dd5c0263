package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages' policy would stop in a browser, found in the templates already. */
class ScriptsTest {
    private static final Pattern SCRIPT_WITHOUT_WORD =
            Pattern.compile("<script(?! nonce=\"\\$\\{page\\.nonce\\(\\)}\" src=)[^>]*>");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=\"|\\son[a-z]+=\"|javascript:");

    @Test
    void every_script_of_a_page_comes_from_a_file_and_carries_the_word_of_its_answer() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            // A letter is read elsewhere, where style sheets don't come along.
            assertThat(files.filter(file -> file.toString().endsWith(".jte"))
                            .filter(file -> !file.startsWith("src/main/jte/mail"))
                            .flatMap(file -> faults(read(file)).map(fault -> file + ": " + fault)))
                    .isEmpty();
        }
    }

    @Test
    void the_guard_sees_a_script_without_the_word_and_whatever_is_inline() {
        assertThat(List.of(
                        "<script src=\"/assets/js/x.js\">",
                        "<script nonce=\"${page.nonce()}\">",
                        "<p style=\"color: red\">",
                        "<a onclick=\"x()\">",
                        "<a href=\"javascript:x()\">",
                        "<style>"))
                .allSatisfy(bad -> assertThat(faults(bad)).as(bad).isNotEmpty());
        assertThat(faults("<script nonce=\"${page.nonce()}\" src=\"${page.asset(\"js/x.js\")}\" type=\"module\">"))
                .isEmpty();
    }

    private static Stream<String> faults(String template) {
        return Stream.of(SCRIPT_WITHOUT_WORD, INLINE)
                .flatMap(pattern -> pattern.matcher(template).results())
                .map(found -> found.group());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
