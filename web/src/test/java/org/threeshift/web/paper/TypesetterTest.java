package org.threeshift.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.scorecard.GapChart;
import org.threeshift.core.scorecard.SampleScorecards;
import org.threeshift.core.scorecard.Scorecard;
import org.threeshift.web.page.RealPages;
import org.threeshift.web.report.ScorecardPages;

class TypesetterTest {
    private static final Typesetter TYPESETTER = new Typesetter();
    private static final Scorecard FULL = SampleScorecards.full(3);
    /** What somebody might write who means no good, and what people are called. */
    private static final String HOSTILE =
            "<script>alert(1)</script> &amp; ]]> <!-- \u0000\u0007\u009b \u202edrawkcab\u202c \ud83d "
                    + "שלום (abc) مرحبا 你好 こんにちは 안녕 😀👩\u200d👩\u200d👧\ufe0f Ωμέγα Привет e\u0301 \ufdd0 "
                    + "Donaudampfschifffahrtsgesellschaft".repeat(40);

    private static Pdf set(Scorecard card, Paper paper) {
        String xhtml = RealPages.html(
                "paper/scorecard",
                Map.of(
                        "sheet",
                        ScorecardPages.own(card),
                        "beside",
                        Optional.empty(),
                        "moments",
                        RealPages.moments(),
                        "paper",
                        paper));
        return Pdf.of(TYPESETTER.pdf(xhtml, paper));
    }

    private static final String FOOT = "<div class=\"foot\"><table><tr><td>Foot</td></tr></table></div>";

    private static Pdf set(String body) {
        return Pdf.of(TYPESETTER.pdf(
                "<html lang=\"en\"><head><title>T</title><meta name=\"subject\" content=\"S\"/></head><body>" + FOOT
                        + body + "</body></html>",
                Paper.A4));
    }

    @ParameterizedTest
    @EnumSource
    void a_scorecard_has_the_size_of_the_paper_and_a_foot_on_each_page(Paper paper) {
        try (Pdf pdf = set(FULL, paper)) {
            int pages = pdf.pages().size();
            assertThat(pages).isBetween(4, 10);
            for (int page = 1; page <= pages; page++) {
                var box = pdf.pages().get(page - 1).getMediaBox();
                assertThat(box.getWidth()).isCloseTo(paper == Paper.A4 ? 595.3f : 612f, within(0.5f));
                assertThat(box.getHeight()).isCloseTo(paper == Paper.A4 ? 841.9f : 792f, within(0.5f));
                assertThat(pdf.words(page))
                        .contains("Mira Rossi · The seven · 18 Nov 2026", "Page", String.valueOf(pages));
            }
            assertThat(pdf.words(1)).contains(FULL.headline(), "Verdict", "Practise next");
        }
    }

    /** Letters are drawn from fonts of their own weight: a line around them would smear what stands in the gap chart. */
    @ParameterizedTest
    @EnumSource
    void no_letter_is_thickened_by_a_line_around_it(Paper paper) throws IOException {
        try (Pdf pdf = set(FULL, paper)) {
            for (PDPage page : pdf.pages()) {
                String drawn = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(drawn).doesNotContainPattern("\\b[12] Tr\\b");
            }
        }
    }

    @Test
    void a_screen_reader_finds_title_language_headings_tables_and_what_the_chart_shows() throws IOException {
        try (Pdf pdf = set(FULL, Paper.A4)) {
            var catalog = pdf.document().getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.document().getDocumentInformation().getTitle())
                    .isEqualTo("Scorecard of Mira Rossi: The seven");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid:part");
            List<String> kinds = pdf.structure().stream()
                    .map(PDStructureElement::getStructureType)
                    .toList();
            assertThat(kinds).contains("H1", "H2", "H3", "Table", "TH", "TD", "LI", "Figure");
            assertThat(pdf.structure().stream()
                            .filter(element -> element.getStructureType().equals("Figure"))
                            .map(PDStructureElement::getAlternateDescription))
                    .singleElement()
                    .asString()
                    .startsWith("Where you stand on the three shifts. Strategy: ")
                    .contains("Team: ");
            assertThat(catalog.getDocumentOutline().children()).isNotEmpty();
        }
    }

    @Test
    void the_chart_is_made_of_lines_and_words_and_every_font_is_in_the_file() {
        try (Pdf pdf = set(FULL, Paper.A4)) {
            assertThat(pdf.images()).isZero();
            assertThat(pdf.words(1)).contains("Tactical", "Strategic", "you said");
            assertThat(pdf.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void no_heading_stands_alone_at_the_end_of_a_page() {
        for (int seed = 1; seed <= 6; seed++) {
            try (Pdf pdf = set(SampleScorecards.full(seed), Paper.A4)) {
                assertThat(IntStream.rangeClosed(1, pdf.pages().size())).noneMatch(pdf::endsWithHeading);
            }
        }
        try (Pdf alone = set("<p>Words</p><div style=\"height: 200mm\"></div><p><b>Alone</b></p>")) {
            assertThat(alone.endsWithHeading(1)).isTrue();
        }
    }

    @Test
    void every_letter_can_be_read_again() {
        try (Pdf pdf = set("<p>affinity, fifty flags, office</p>")) {
            assertThat(pdf.words()).contains("affinity, fifty flags, office");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostile_words_are_words_and_what_no_font_has_is_a_box(Paper paper) {
        try (Pdf pdf = set(SampleScorecards.spoken(7, HOSTILE), paper)) {
            assertThat(pdf.words())
                    .contains(
                            "<script>alert(1)</script> &amp; ]]> <!--",
                            "drawkcab",
                            "你好",
                            "こんにちは",
                            "안녕",
                            "Ωμέγα",
                            "Привет")
                    .contains("é", Faces.MISSING)
                    .doesNotContain("\u202e");
            assertThat(pdf.document().getDocumentCatalog().getOpenAction() == null)
                    .isTrue();
            assertThat(pdf.fonts()).allMatch(PDFont::isEmbedded);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void nothing_outside_is_ever_fetched(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("dot.png");
        java.nio.file.Files.write(picture, dot());
        try (Pdf pdf = set("<p>Before</p><img alt=\"x\" src=\"" + picture.toUri() + "\"/><p>After</p>")) {
            assertThat(pdf.images()).isZero();
            assertThat(pdf.words()).contains("Before", "After");
        }
    }

    @Test
    void a_document_type_or_open_markup_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TYPESETTER.pdf("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html/>", Paper.A4));
        assertThatIllegalArgumentException().isThrownBy(() -> set("<p>open"));
    }

    @Test
    void every_part_of_the_chart_has_its_ink() {
        var colours = Colours.of(Files.content("/META-INF/resources/assets/tokens.css"));
        for (int seed = 1; seed <= 20; seed++) {
            String drawing =
                    GapChart.of("gap", true, SampleScorecards.random(seed)).wide();
            assertThat(Pattern.compile("<(?:line|rect|path|text) class=\"([^\"]+)\"")
                            .matcher(drawing)
                            .results())
                    .isNotEmpty()
                    .allSatisfy(part ->
                            assertThat(Ink.of(part.group(1), "team", colours)).isNotEqualTo(Ink.UNKNOWN));
        }
        assertThat(Ink.of("gap-new", "team", colours)).isEqualTo(Ink.UNKNOWN);
    }

    private static byte[] dot() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
