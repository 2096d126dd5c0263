package org.threeshift.web.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a browser sends, without a screen: compressed answers, one kept connection after another, cookies by hand.
 *
 * @param lines for web sockets, which browsers never open on a connection that was used before
 */
record Browser(HttpClient client, HttpClient lines, String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Browser at(String address) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return new Browser(builder.build(), builder.build(), address);
    }

    /** @param bytes how many came over the line */
    record Answer(int status, String body, int bytes, Optional<String> setCookie) {}

    HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Cookie", cookie)
                .header("Accept-Encoding", "gzip");
    }

    Answer get(String path, String cookie) {
        return answer(request(path, cookie).build());
    }

    Answer postJson(String path, String cookie, String json) {
        return answer(request(path, cookie)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        byte[] body = response.body();
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        return new Answer(
                response.statusCode(),
                packed ? unpacked(body) : new String(body, StandardCharsets.UTF_8),
                body.length,
                response.headers().allValues("Set-Cookie").stream().findFirst());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String unpacked(byte[] body) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
