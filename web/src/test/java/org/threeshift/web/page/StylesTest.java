package org.threeshift.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What many pages share is styled once, so that no page lacks it. */
class StylesTest {
    private static final String FEATURES = "classpath*:/META-INF/resources/assets/css/*.css";
    private static final String SHARED = "META-INF/resources/assets/parts.css";

    private static final Pattern ROW_WIDTH = Pattern.compile("\\.list[^{},]*\\.grow[^{},]*\\{[^}]*min-width");
    private static final Pattern QUESTION = Pattern.compile("(?m)(?:^|[},]\\s*)\\.confirm > (?:form|summary)\\s*\\{");

    @Test
    void how_narrow_a_row_of_a_list_gets_and_what_asks_once_more_are_no_features_own() throws IOException {
        Resource[] sheets = new PathMatchingResourcePatternResolver().getResources(FEATURES);
        assertThat(sheets).hasSizeGreaterThan(20);
        List<String> faults = new ArrayList<>();
        for (Resource sheet : sheets) {
            faults(sheet).forEach(fault -> faults.add(sheet.getFilename() + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_page_has_them() throws IOException {
        assertThat(new ClassPathResource(SHARED).getContentAsString(UTF_8))
                .contains(".list > li > .grow")
                .containsPattern(QUESTION);
    }

    @Test
    void the_guard_sees_a_sheet_with_rows_and_a_question_of_its_own() throws IOException {
        assertThat(faults(new ClassPathResource("counterexample/own-rows.css"))).hasSize(2);
    }

    private static List<String> faults(Resource sheet) throws IOException {
        String css = sheet.getContentAsString(UTF_8);
        List<String> faults = new ArrayList<>();
        for (Pattern pattern : List.of(ROW_WIDTH, QUESTION)) {
            pattern.matcher(css)
                    .results()
                    .forEach(found -> faults.add(found.group().strip()));
        }
        return faults;
    }
}
