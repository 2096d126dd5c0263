package org.threeshift.core.busy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.threeshift.core.network.HttpAnswer;
import org.threeshift.core.network.Line;
import org.threeshift.core.network.Line.Aim;
import org.threeshift.core.network.Line.Said;
import org.threeshift.core.network.Reach;

/** Asks for one file by https, and for nothing else, over a {@link Line}. */
final class Fetcher {
    static final int MOST_OCTETS = 5_000_000;
    static final int MOST_REDIRECTS = 4;

    private static final int OK = 200;
    private static final int CLIENT = 400;
    private static final int SERVER = 500;

    private final Reach reach;
    private final Line line;
    private final Duration patience;

    /** @param patience for all of it: every step, from the first to the last octet */
    Fetcher(Reach reach, Duration patience) {
        this.reach = reach;
        this.line = new Line(reach, MOST_OCTETS);
        this.patience = patience;
    }

    /** What can be said of an address without asking anybody; absent when nothing speaks against it. */
    static Optional<Trouble> complaint(String address, Reach reach) {
        return switch (Line.aim(https(address), reach)) {
            case Aim.Target _ -> Optional.empty();
            case Aim.Wrong(var why) -> Optional.of(trouble(why));
        };
    }

    Fetched fetch(String address) {
        long until = System.nanoTime() + patience.toNanos();
        String next = address;
        for (int step = 0; step <= MOST_REDIRECTS; step++) {
            switch (ask(next, until)) {
                case Answer.Done(var fetched) -> {
                    return fetched;
                }
                case Answer.Elsewhere(var location) -> next = resolved(next, location);
            }
        }
        return new Fetched.Failed(Trouble.TOO_MANY_REDIRECTS);
    }

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

    private static String resolved(String from, String location) {
        try {
            return new URI(https(from)).resolve(new URI(location)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    private Answer ask(String address, long until) {
        return switch (Line.aim(https(address), reach)) {
            case Aim.Wrong(var why) -> failed(trouble(why));
            case Aim.Target target ->
                switch (line.ask(target, question(target), until)) {
                    case Said.Nothing(var why) -> failed(trouble(why));
                    case Said.Answered(var answer) -> answer(answer);
                };
        };
    }

    private static byte[] question(Aim.Target target) {
        return ("GET " + target.path() + " HTTP/1.1\r\nHost: " + target.authority()
                        + "\r\nUser-Agent: Threeshift\r\nAccept: text/calendar, */*;q=0.1\r\nAccept-Encoding: identity\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Answer answer(HttpAnswer answer) {
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

    private static Trouble trouble(Line.Hindrance why) {
        return switch (why) {
            case NO_ADDRESS -> Trouble.NO_ADDRESS;
            case WITH_PASSWORD -> Trouble.WITH_PASSWORD;
            case NOT_HTTPS -> Trouble.NOT_HTTPS;
            case OTHER_PORT -> Trouble.OTHER_PORT;
            case NOT_PUBLIC -> Trouble.NOT_PUBLIC;
            case UNKNOWN_HOST -> Trouble.UNKNOWN_HOST;
            case UNREACHABLE -> Trouble.UNREACHABLE;
            case TOO_SLOW -> Trouble.TOO_SLOW;
            case TOO_LARGE -> Trouble.TOO_LARGE;
        };
    }

    private static Answer failed(Trouble trouble) {
        return new Answer.Done(new Fetched.Failed(trouble));
    }
}
