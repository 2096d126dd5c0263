package org.threeshift.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @Test
    void a_machine_without_chromium_fails_and_says_what_to_install(@TempDir Path empty) {
        assertThatThrownBy(() -> Chromium.on(empty.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install chromium");
    }

    @Test
    void the_one_without_a_window_comes_first(@TempDir Path one, @TempDir Path other) throws IOException {
        Path whole = program(one, "chromium");
        assertThat(Chromium.on(one + File.pathSeparator + other)).isEqualTo(whole);
        Path shell = program(other, "chromium-headless-shell");
        assertThat(Chromium.on(one + File.pathSeparator + other)).isEqualTo(shell);
    }

    /** A server that is not there is no matter of asking again. */
    @Test
    void a_page_is_asked_for_again_only_where_it_loads_by_itself() {
        assertThat(Chromium.endedByAnother(new PlaywrightException("net::ERR_ABORTED; maybe frame was detached?")))
                .isTrue();
        assertThat(Chromium.endedByAnother(new PlaywrightException(
                        "Navigation to \"/room\" is interrupted by another navigation to \"/room\"")))
                .isTrue();
        assertThat(Chromium.endedByAnother(new PlaywrightException("net::ERR_CONNECTION_REFUSED at /room")))
                .isFalse();
    }

    private static Path program(Path folder, String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    /** A new Playwright may switch more off: then the list here follows. */
    @Test
    void what_playwright_switches_off_stays_off() throws IOException {
        String list = playwright().split("disabledFeatures = \\[", 2)[1].split("]\\.filter", 2)[0];
        assertThat(Pattern.compile("^ *\"(\\w+)\"", Pattern.MULTILINE)
                        .matcher(list)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .containsExactlyElementsOf(Chromium.WITHOUT);
    }

    private static String playwright() throws IOException {
        try (InputStream bundle =
                Objects.requireNonNull(Playwright.class.getResourceAsStream("/driver/package/lib/coreBundle.js"))) {
            return new String(bundle.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
