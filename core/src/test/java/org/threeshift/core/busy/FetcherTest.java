package org.threeshift.core.busy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeshift.core.network.Reach;

class FetcherTest {
    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

    @AutoClose
    private final Answers server = new Answers();

    @Test
    void it_asks_for_one_file_and_says_nothing_of_anybody() {
        server.answers(length(CALENDAR));
        assertThat(fetch("/a.ics?key=b")).isEqualTo(new Fetched.Text(CALENDAR));
        assertThat(server.asked.getFirst())
                .startsWith("GET /a.ics?key=b HTTP/1.1\r\nHost: calendar.example.org:" + server.port())
                .doesNotContain("Cookie", "Authorization", "Referer");
    }

    @Test
    void pieces_are_put_together() {
        server.answers(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nBEGIN\r\n6;x=y\r\n:VCALE\r\n0\r\n\r\n");
        assertThat(fetch("/")).isEqualTo(new Fetched.Text("BEGIN:VCALE"));
    }

    @Test
    void what_only_ends_with_the_line_is_read_to_its_end() {
        server.answers("HTTP/1.0 200 OK\r\n\r\n" + CALENDAR);
        assertThat(fetch("/")).isEqualTo(new Fetched.Text(CALENDAR));
    }

    @ParameterizedTest
    @CsvSource({
        "401, REFUSED",
        "403, REFUSED",
        "404, NOT_THERE",
        "410, NOT_THERE",
        "500, SERVER",
        "503, SERVER",
        "204, SERVER",
        "302, SERVER"
    })
    void each_answer_has_its_reason(int status, Trouble trouble) {
        server.answers("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n");
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(trouble));
    }

    @Test
    void a_redirect_is_followed_and_so_is_one_relative_to_it() {
        server.answers("HTTP/1.1 302 Found\r\nLocation: other/b.ics\r\nContent-Length: 0\r\n\r\n", length(CALENDAR));
        assertThat(fetch("/folder/a.ics")).isInstanceOf(Fetched.Text.class);
        assertThat(server.asked.get(1)).startsWith("GET /folder/other/b.ics ");
    }

