package org.threeshift.core.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
 * One question to one server, and its answer: no cookies, no cache, no address but those that a name had when it was checked. By hand,
 * because Java's own client looks names up once more by itself. Closed after the answer.
 */
public final class Line {
    /** Of an address. */
    public static final int MOST_CHARACTERS = 2_000;

    /** Of a server's name (RFC 1035, section 2.3.4, without the dot at its end). */
    public static final int LONGEST_HOST = 253;

    /** Closes whatever takes too long, however slowly it drips. */
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("line-clock").factory());

    private final Reach reach;
    private final Names names;
    private final int mostOctets;

    /** @param mostOctets of an answer's body */
    public Line(Reach reach, int mostOctets) {
        this.reach = reach;
        this.names = new Names(reach);
        this.mostOctets = mostOctets;
    }

    /** Why nothing came back. */
    public enum Hindrance {
        /** No address of a server at all. */
        NO_ADDRESS,
        WITH_PASSWORD,
        NOT_HTTPS,
        /** By https, but where no server for everybody is. */
        OTHER_PORT,
        /** It lies within this installation's own network, or in no network that everybody can reach. */
        NOT_PUBLIC,
        UNKNOWN_HOST,
        UNREACHABLE,
        TOO_SLOW,
        TOO_LARGE
    }

    /** What an address says, without asking anybody. */
    public sealed interface Aim {
        /** @param path with its query, in ASCII without spaces */
        record Target(boolean secure, String host, int port, String path) implements Aim {
            /** For the header {@code Host}. */
            public String authority() {
                return port == 443 || port == 80 ? host : host + ":" + port;
            }
        }

        record Wrong(Hindrance why) implements Aim {}
    }

    public sealed interface Said {
        record Answered(HttpAnswer answer) implements Said {}

        record Nothing(Hindrance why) implements Said {}
    }

    public static Aim aim(String address, Reach reach) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return new Aim.Wrong(Hindrance.NO_ADDRESS);
        }
        if (address.length() > MOST_CHARACTERS
                || uri.getScheme() == null
                || uri.getHost() == null
                || uri.getHost().isBlank()
                || uri.getHost().length() > LONGEST_HOST) {
            return new Aim.Wrong(Hindrance.NO_ADDRESS);
        }
        if (uri.getRawUserInfo() != null) {
            return new Aim.Wrong(Hindrance.WITH_PASSWORD);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (!reach.allows(scheme, port)) {
            return new Aim.Wrong(secure ? Hindrance.OTHER_PORT : Hindrance.NOT_HTTPS);
        }
        if (spelledOut(bare(uri.getHost())).filter(host -> !reach.allows(host)).isPresent()) {
            return new Aim.Wrong(Hindrance.NOT_PUBLIC);
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String whole = new String((path + query).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (!whole.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            return new Aim.Wrong(Hindrance.NO_ADDRESS);
        }
        return new Aim.Target(secure, uri.getHost(), port, whole);
    }

    /**
     * @param question all of it, as it goes over the line
     * @param until    by {@link System#nanoTime}: the last octet of the answer is there by then, or there is none; looking up the
     *                 name counts
     */
    public Said ask(Aim.Target target, byte[] question, long until) {
        return switch (names.lookUp(bare(target.host()), until)) {
            case Names.Found.Addresses(var addresses) -> ask(target, addresses, question, until);
            case Names.Found.Unknown() -> new Said.Nothing(Hindrance.UNKNOWN_HOST);
            case Names.Found.Late() -> new Said.Nothing(Hindrance.TOO_SLOW);
        };
    }

    private Said ask(Aim.Target target, List<InetAddress> addresses, byte[] question, long until) {
        // All of them: a name that also leads inside is meant to.
        if (addresses.isEmpty() || !addresses.stream().allMatch(reach::allows)) {
            return new Said.Nothing(addresses.isEmpty() ? Hindrance.UNKNOWN_HOST : Hindrance.NOT_PUBLIC);
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            return new Said.Nothing(Hindrance.TOO_SLOW);
        }
        var over = new AtomicBoolean();
        try (var line = new Socket()) {
            ScheduledFuture<?> end = CLOCK.schedule(() -> cut(line, over), left, TimeUnit.NANOSECONDS);
            try {
                return new Said.Answered(ask(target, addresses.getFirst(), line, question, (int)
                        Math.max(1, TimeUnit.NANOSECONDS.toMillis(left))));
            } finally {
                end.cancel(false);
            }
        } catch (SocketTimeoutException e) {
            return new Said.Nothing(Hindrance.TOO_SLOW);
        } catch (TooLarge e) {
            return new Said.Nothing(Hindrance.TOO_LARGE);
        } catch (IOException e) {
            return new Said.Nothing(over.get() ? Hindrance.TOO_SLOW : Hindrance.UNREACHABLE);
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

    private HttpAnswer ask(Aim.Target target, InetAddress address, Socket line, byte[] question, int millis)
            throws IOException {
        line.connect(new InetSocketAddress(address, target.port()), millis);
        line.setSoTimeout(millis);
        Socket spoken = target.secure() ? secured(line, target) : line;
        spoken.getOutputStream().write(question);
        spoken.getOutputStream().flush();
        return HttpAnswer.read(spoken.getInputStream(), mostOctets);
    }

    /** The certificate has to be for the name, whatever address it has. */
    private static Socket secured(Socket line, Aim.Target target) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(line, bare(target.host()), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** The address that is written in the place of a name, for which nobody needs to be asked; a machine's own name is one too. */
    private static Optional<InetAddress> spelledOut(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return Optional.of(InetAddress.getLoopbackAddress());
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            return Optional.empty();
        }
    }

    /** Without the brackets of an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
