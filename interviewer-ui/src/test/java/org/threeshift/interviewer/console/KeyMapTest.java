package org.threeshift.interviewer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the overlay promises is what happens, and what happens stands in the overlay. */
class KeyMapTest {
    private static final List<String> SCRIPTS = List.of("console/keyboard.js", "debrief.js");
    /** What moves the focus, a line a key. */
    private static final Pattern HERE = Pattern.compile("const HERE = \\{\n(.*?)\n\\};", Pattern.DOTALL);

    private static final Pattern HERE_KEY = Pattern.compile("^  '?([^\\s']+?)'?: ", Pattern.MULTILINE);
    /** What stands for another key, in one line. */
    private static final Pattern SAME = Pattern.compile("const SAME = \\{(.*)\\};");

    /** The one key that the debrief's field listens to by itself. */
    private static final Pattern FIELD_KEY = Pattern.compile("event\\.key !== '(.)'");

    private static final Pattern SAME_KEY = Pattern.compile("'([^']+)': ");

    @Test
    void every_key_that_does_something_is_on_the_map_and_every_key_on_the_map_does_something() throws IOException {
        assertThat(KeyMap.listed()).isEqualTo(handled(script()));
    }

    @Test
    void the_scripts_own_keys_are_found() throws IOException {
        assertThat(handled(script())).contains("?", "n", "g", "Escape", "ArrowUp", ".", ",", "w");
    }

    @Test
    void a_key_that_only_the_script_knows_is_found() {
        String script = "const SAME = { '.': ']' };\nconst HERE = {\n  q: (keyboard) => keyboard.leave(),\n};";
        assertThat(handled(script)).contains("q", ".").isNotEqualTo(KeyMap.listed());
    }

    @Test
    void no_key_means_something_to_the_browser_and_something_else_to_the_server() throws IOException {
        assertThat(keys(script(), HERE, HERE_KEY)).doesNotContainAnyElementsOf(Keys.KNOWN);
    }

    private static Set<String> handled(String script) {
        Set<String> keys = new TreeSet<>(Keys.KNOWN);
        keys.addAll(keys(script, HERE, HERE_KEY));
        keys.addAll(keys(script, SAME, SAME_KEY));
        FIELD_KEY.matcher(script).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    private static Set<String> keys(String script, Pattern table, Pattern key) {
        var found = table.matcher(script);
        assertThat(found.find()).as(table.pattern()).isTrue();
        return key.matcher(found.group(1))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String script() throws IOException {
        var scripts = new StringBuilder();
        for (String name : SCRIPTS) {
            try (var file = KeyMapTest.class.getResourceAsStream("/META-INF/resources/assets/js/" + name)) {
                scripts.append(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return scripts.toString();
    }
}