    @Test
    void a_redirect_is_checked_like_the_first_address() {
        server.answers(redirect("http://inside.example.org:" + server.port() + "/secret"), length("the secret"));
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.NOT_PUBLIC));
        assertThat(server.asked).as("inside was never spoken to").hasSize(1);
    }

    @Test
    void a_redirect_to_another_protocol_leads_nowhere() {
        server.answers(redirect("file:///etc/passwd"), redirect("ftp://calendar.example.org/a"));
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.NO_ADDRESS));
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.NOT_HTTPS));
    }

    @Test
    void going_in_circles_ends() {
        server.answers(redirect("/again"));
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.TOO_MANY_REDIRECTS));
        assertThat(server.asked).hasSize(Fetcher.MOST_REDIRECTS + 1);
    }

    /** A name that is public when it is checked, and inside when it is asked for once more. */
    @Test
    void a_name_is_looked_up_once_a_step_and_what_was_checked_is_what_is_spoken_to() {
        server.answers(length(CALENDAR));
        var asked = new AtomicInteger();
        var rebinding = new Near() {
            @Override
            public List<InetAddress> addresses(String host) {
                return List.of(InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2"));
            }
        };
        assertThat(new Fetcher(rebinding, Duration.ofSeconds(5)).fetch(address("/")))
                .isInstanceOf(Fetched.Text.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_name_with_one_address_inside_is_not_public_whatever_its_others_are() {
        var both = new Near() {
            @Override
            public List<InetAddress> addresses(String host) {
                return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2"));
            }
        };
        assertThat(new Fetcher(both, Duration.ofSeconds(5)).fetch(address("/")))
                .isEqualTo(new Fetched.Failed(Trouble.NOT_PUBLIC));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void a_file_that_says_it_is_too_large_is_not_read_and_one_that_does_not_say_is_read_no_further() {
        server.answers(
                "HTTP/1.1 200 OK\r\nContent-Length: 5000001\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(Fetcher.MOST_OCTETS + 10),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4C4B41\r\n");
        for (int number = 0; number < 3; number++) {
            assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.TOO_LARGE));
        }
    }

    @Test
    void whoever_drips_is_cut_off() {
        server.drips();
        long before = System.nanoTime();
        assertThat(new Fetcher(new Near(), Duration.ofMillis(400)).fetch(address("/")))
                .isEqualTo(new Fetched.Failed(Trouble.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void a_name_whose_server_says_nothing_costs_no_more_than_the_patience() {
        var never = new CountDownLatch(1);
        var slow = new Near() {
            @Override
            public List<InetAddress> addresses(String host) throws UnknownHostException {
                while (never.getCount() > 0) {
                    LockSupport.parkNanos(1_000_000);
                }
                return super.addresses(host);
            }
        };
        long before = System.nanoTime();
        assertThat(new Fetcher(slow, Duration.ofMillis(300)).fetch(address("/")))
                .isEqualTo(new Fetched.Failed(Trouble.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        never.countDown();
    }

    @Test
    void no_http_is_no_answer() {
        server.answers("220 mail.example.org ESMTP\r\n");
        assertThat(fetch("/")).isEqualTo(new Fetched.Failed(Trouble.UNREACHABLE));
    }

    @Test
    void a_name_longer_than_names_can_be_is_no_address() {
        assertThat(Fetcher.complaint("https://" + "a".repeat(250) + ".org/", Reach.PUBLIC))
                .contains(Trouble.NO_ADDRESS);
        assertThat(Fetcher.complaint("https://" + "a".repeat(249) + ".org/", Reach.PUBLIC))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://calendar.example.org/a.ics, NOT_HTTPS",
        "https://calendar.example.org:22/a.ics, OTHER_PORT",
        "https://calendar.example.org:5432/, OTHER_PORT",
        "ftp://calendar.example.org/a.ics, NOT_HTTPS",
        "file:///etc/passwd, NO_ADDRESS",
        "https://ada:secret@calendar.example.org/, WITH_PASSWORD",
        "https:///a.ics, NO_ADDRESS",
        "calendar.example.org/a.ics, NO_ADDRESS",
        "'https://calendar.example.org/a b', NO_ADDRESS",
        "javascript:alert(1), NO_ADDRESS",
        "'', NO_ADDRESS"
    })
    void out_there_only_https_is_spoken_and_only_to_addresses(String address, Trouble trouble) {
        assertThat(Fetcher.complaint(address, Reach.PUBLIC)).contains(trouble);
        assertThat(new Fetcher(Reach.PUBLIC, Duration.ofSeconds(1)).fetch(address))
                .isEqualTo(new Fetched.Failed(trouble));
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://127.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1:8443/",
        "https://localhost/",
        "webcal://192.168.0.1/a.ics"
    })
    void out_there_nothing_inside_is_spoken_to(String address) {
        assertThat(new Fetcher(Reach.PUBLIC, Duration.ofSeconds(2)).fetch(address))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.trouble())
                                .isIn(Trouble.NOT_PUBLIC, Trouble.NO_ADDRESS, Trouble.UNKNOWN_HOST));
    }

    @ParameterizedTest
    @CsvSource({
        "https://192.168.1.4/c.ics",
        "webcal://127.0.0.1/a.ics",
        "https://10.0.0.1:8443/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fd00::1]/",
        "https://localhost/",
        "https://calendar.LOCALHOST/a.ics"
    })
    void what_is_plainly_inside_is_refused_before_anybody_is_asked(String address) {
        assertThat(Fetcher.complaint(address, Reach.PUBLIC)).contains(Trouble.NOT_PUBLIC);
    }

    @Test
    void an_address_of_everybody_may_be_spelled_out() {
        assertThat(Fetcher.complaint("https://9.9.9.9/a.ics", Reach.PUBLIC)).isEmpty();
        assertThat(Fetcher.complaint("https://[2620:fe::fe]/a.ics", Reach.PUBLIC))
                .isEmpty();
    }

    @Test
    void a_calendars_own_word_for_https_is_understood() {
        assertThat(Fetcher.https(" webcal://calendar.example.org/a.ics "))
                .isEqualTo("https://calendar.example.org/a.ics");
        assertThat(Fetcher.complaint("webcal://calendar.example.org/a.ics", Reach.PUBLIC))
                .isEmpty();
        assertThat(Fetcher.complaint("https://calendar.example.org/a.ics?x=1&y=%20", Reach.PUBLIC))
                .isEmpty();
    }

    private Fetched fetch(String path) {
        return new Fetcher(new Near(), Duration.ofSeconds(10)).fetch(address(path));
    }

    private String address(String path) {
        return "http://calendar.example.org:" + server.port() + path;
    }

    private static String redirect(String to) {
        return "HTTP/1.1 301 Moved\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static String length(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Where 127.0.0.1 is the internet, and 127.0.0.2 is inside. */
    private static class Near implements Reach {
        private static final Map<String, String> NAMES =
                Map.of("calendar.example.org", "127.0.0.1", "inside.example.org", "127.0.0.2");

        @Override
        public boolean allows(String scheme, int port) {
            return scheme.equals("http");
        }

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            String address = NAMES.get(host);
            if (address == null) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.ofLiteral(address));
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.equals(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    /** Gives each answer to one who asks, and the last one to all who come after. */
    private static final class Answers implements AutoCloseable {
        private final ServerSocket door;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<String> answers = new CopyOnWriteArrayList<>();
        private volatile boolean dripping;

        Answers() {
            try {
                door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return door.getLocalPort();
        }

        void answers(String... texts) {
            answers.addAll(List.of(texts));
        }

        void drips() {
            dripping = true;
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket line = door.accept()) {
                    asked.add(question(line));
                    if (dripping) {
                        drip(line);
                    } else {
                        int number = Math.min(asked.size(), answers.size()) - 1;
                        line.getOutputStream().write(answers.get(number).getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException gone) {
                    // Whoever asked has had enough.
                }
            }
        }

        private static void drip(Socket line) throws IOException {
            try {
                for (char letter :
                        "HTTP/1.1 200 OK\r\nX-Long: ".concat("x".repeat(500)).toCharArray()) {
                    line.getOutputStream().write(letter);
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static String question(Socket line) throws IOException {
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int octet = line.getInputStream().read();
                if (octet < 0) {
                    break;
                }
                text.append((char) octet);
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
