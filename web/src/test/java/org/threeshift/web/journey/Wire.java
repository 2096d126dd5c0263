package org.threeshift.web.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line between one browser and the application that writes down every answer: pages, fragments, redirects, scripts, and
 * streams while they still flow, which a browser's own tools do not show before they end.
 */
final class Wire implements AutoCloseable {
    /** Those of one connection, and those that would make the answer unreadable here. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final String target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    private Wire(String target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    /** One answer as the browser got it. */
    private record Answer(String request, int status, String headers, ByteArrayOutputStream body) {
        /** With where it came from in the first line. */
        String text() {
            return request + " " + status + "\n" + headers + "\n" + body.toString(StandardCharsets.UTF_8);
        }
    }

    static Wire to(String target) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Wire wire = new Wire(target, server);
            server.createContext("/", wire::pass);
            server.setExecutor(wire.threads);
            server.start();
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The same page by this line. */
    String by(String address) {
        return address.replace(target, address());
    }

    /** All that was answered until now, streams as far as they have come. */
    List<String> answers() {
        return answers.stream().map(Answer::text).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> response = client.send(request(exchange), BodyHandlers.ofInputStream());
            Answer answer = new Answer(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    response.statusCode(),
                    response.headers().map().toString(),
                    new ByteArrayOutputStream());
            answers.add(answer);
            response.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, by(value)));
                }
            });
            boolean empty = response.statusCode() == 304
                    || response.statusCode() == 204
                    || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
            if (!empty) {
                copy(response.body(), exchange.getResponseBody(), answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value.replace(address(), target)));
            }
        });
        return request.build();
    }

    /** Every part at once: a stream's line must not wait for the next one. */
    private static void copy(InputStream from, OutputStream to, ByteArrayOutputStream record) throws IOException {
        byte[] part = new byte[8192];
        for (int read = from.read(part); read >= 0; read = from.read(part)) {
            record.write(part, 0, read);
            to.write(part, 0, read);
            to.flush();
        }
    }
}
