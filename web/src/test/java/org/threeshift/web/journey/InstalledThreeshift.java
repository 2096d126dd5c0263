package org.threeshift.web.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.threeshift.core.database.TestDatabase;

/**
 * The packaged application in a process of its own, with a data folder and an embedded database of its own, or as a node on a
 * database that others use too. It can be killed and started again on the same data and the same port.
 */
final class InstalledThreeshift implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(45);
    private static final Pattern READY = Pattern.compile("  Open  (http://localhost:\\d+)");
    private static final Pattern SET_UP = Pattern.compile("\\s*(http://localhost:\\d+/setup/\\S+)");

    private final Path home;
    private final int port;
    private final boolean demonstration;
    private final Map<String, String> environment;
    private final List<String> terminal = new CopyOnWriteArrayList<>();
    private Process process;

    private InstalledThreeshift(Path home, int port, boolean demonstration, Map<String, String> environment) {
        this.home = home;
        this.port = port;
        this.demonstration = demonstration;
        this.environment = environment;
        this.process = started();
    }

    /** A new installation with nothing in it, or with the demonstration's people and interviews. */
    static InstalledThreeshift fresh(String name, boolean demonstration) {
        return new InstalledThreeshift(home(name), freePort(), demonstration, Map.of());
    }

    /** One of the nodes on a database. */
    static InstalledThreeshift node(String name, TestDatabase database) {
        return new InstalledThreeshift(
                home(name),
                freePort(),
                false,
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", database.user(),
                        "SPRING_DATASOURCE_PASSWORD", database.password()));
    }

    /** The folder of its own PostgreSQL. */
    Path database() {
        return home.resolve(demonstration ? "demonstration" : "data").resolve("postgresql");
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** What stands on the terminal while there is no admin. */
    String setUpLink() {
        // It is printed after the line that says that the installation is ready.
        long end = System.nanoTime() + START.toNanos();
        while (said(SET_UP).isEmpty() && process.isAlive() && System.nanoTime() < end) {
            pause();
        }
        return said(SET_UP).orElseThrow(() -> new AssertionError("No set-up link on the terminal: " + terminal));
    }

    /** SIGKILL: no chance to put anything in order. The database's process is left behind, as in real life. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    void startAgain() {
        terminal.clear();
        process = started();
    }

    /** The database does not answer any more, and tells nobody. */
    void freezeDatabase() {
        signal("-STOP");
    }

    void thawDatabase() {
        signal("-CONT");
    }

    /** To the server and to all processes that serve a connection. */
    private void signal(String signal) {
        ProcessHandle server = leftOver().orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal, Long.toString(server.pid())));
        server.descendants().forEach(one -> command.add(Long.toString(one.pid())));
        try {
            await(new ProcessBuilder(command).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the application and, should it have left its database behind, that too. */
    @Override
    public void close() {
        process.destroy();
        if (!ends(process)) {
            kill();
        }
        leftOver().ifPresent(database -> {
            database.destroyForcibly();
            database.onExit().orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        });
        delete(home);
    }

    private Process started() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx600m",
                "-jar",
                UnpackedJar.PATH.toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--threeshift.demonstration=" + demonstration));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.equals("PORT"));
            builder.environment().put("THREESHIFT_HOME", home.toString());
            builder.environment().putAll(environment);
            Process starting = builder.start();
            BufferedReader output = starting.inputReader();
            Thread.ofVirtual().start(() -> listen(output));
            awaitReady(starting);
            return starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Process starting) {
        long end = System.nanoTime() + START.toNanos();
        while (said(READY).isEmpty()) {
            if (!starting.isAlive() || System.nanoTime() > end) {
                starting.destroyForcibly();
                leftOver().ifPresent(ProcessHandle::destroyForcibly);
                throw new AssertionError(
                        "Threeshift did not start (" + UnpackedJar.PATH + "): " + String.join("\n", terminal));
            }
            pause();
        }
    }

    private void listen(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                terminal.add(line);
            }
        } catch (IOException ended) {
            terminal.add("The process ended in the middle of a line.");
        }
    }

    private Optional<String> said(Pattern pattern) {
        return terminal.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The PostgreSQL that works on this installation's data, as its own file names it. */
    private Optional<ProcessHandle> leftOver() {
        Path data = database();
        try {
            Path pid = data.resolve("postmaster.pid");
            if (!Files.exists(pid)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pid);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(one -> List.of(one.info().arguments().orElse(new String[0]))
                                    .contains(data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(String name) {
        // Where test classes run in several processes at a time, each has its own.
        Path home = Path.of("target", "journeys", name + System.getProperty("threeshift.fork", ""))
                .toAbsolutePath();
        delete(home);
        return home;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Process process) {
        if (!ends(process)) {
            throw new AssertionError("The process " + process.pid() + " does not end");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
