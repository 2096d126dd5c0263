package org.threeshift.interviewer.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.rubric.Rung;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.Skill;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.threeshift.interviewer.messages", Locale.ROOT);
    /** Any literal that looks like a key: lower-case words joined by points, or a beginning that the code completes. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]*(\\.[a-z-]+)+\\.?)\"");

    @Test
    void every_sentence_asked_for_is_there_and_every_sentence_is_asked_for() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        }
        assertThat(missing(sources, BUNDLE.keySet())).isEmpty();
        assertThat(unused(sources, BUNDLE.keySet())).isEmpty();
    }

    @Test
    void a_key_without_a_sentence_is_found() {
        assertThat(missing("text(\"agenda.nowhere\")", Set.of("agenda.heading")))
                .containsExactly("agenda.nowhere");
    }

    @Test
    void a_sentence_that_nobody_says_is_found() {
        assertThat(unused("text(\"agenda.heading\")", Set.of("agenda.heading", "agenda.unsaid")))
                .containsExactly("agenda.unsaid");
    }

    @Test
    void every_word_of_the_vocabulary_has_its_name() {
        Stream.of(
                        Shift.values(),
                        Skill.values(),
                        Rung.values(),
                        TrapJudgement.values(),
                        Verdict.values(),
                        Kind.values())
                .flatMap(Arrays::stream)
                .forEach(value -> assertThat(Texts.name(value)).isNotBlank());
    }

    @Test
    void no_sentence_loses_its_apostrophe_to_its_format() {
        assertThat(BUNDLE.keySet().stream().map(BUNDLE::getString).filter(sentence -> sentence.contains("'")))
                .isEmpty();
    }

    private static Set<String> missing(String sources, Set<String> keys) {
        return asked(sources).stream()
                .filter(key -> key.endsWith(".")
                        ? keys.stream().noneMatch(known -> known.startsWith(key))
                        : !keys.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> unused(String sources, Set<String> keys) {
        Set<String> asked = asked(sources);
        return keys.stream()
                .filter(key -> !vocabulary(key))
                .filter(key ->
                        asked.stream().noneMatch(use -> use.equals(key) || (use.endsWith(".") && key.startsWith(use))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean vocabulary(String key) {
        return Stream.of("shift.", "skill.", "rung.", "trapjudgement.", "verdict.", "kind.")
                .anyMatch(key::startsWith);
    }

    private static Set<String> asked(String sources) {
        List<String> others = List.of(
                "org.threeshift.interviewer",
                "event.detail",
                "event.target",
                "threeshift.summary.",
                "threeshift.verdict.",
                "logo.svg");
        return KEY.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .filter(found -> others.stream().noneMatch(found::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
