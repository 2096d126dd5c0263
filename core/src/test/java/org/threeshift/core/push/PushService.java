package org.threeshift.core.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.threeshift.core.network.Reach;

/** A push service on this machine, which answers as the test says and keeps what it was brought. */
final class PushService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    final List<Brought> brought = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile Map<String, String> says = Map.of();

    /** @param headers by their names in small letters */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Brought(String method, String path, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return Optional.ofNullable(headers.get(name)).orElse("");
        }
    }

    PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    void answers(int with, Map<String, String> headers) {
        status = with;
        says = headers;
    }

    String endpoint(String path) {
        return origin() + path;
    }

    String origin() {
        return "http://push.example.org:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                            entry -> entry.getValue().getFirst()));
            brought.add(new Brought(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            says.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Where this machine is the internet. */
    static class Loopback implements Reach {
        @Override
        public boolean allows(String scheme, int port) {
            return scheme.equals("http");
        }

        @Override
        public List<InetAddress> addresses(String host) {
            return List.of(InetAddress.getLoopbackAddress());
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.isLoopbackAddress();
        }
    }
}
