package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class TokensTest {
    private static final List<String> SURFACES = List.of("--paper", "--card", "--sunken", "--hover");
    private static final List<String> WORDS = List.of("--ink", "--muted", "--accent", "--good", "--warn", "--bad");
    private static final List<String> SHAPES = List.of("--edge", "--strategy", "--accountability", "--team");

    @Test
    void words_and_shapes_stand_out_in_both_schemes() throws IOException {
        assertThat(faults("META-INF/resources/assets/tokens.css")).isEmpty();
    }

    @Test
    void the_guard_sees_pale_words_and_shapes() throws IOException {
        assertThat(faults("counterexample/pale-tokens.css"))
                .anyMatch(fault -> fault.startsWith("LIGHT --muted on --paper"))
                .anyMatch(fault -> fault.startsWith("DARK --edge on --card"));
    }

    @Test
    void black_on_white_has_the_ratio_that_the_standard_gives() {
        var css = "--a: light-dark(oklch(0 0 0), oklch(0 0 0)); --b: light-dark(oklch(1 0 0), oklch(1 0 0));";
        assertThat(Contrast.of(css, Contrast.Scheme.LIGHT).ratio("--a", "--b")).isCloseTo(21, within(0.01));
    }

    /** WCAG 2.2 AA: 4.5 for words (1.4.3), 3 for controls and pictures (1.4.11). */
    private static List<String> faults(String file) throws IOException {
        String css = new ClassPathResource(file).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        for (Contrast.Scheme scheme : Contrast.Scheme.values()) {
            Contrast colours = Contrast.of(css, scheme);
            for (String surface : SURFACES) {
                WORDS.forEach(word -> check(faults, scheme, colours, word, surface, 4.5));
                if (!surface.equals("--hover")) {
                    SHAPES.forEach(shape -> check(faults, scheme, colours, shape, surface, 3));
                }
            }
            check(faults, scheme, colours, "--on-accent", "--accent", 4.5);
            check(faults, scheme, colours, "--on-accent", "--accent-strong", 4.5);
            for (String tone : List.of("--good", "--warn", "--bad", "--accent")) {
                check(faults, scheme, colours, "--ink", tone + "-soft", 4.5);
                check(faults, scheme, colours, "--muted", tone + "-soft", 4.5);
                check(faults, scheme, colours, tone, tone + "-soft", 4.5);
            }
            for (String shift : List.of("--strategy", "--accountability", "--team")) {
                check(faults, scheme, colours, "--ink", shift + "-soft", 4.5);
            }
        }
        return faults;
    }

    private static void check(
            List<String> faults, Contrast.Scheme scheme, Contrast colours, String front, String back, double least) {
        double ratio = colours.ratio(front, back);
        if (ratio < least) {
            faults.add("%s %s on %s: %.2f instead of %.1f".formatted(scheme, front, back, ratio, least));
        }
    }
}
