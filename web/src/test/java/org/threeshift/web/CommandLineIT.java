package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the top of the repository, as a person types it. */
class CommandLineIT {
    private static final Path SCRIPT =
            Path.of("..", "threeshift").toAbsolutePath().normalize();

    @TempDir
    Path empty;

    @Test
    void help_lists_the_commands() {
        Told told = threeshift("help");
        assertThat(told.exit()).isZero();
        assertThat(told.output()).contains("run [--port N]", "test ", "replay ID", "token EMAIL", "help ");
        assertThat(told.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "run --dance",
                "replay",
                "replay one two",
                "replay --dance",
                "token",
                "token a b",
                "token --dance",
                "token a --scope",
                "test fast"
            })
    void what_it_does_not_know_is_answered_with_the_usage(String line) {
        Told told = threeshift(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.errors()).contains("usage: ./threeshift COMMAND");
        assertThat(told.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "eighty", "-1", "80 80", "99999999999999999999", "0x50"})
    void a_port_that_is_none_is_refused_in_one_sentence(String port) {
        String sentence = " must be a number from 1 to 65535, not '" + port + "'.\n";
        assertThat(threeshift("run", "--port", port)).isEqualTo(new Told(2, "", "--port" + sentence));
        assertThat(threeshift("run", "--port=" + port)).isEqualTo(new Told(2, "", "--port" + sentence));
        if (!port.isEmpty()) {
            assertThat(threeshift(Map.of("PORT", port), "run")).isEqualTo(new Told(2, "", "PORT" + sentence));
        }
    }

    @Test
    void a_machine_without_a_new_enough_jdk_is_told_what_to_install() throws IOException {
        Path old = Files.createDirectories(empty.resolve("bin")).resolve("javac");
        Files.writeString(old, "#!/bin/sh\necho javac 17.0.9\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        String find = "source <(sed '/^main \"/d; /^cd /d; s#/usr/lib/jvm/\\*##; s#/opt/[a-z/]*\\*##g' '%s'); find_jdk"
                .formatted(SCRIPT);
        Told told = run(
                Map.of(
                        "JAVA_HOME",
                        empty.toString(),
                        "SDKMAN_DIR",
                        empty.toString(),
                        "PATH",
                        empty + "/bin:/usr/bin:/bin"),
                List.of("bash", "-c", find));
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.errors())
                .startsWith("Threeshift needs a JDK of version 25 or later")
                .hasLineCount(1);
    }

    private static Told threeshift(String... arguments) {
        return threeshift(Map.of(), arguments);
    }

    private static Told threeshift(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private static Told run(Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().remove("PORT");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.outputWriter().close();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The script does not end: " + command);
            }
            return new Told(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Told(int exit, String output, String errors) {}
}
