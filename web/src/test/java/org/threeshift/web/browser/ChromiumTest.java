package org.threeshift.web.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @Test
    void a_machine_without_chromium_fails_and_says_what_to_install(@TempDir Path empty) {
        assertThatThrownBy(() -> Chromium.on(empty.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install chromium");
    }
}
