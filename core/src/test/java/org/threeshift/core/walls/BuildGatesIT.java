package org.threeshift.core.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Builds the committed counter-examples in {@code src/test/gates} with the project's own parent POM: a gate that has gone
 * silent, as some compiler plugins do on a new JDK, fails here.
 */
class BuildGatesIT {
    private static final Path TARGET = Path.of("target/gates");

    @Test
    void a_clean_module_passes() {
        assertThat(build("clean", "compile")).isEqualTo(new Build(0, ""));
    }

    @Test
    void returning_null_is_refused() {
        assertRefused(build("null-away", "compile"), "[NullAway] returning @Nullable expression");
    }

    @Test
    void an_error_prone_pattern_is_refused() {
        assertRefused(build("error-prone", "compile"), "[SelfEquals]");
    }

    @Test
    void a_lint_warning_is_refused() {
        assertRefused(build("lint", "compile"), "warnings found and -Werror specified");
    }

    @Test
    void another_format_is_refused() {
        assertRefused(build("format", "compile"), "format violations");
    }

    @Test
    void vaadin_in_core_is_refused() throws IOException {
        String core = Files.readString(Path.of("pom.xml"));
        String withVaadin = core.replaceFirst(
                "<dependencies>",
                "<dependencies><dependency><groupId>com.vaadin</groupId><artifactId>flow-server</artifactId></dependency>");
        assertThat(withVaadin).isNotEqualTo(core);
        Path module = Files.createDirectories(TARGET.resolve("vaadin-in-core"));
        Files.writeString(
                module.resolve("pom.xml"),
                withVaadin.replaceFirst("</parent>", "<relativePath>../../../../pom.xml</relativePath></parent>"));
        assertRefused(run(module, "enforcer:enforce@core-knows-no-browser"), "core knows no browser");
    }

    private static void assertRefused(Build build, String naming) {
        assertThat(build.exit()).isNotZero();
        assertThat(build.output()).contains(naming);
    }

    private static Build build(String gate, String... goals) {
        Path module = TARGET.resolve(gate);
        copy(Path.of("src/test/gates").resolve(gate), module);
        return run(module, goals);
    }

    private static Build run(Path module, String... goals) {
        var command = new ArrayList<>(List.of(
                System.getProperty("maven.home") + "/bin/mvn",
                "--batch-mode",
                "--quiet",
                "--file",
                module.resolve("pom.xml").toString()));
        command.addAll(List.of(goals));
        try {
            Path output = module.resolve("build.log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            int exit = builder.start().waitFor();
            return new Build(exit, exit == 0 ? "" : Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Build(int exit, String output) {}
}
