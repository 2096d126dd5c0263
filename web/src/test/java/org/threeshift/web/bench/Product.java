package org.threeshift.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product in a process of its own on loopback, started as the script starts it, on its own durable database. */
final class Product implements AutoCloseable {
    private static final Path JAR = Path.of("target", "parts", "threeshift.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Path home;
    private final int port;
    private final Process process;
    private final Duration untilFirstPage;

    private Product(Path home, int port, Process process, Duration untilFirstPage) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.untilFirstPage = untilFirstPage;
    }

    /** Returns once the first page was answered. */
    static Product start(Path home) {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseCompactObjectHeaders",
                        "-jar",
                        JAR.toString(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--threeshift.demonstration=false")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("product.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.equals("PORT"));
        builder.environment().put("THREESHIFT_HOME", home.toString());
        long start = System.nanoTime();
        try {
            Process process = builder.start();
            awaitFirstPage(process, port, home);
            return new Product(home, port, process, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** From starting the process to the whole first page. */
    Duration untilFirstPage() {
        return untilFirstPage;
    }

    /** How another node reaches the same database. */
    Map<String, String> database() {
        Path data = home.resolve("data").resolve("postgresql");
        try {
            String databasePort =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
            return Map.of(
                    "spring.datasource.url",
                    "jdbc:postgresql://127.0.0.1:" + databasePort + "/threeshift",
                    "spring.datasource.username",
                    "threeshift",
                    "spring.datasource.password",
                    Files.readString(data.resolve("threeshift.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes on the heap that are still in use after full collections. */
    long heapInUse() {
        // What cleaners let go of after one collection is collected by the next.
        for (int collection = 0; collection < 3; collection++) {
            jcmd("GC.run");
        }
        return HeapInfo.used(jcmd("GC.heap_info"));
    }

    private String jcmd(String command) {
        try {
            Process asking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitFirstPage(Process process, int port, Path home) throws IOException {
        URI page = URI.create("http://localhost:" + port + "/sign-in");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    HttpRequest request = HttpRequest.newBuilder(page).build();
                    if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    if (!process.isAlive() || System.nanoTime() > end) {
                        process.destroy();
                        throw new IOException(
                                "Threeshift did not start: "
                                        + List.copyOf(Files.readAllLines(home.resolve("product.log"))),
                                notYet);
                    }
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
