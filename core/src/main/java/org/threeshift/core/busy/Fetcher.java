package org.threeshift.core.busy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks for one file by https, and for nothing else: no cookies, no password, no cache, no address but those that a name had when it was
 * checked. By hand, because Java's own client looks names up once more by itself. One line at a time, closed after its answer.
 */
final class Fetcher {
    static final int MOST_OCTETS = 5_000_000;
    static final int MOST_REDIRECTS = 4;

    private static final int MOST_CHARACTERS = 2_000;
    private static final int OK = 200;
    private static final int CLIENT = 400;
    private static final int SERVER = 500;

    /** Closes whatever takes too long, however slowly it drips. */
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("calendar-fetch-clock").factory());

    private final Reach reach;
    private final Duration patience;

    /** @param patience for all of it: every step, from the first to the last octet */
    Fetcher(Reach reach, Duration patience) {
        this.reach = reach;
        this.patience = patience;
    }

    /** What can be said of an address without asking anybody; absent when nothing speaks against it. */
    static Optional<Trouble> complaint(String address, Reach reach) {
        return switch (target(address, reach)) {
            case Target _ -> Optional.empty();
            case Wrong(var trouble) -> Optional.of(trouble);
        };
    }

    Fetched fetch(String address) {
        long until = System.nanoTime() + patience.toNanos();
        String next = address;
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            Aim aim = target(next, reach);
            if (aim instanceof Wrong(var trouble)) {
                return new Fetched.Failed(trouble);
            }
            switch (ask((Target) aim, until)) {
                case Answer.Done(var fetched) -> {
                    return fetched;
                }
                case Answer.Elsewhere(var location) -> next = resolved(next, location);
            }
        }
        return new Fetched.Failed(Trouble.TOO_MANY_REDIRECTS);
    }

    private sealed interface Aim {}

    private record Target(boolean secure, String host, int port, String path) implements Aim {}

    private record Wrong(Trouble trouble) implements Aim {}

    private sealed interface Answer {
        record Done(Fetched fetched) implements Answer {}

        record Elsewhere(String location) implements Answer {}
    }

    /** Calendars call https by another name, which people copy. */
    static String https(String address) {
        String tidy = address.strip();
        return tidy.regionMatches(true, 0, "webcal://", 0, 9) || tidy.regionMatches(true, 0, "webcals://", 0, 10)
                ? "https" + tidy.substring(tidy.indexOf(':'))
                : tidy;
    }

    private static Aim target(String address, Reach reach) {
        URI uri;
        try {
            uri = new URI(https(address));
        } catch (URISyntaxException e) {
            return new Wrong(Trouble.NO_ADDRESS);
        }
        if (address.length() > MOST_CHARACTERS
                || uri.getScheme() == null
                || uri.getHost() == null
                || uri.getHost().isBlank()
                || uri.getRawUserInfo() != null) {
            return new Wrong(Trouble.NO_ADDRESS);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (!reach.allows(scheme, port)) {
            return new Wrong(Trouble.NOT_HTTPS);
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String whole = new String((path + query).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!whole.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            return new Wrong(Trouble.NO_ADDRESS);
        }
        return new Target(secure, uri.getHost(), port, whole);
    }

    private static String resolved(String from, String location) {
        try {
            return new URI(https(from)).resolve(new URI(location)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    private Answer ask(Target target, long until) {
        List<InetAddress> addresses;
        try {
            addresses = reach.addresses(bare(target.host()));
        } catch (UnknownHostException e) {
            return failed(Trouble.UNKNOWN_HOST);
        }
        // All of them: a name that also leads inside is meant to.
        if (addresses.isEmpty() || !addresses.stream().allMatch(reach::allows)) {
            return failed(addresses.isEmpty() ? Trouble.UNKNOWN_HOST : Trouble.NOT_PUBLIC);
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            return failed(Trouble.TOO_SLOW);
        }
        var over = new AtomicBoolean();
        try (var line = new Socket()) {
            ScheduledFuture<?> end = CLOCK.schedule(() -> cut(line, over), left, TimeUnit.NANOSECONDS);
            try {
                return ask(target, addresses.getFirst(), line, (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            } finally {
                end.cancel(false);
            }
        } catch (SocketTimeoutException e) {
            return failed(Trouble.TOO_SLOW);
        } catch (TooLarge e) {
            return failed(Trouble.TOO_LARGE);
        } catch (IOException e) {
            return failed(over.get() ? Trouble.TOO_SLOW : Trouble.UNREACHABLE);
        }
    }

    private static void cut(Socket line, AtomicBoolean over) {
        over.set(true);
        try {
            line.close();
        } catch (IOException closedAlready) {
            // Nothing to close.
        }
    }

    private Answer ask(Target target, InetAddress address, Socket line, int millis) throws IOException {
        line.connect(new InetSocketAddress(address, target.port()), millis);
        line.setSoTimeout(millis);
        Socket spoken = target.secure() ? secured(line, target) : line;
        String host = target.port() == 443 || target.port() == 80 ? target.host() : target.host() + ":" + target.port();
        String question = "GET " + target.path() + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Threeshift\r\nAccept: text/calendar, */*;q=0.1\r\nAccept-Encoding: identity\r\n"
                + "Connection: close\r\n\r\n";
        spoken.getOutputStream().write(question.getBytes(StandardCharsets.ISO_8859_1));
        spoken.getOutputStream().flush();
        return answer(spoken.getInputStream());
    }

    /** The certificate has to be for the name, whatever address it has. */
    private static Socket secured(Socket line, Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(line, bare(target.host()), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static Answer answer(InputStream in) throws IOException {
        HttpAnswer answer = HttpAnswer.read(in, MOST_OCTETS);
        int status = answer.status();
        if (status == OK) {
            return new Answer.Done(new Fetched.Text(new String(answer.body(), StandardCharsets.UTF_8)));
        }
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            return answer.header("location").<Answer>map(Answer.Elsewhere::new).orElseGet(() -> failed(Trouble.SERVER));
        }
        if (status == 401 || status == 403 || status == 407) {
            return failed(Trouble.REFUSED);
        }
        return failed(status >= CLIENT && status < SERVER ? Trouble.NOT_THERE : Trouble.SERVER);
    }

    /** Without the brackets of an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static Answer failed(Trouble trouble) {
        return new Answer.Done(new Fetched.Failed(trouble));
    }

    /** More than is read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
