package org.threeshift.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, A4",
        "America/New_York, LETTER",
        "America/Indiana/Knox, LETTER",
        "US/Pacific, LETTER",
        "America/Sao_Paulo, A4",
        "Asia/Tokyo, A4",
        "UTC, A4"
    })
    void the_paper_is_that_of_the_place(String zone, Paper paper) {
        assertThat(Paper.of(ZoneId.of(zone))).isEqualTo(paper);
    }

    @Test
    void a_paper_has_a_name_and_nothing_else_is_one() {
        assertThat(Paper.named(" Letter ")).contains(Paper.LETTER);
        assertThat(Paper.named("a4")).contains(Paper.A4);
        assertThat(Paper.named("a3")).isEmpty();
    }

    @Test
    void tokens_become_colours_that_paper_knows() {
        Colours colours = Colours.of(
                "--white: light-dark(oklch(1 0 0), oklch(0 0 0)); --red: light-dark(oklch(0.628 0.2577 29.23), x);");
        assertThat(colours.into("a { color: var(--white); background: var(--red) }"))
                .isEqualTo("a { color: #ffffff; background: #ff0000 }");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> colours.into("var(--blue)"))
                .withMessageContaining("--blue");
    }
}
