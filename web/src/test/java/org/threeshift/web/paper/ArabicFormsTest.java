package org.threeshift.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.BidiSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicFormsTest {
    /** By The Unicode Standard, chapter 9.2: beh joins both sides, reh and alef only the one before. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "\u0628, \ufe8f",
        "\u0628\u0628, \ufe91\ufe90",
        "\u0628\u0628\u0628, \ufe91\ufe92\ufe90",
        "\u0645\u0631\u062d, \ufee3\ufeae\ufea1",
        "\u0644\u0627, \ufefb",
        "\u0633\u0644\u0627\u0645, \ufeb3\ufefc\ufee1",
        "\u0628\u064e\u0628, \ufe91\u064e\ufe90",
        "abc, abc"
    })
    void letters_join_as_they_stand(String letters, String forms) {
        assertThat(ArabicForms.joined(letters)).isEqualTo(forms);
    }

    @Test
    void a_run_from_right_to_left_is_turned_with_its_brackets() {
        assertThat(new Directions.Reorderer().reorderRTLTextToLTR("אב(ג)😀")).isEqualTo("😀(ג)בא");
    }

    @Test
    void a_paragraph_falls_into_its_runs() {
        var splitter = new Directions.Splitter();
        splitter.setParagraph("abc אבג def", BidiSplitter.LTR);
        assertThat(splitter.countTextRuns()).isEqualTo(3);
        assertThat(splitter.getVisualRun(1).getStart()).isEqualTo(4);
        assertThat(splitter.getVisualRun(1).getLength()).isEqualTo(3);
        assertThat(splitter.getVisualRun(1).getDirection()).isEqualTo(BidiSplitter.RTL);
        assertThat(splitter.getBaseDirection("אבג")).isEqualTo(BidiSplitter.RTL);
    }
}
