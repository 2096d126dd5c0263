package org.threeshift.interviewer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the script asks for against what the bundle says. */
class CallTextsTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/assets/js");
    /** Where a literal is certainly a key. */
    private static final Pattern ASKED = Pattern.compile("\\b(?:text|say|button)\\('([a-z-]+)'|\\bkey: '([a-z-]+)'");

    private static final Pattern LITERAL = Pattern.compile("'([a-z-]+)'");
    /** A beginning that the script completes: {@code `out-${reason}`}. */
    private static final Pattern BEGINNING = Pattern.compile("`([a-z]+-)\\$\\{");

    @Test
    void every_sentence_that_the_script_asks_for_is_there() throws IOException {
        assertThat(missing(scripts(), CallTexts.sentences().keySet())).isEmpty();
    }

    @Test
    void every_sentence_is_asked_for() throws IOException {
        assertThat(unused(scripts(), CallTexts.sentences().keySet())).isEmpty();
    }

    @Test
    void a_missing_and_an_unused_sentence_are_found() {
        String script = "this.text('alone'); this.say('gone'); note = { key: 'old' }; text(`out-${reason}`)";
        assertThat(missing(script, Set.of("alone", "old"))).containsExactly("gone");
        assertThat(unused(script, Set.of("alone", "out-closed", "never"))).containsExactly("never");
    }

    @Test
    void sentences_are_written_with_typographic_apostrophes() {
        assertThat(CallTexts.sentences().values()).noneMatch(sentence -> sentence.contains("'"));
    }

    @Test
    void the_attribute_holds_every_sentence() {
        assertThat(CallTexts.json()).startsWith("{\"alone\":\"Nobody").contains("\"unmute\":\"Unmute\"");
    }

    private static String scripts() throws IOException {
        StringBuilder scripts = new StringBuilder(Files.readString(SCRIPTS.resolve("live-call.js")));
        try (Stream<Path> parts = Files.list(SCRIPTS.resolve("call"))) {
            for (Path part : parts.sorted().toList()) {
                scripts.append(Files.readString(part));
            }
        }
        return scripts.toString();
    }

    private static Set<String> missing(String script, Set<String> keys) {
        return ASKED.matcher(script)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(key -> !keys.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> unused(String script, Set<String> keys) {
        Set<String> literals =
                LITERAL.matcher(script).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> beginnings =
                BEGINNING.matcher(script).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> !literals.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
