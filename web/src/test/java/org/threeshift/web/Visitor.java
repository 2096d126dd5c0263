package org.threeshift.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that keeps cookies and follows no redirect by itself. Fills the hidden token into forms as
 * a page would.
 */
public final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies;
    private final HttpClient client;

    public Visitor(String address) {
        this(address, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(String address, CookieManager cookies) {
        this.address = address;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** The same browser after the application has moved. */
    public Visitor at(String otherAddress) {
        return new Visitor(otherAddress, cookies);
    }

    /** @param headers name, value, name, value … */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        add(headers, request);
        return send(request.GET().build());
    }

    /** Asks for an endless stream, closes it at once, and says with which status it began. */
    public int lookIntoStream(String path) {
        HttpResponse<InputStream> answer = openStream(path);
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.statusCode();
    }

    /** An endless stream; whoever opens it closes it. */
    public HttpResponse<InputStream> openStream(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        return send(request, BodyHandlers.ofInputStream());
    }

    /** Loads the page with the form first, for its token. */
    public HttpResponse<String> submit(String formPath, String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get(formPath).body());
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        return post(path, all, headers);
    }

    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submit(path, path, fields);
    }

    /** Posts exactly these fields. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html");
        add(headers, request);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    /** Sends whatever is given, as it is. */
    public HttpResponse<String> send(String method, String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .header("Accept", "*/*");
        add(headers, request);
        return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Posts JSON, as a page's script does. */
    public HttpResponse<String> postJson(String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        add(headers, request);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    /** Sends a file by a form that lies at the same path, as its field {@code file}; no file at all when it has no name. */
    public HttpResponse<String> upload(String path, String fileName, byte[] file) {
        Matcher token = TOKEN.matcher(get(path).body());
        String csrf = token.find() ? token.group(1) : "";
        String boundary = "----------visitor";
        var body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "_csrf", "", csrf.getBytes(StandardCharsets.UTF_8)));
        if (!fileName.isEmpty()) {
            body.writeBytes(part(boundary, "file", fileName, file));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String boundary, String name, String fileName, byte[] content) {
        var part = new ByteArrayOutputStream();
        String file = fileName.isEmpty() ? "" : "; filename=\"" + fileName + "\"";
        part.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    public HttpResponse<String> signIn(String email, String password) {
        return submit("/sign-in", Map.of("email", email, "password", password));
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Where a redirect leads, without the installation's own address; empty when the answer is no redirect. */
    public String target(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replace(address, "");
    }

    @Override
    public void close() {
        client.close();
    }

    private static void add(String[] headers, HttpRequest.Builder request) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
