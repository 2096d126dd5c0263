package org.threeshift.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.web.page.RealPages;

/** The admin's page calls every job by words. */
class JobWordsTest {
    private static final Pattern MADE = Pattern.compile("new Recurring\\(\\s*(\"[a-z-]+\"|[A-Z_]+)");

    @Test
    void every_job_has_words() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                names.addAll(names(Files.readString(file)));
            }
        }
        assertThat(names).contains("bookings", "pairs", "retention").hasSizeGreaterThan(12);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(RealPages.texts().text("admin.job." + name)).isNotBlank());
    }

    @Test
    void a_name_is_found_where_it_is_written_and_where_it_is_called_by_a_constant() {
        assertThat(names("static final String NAME = \"bookings\"; new Recurring(NAME, 1)"))
                .containsExactly("bookings");
        assertThat(names("new Recurring(\n \"erasures\", 1)")).containsExactly("erasures");
    }

    private static List<String> names(String source) {
        List<String> names = new ArrayList<>();
        Matcher made = MADE.matcher(source);
        while (made.find()) {
            String name = made.group(1);
            names.add(name.startsWith("\"") ? name.substring(1, name.length() - 1) : constant(source, name));
        }
        return names;
    }

    private static String constant(String source, String name) {
        Matcher value = Pattern.compile("String " + name + " = \"([a-z-]+)\"").matcher(source);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }
}
