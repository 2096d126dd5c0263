package org.threeshift.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a browser makes of the server's timestamps. The moments are made up; no server is asked. */
class ServerTimeIT {
    private static final String SCRIPT = "/META-INF/resources/assets/js/console/server-time.js";

    /** Hears pairs of the server's time and the own steady clock's, and answers the difference between the two at a moment. */
    private static final String AHEAD = """
            async ([module, heard, at]) => {
              const { ServerTime } = await import(module);
              const time = new ServerTime();
              for (const [server, local] of heard) time.hear(server, local);
              return time.when(at) - at;
            }
            """;

    @Test
    void the_servers_clock_is_kept_whatever_the_network_and_the_own_clock_do() throws IOException {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.somebody().newPage();
            String module = module();
            // The second answer travelled for 40 ms, the third for 400, and both came later than they were true.
            assertThat(ahead(page, module, at(1_000_000, 1_000), at(1_000_960, 2_000), at(1_001_600, 3_000)))
                    .as("the quickest answer is the truest")
                    .isEqualTo(999_000);
            assertThat(ahead(page, module, at(995_000, 1_000), at(1_001_000, 2_000)))
                    .as("one answer that was five seconds late does not stay")
                    .isEqualTo(999_000);
            assertThat(ahead(page, module, at(1_000_000, 1_000), at(1_605_000, 6_000)))
                    .as("a steady clock that stood still for ten minutes of sleep is put right at once")
                    .isEqualTo(1_599_000);
            assertThat(ahead(page, module, at(1_000_000, 1_000), at(1_400_000, 402_000)))
                    .as("what was heard long ago counts no more, so a clock that is too quick drifts no further")
                    .isEqualTo(998_000);
            page.context().close();
        }
    }

    /** An answer: the server's time, and when it came by the own clock. */
    private record Heard(int server, int at) {}

    private static Heard at(int server, int local) {
        return new Heard(server, local);
    }

    private static int ahead(Page page, String module, Heard... heard) {
        List<List<Integer>> pairs =
                Arrays.stream(heard).map(one -> List.of(one.server(), one.at())).toList();
        return page.evaluate(AHEAD, List.of(module, pairs, 500_000)) instanceof Number number ? number.intValue() : 0;
    }

    private static String module() throws IOException {
        try (var file = ServerTimeIT.class.getResourceAsStream(SCRIPT)) {
            String source = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return "data:text/javascript;base64,"
                    + Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8));
        }
    }
}
