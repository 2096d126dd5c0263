package org.threeshift.web.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application in parts, as {@code ./threeshift run} starts it: a jar within a jar takes half as long again. The
 * first of the processes among which test classes are dealt out unpacks it, once a run of the build.
 */
final class UnpackedJar {
    static final Path PATH = unpacked();

    private UnpackedJar() {}

    private static Path unpacked() {
        Path journeys = Path.of("target", "journeys").toAbsolutePath();
        Path parts = journeys.resolve("parts");
        try {
            Files.createDirectories(journeys);
            try (FileChannel turn = FileChannel.open(
                            journeys.resolve("parts.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = turn.lock()) {
                unpack(parts, System.getProperty("threeshift.build", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.resolve("threeshift.jar");
    }

    /** @param build when it began; the jar's own time is that of the release */
    private static void unpack(Path parts, String build) throws IOException {
        Path mark = parts.resolve("build");
        if (!build.isEmpty() && Files.exists(mark) && Files.readString(mark).equals(build)) {
            return;
        }
        FileSystemUtils.deleteRecursively(parts);
        Process unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        Path.of("target", "threeshift.jar").toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        parts.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (unpacking.onExit().join().exitValue() != 0) {
            throw new IOException("The jar could not be unpacked to " + parts);
        }
        Files.writeString(mark, build);
    }
}
