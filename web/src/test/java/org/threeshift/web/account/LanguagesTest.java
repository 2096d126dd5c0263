package org.threeshift.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threeshift.web.page.RealPages;

class LanguagesTest {
    @Test
    void what_was_unticked_in_a_form_that_comes_back_can_be_ticked_again() {
        assertThat(form(List.of("en"), List.of("nl", "en")))
                .contains("name=\"language\" value=\"en\" checked>", "name=\"language\" value=\"nl\">")
                .doesNotContain("<option value=\"nl\">");
        assertThat(form(List.of(), List.of("nl")))
                .contains("name=\"language\" value=\"nl\">")
                .doesNotContain("checked");
    }

    @Test
    void what_nobody_said_stands_in_the_list_to_choose_from() {
        assertThat(form(List.of(), List.of())).contains("<option value=\"nl\">").doesNotContain("checkbox");
    }

    private static String form(List<String> chosen, List<String> known) {
        return RealPages.html(
                "tag/languages", Map.of("label", "Languages", "chosen", chosen, "known", known, "action", "/practice"));
    }
}
