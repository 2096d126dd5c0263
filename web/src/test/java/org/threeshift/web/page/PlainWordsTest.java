package org.threeshift.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.threeshift.core.relations.Partner;

/** Sentences that said more than was so. */
class PlainWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");

    private final Texts texts;

    PlainWordsTest() throws IOException {
        texts = new Texts(new TextsConfiguration().messageSource(), Locale.ENGLISH);
    }

    @Test
    void nobody_is_asked_to_practise_again_with_somebody_whom_they_never_met() {
        assertThat(sat(0, Optional.empty())).contains("Practise together?").doesNotContain("again");
        assertThat(sat(1, Optional.of(NOW))).contains("Practise together again?");
    }

    /** Who came is what the clock knows; whether it was begun is another question, and home asks it. */
    @Test
    void two_who_came_and_never_began_read_on_both_pages_that_they_came_and_that_it_has_not_begun() {
        assertThat(texts.text("pairs.word.kept")).isEqualTo("Both came");
        assertThat(texts.text("pairs.standing.kept.title")).isEqualTo("Both of you came");
        assertThat(texts.text("home.next.overdue", "20 minutes ago"))
                .contains("has not begun")
                .doesNotContain("not held");
    }

    private String sat(int times, Optional<Instant> met) {
        var page = new Page(
                texts,
                Optional.of(PageFixture.MAYA),
                false,
                Optional.empty(),
                false,
                Section.ELSEWHERE,
                new Moments(ZoneId.of("UTC"), NOW, texts),
                new Assets(new DefaultResourceLoader()),
                0,
                0,
                "");
        var partner = new Partner(PageFixture.MAYA, times, met, false, false, Optional.empty());
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("practice/sat.jte", Map.of("page", page, "partners", List.of(partner)), output);
        return output.toString();
    }
}
