package org.threeshift.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeshift.core.audit.Deed;

class DeedsTest {
    private final ResourceBundle sentences = ResourceBundle.getBundle("messages/audit", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Deed.class)
    void every_deed_has_a_name_for_the_admin_and_a_sentence_for_whom_it_concerns(Deed deed) {
        assertThat(sentences.containsKey("audit.deed." + deed.code())).isTrue();
        assertThat(sentences.containsKey("audit.self." + deed.code())
                        || sentences.containsKey("audit.own." + deed.code()))
                .isTrue();
    }
}
