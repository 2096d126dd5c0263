package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checklist in {@code docs/security.md}, held against the standard's numbers and against the tests that it names. */
class AsvsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINE =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?`");

    /** What the checklist says of one requirement. */
    record Said(String state, String by) {}

    @Test
    void every_requirement_of_levels_one_and_two_has_its_line() throws IOException {
        List<String> wanted = Files.readAllLines(Path.of("src/test/resources/asvs-5.0-level-2.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(wanted).hasSizeGreaterThan(250);
        assertThat(said(doc()).keySet()).containsExactlyElementsOf(wanted);
    }

    @Test
    void every_line_is_met_not_applicable_or_open_and_says_why() throws IOException {
        assertThat(faults(said(doc()))).isEmpty();
        assertThat(faults(Map.of("1.1.1", new Said("met", ""), "1.1.2", new Said("sure", "somehow"))))
                .hasSize(2);
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Map<String, Path> tests = tests();
        assertThat(missing(doc(), tests)).isEmpty();
        assertThat(missing("`NoSuchIT` and `AsvsTest.no_such_sentence`", tests))
                .containsExactly("AsvsTest.no_such_sentence", "NoSuchIT");
    }

    private static Set<String> faults(Map<String, Said> lines) {
        return lines.entrySet().stream()
                .filter(line ->
                        !Set.of("met", "n/a", "open").contains(line.getValue().state())
                                || line.getValue().by().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> missing(String doc, Map<String, Path> tests) {
        Set<String> missing = new TreeSet<>();
        NAMED.matcher(doc).results().forEach(found -> {
            Path file = tests.get(found.group(1));
            if (file == null) {
                missing.add(found.group(1));
            } else if (found.group(2) != null && !read(file).contains("void " + found.group(2) + "(")) {
                missing.add(found.group(1) + "." + found.group(2));
            }
        });
        return missing;
    }

    private static Map<String, Said> said(String doc) {
        Map<String, Said> lines = new LinkedHashMap<>();
        LINE.matcher(doc)
                .results()
                .forEach(found -> lines.put(
                        found.group(1),
                        new Said(found.group(3).strip(), found.group(4).strip())));
        return lines;
    }

    private static String doc() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        for (String module : List.of("core", "interviewer-ui", "web")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                tests.put(String.valueOf(file.getFileName()).replace(".java", ""), file));
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
