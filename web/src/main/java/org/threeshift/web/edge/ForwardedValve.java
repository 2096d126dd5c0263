package org.threeshift.web.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Takes the sender's address and the browser's scheme from {@code X-Forwarded-For} and {@code X-Forwarded-Proto} when a known
 * proxy says so. From anybody else these headers are taken off, so that nothing further in can fall for them. Before anything
 * else: whether a request came by TLS decides which cookies it may carry.
 */
final class ForwardedValve extends ValveBase {
    private static final String DONE = ForwardedValve.class.getName();
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    /** None of these is read by anything here; a proxy passes the host on as the host. */
    private static final List<String> OTHERS = List.of(
            "Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private static final int TLS_PORT = 443;

    private final Proxies proxies;

    ForwardedValve(Proxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // A request that waits, such as a stream, comes by here again when it goes on.
        if (request.getAttribute(DONE) == null) {
            request.setAttribute(DONE, true);
            read(request);
        }
        getNext().invoke(request, response);
    }

    private void read(Request request) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        String peer = request.getRemoteAddr();
        boolean believed = proxies.believe(peer);
        if (believed) {
            String sender = proxies.sender(peer, values(headers, FOR));
            request.setRemoteAddr(sender);
            request.setRemoteHost(sender);
            secure(request, values(headers, PROTO));
        } else {
            headers.removeHeader(RequestId.HEADER);
        }
        headers.removeHeader(FOR);
        headers.removeHeader(PROTO);
        OTHERS.forEach(headers::removeHeader);
    }

    /** Only when every proxy on the way says so. */
    private static void secure(Request request, List<String> schemes) {
        if (!schemes.isEmpty() && schemes.stream().allMatch("https"::equalsIgnoreCase)) {
            request.setSecure(true);
            request.getCoyoteRequest().scheme().setString("https");
            String host = request.getHeader("Host");
            if (host == null || !host.matches(".*:\\d+")) {
                request.setServerPort(TLS_PORT);
            }
        }
    }

    private static List<String> values(MimeHeaders headers, String name) {
        return Collections.list(headers.values(name)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
