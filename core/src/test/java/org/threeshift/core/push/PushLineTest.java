package org.threeshift.core.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.network.Reach;
import org.threeshift.core.push.PushLine.Outcome;
import tools.jackson.databind.JsonNode;

/** What goes over the line to a push service, read at its other end. */
class PushLineTest {
    private static final Instant NOW = Instant.parse("2026-11-26T16:00:00Z");
    private static final ServerKeys KEYS = ServerKeys.fresh();

    @AutoClose
    private final PushService service = new PushService();

    private final Browser browser = new Browser();

    @Test
    void only_the_browser_reads_what_it_says() throws Exception {
        assertThat(bring("/abc?d=e", parcel("{\"title\":\"Jürgen wartet\"}"))).isEqualTo(new Outcome.Taken());
        PushService.Brought brought = service.brought.getFirst();
        assertThat(brought.method() + " " + brought.path()).isEqualTo("POST /abc?d=e");
        assertThat(browser.open(brought.body())).isEqualTo("{\"title\":\"Jürgen wartet\"}");
        assertThat(new String(brought.body(), StandardCharsets.ISO_8859_1)).doesNotContain("wartet");
        assertThatThrownBy(() -> new Browser().open(brought.body())).isInstanceOf(GeneralSecurityException.class);
        byte[] changed = brought.body().clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> browser.open(changed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void each_message_is_encrypted_anew() {
        bring("/a", parcel("the same"));
        bring("/a", parcel("the same"));
        assertThat(service.brought.get(0).body())
                .isNotEqualTo(service.brought.get(1).body());
    }

    @Test
    void messages_that_leave_at_once_are_each_readable_and_signed() throws Exception {
        var line = new PushLine(new PushService.Loopback());
        Callable<Outcome> some = () -> {
            Outcome outcome = new Outcome.Taken();
            for (int number = 0; number < 150 && outcome instanceof Outcome.Taken; number++) {
                outcome = line.bring(
                        browser.at(service.endpoint("/a")), parcel("the same"), KEYS, "mailto:host@example.org", NOW);
            }
            return outcome;
        };
        try (ExecutorService lanes = Executors.newFixedThreadPool(4)) {
            for (Future<Outcome> one : lanes.invokeAll(List.of(some, some, some, some))) {
                assertThat(one.get()).isEqualTo(new Outcome.Taken());
            }
        }
        assertThat(service.brought).hasSize(600);
        for (PushService.Brought brought : service.brought) {
            assertThat(browser.open(brought.body())).isEqualTo("the same");
            assertThat(Vapid.of(brought.header("authorization")).signed()).isTrue();
        }
    }

    @Test
    void it_says_how_long_it_lasts_how_much_it_presses_and_what_it_replaces() {
        bring("/a", parcel("x"));
        PushService.Brought brought = service.brought.getFirst();
        assertThat(brought.header("ttl")).isEqualTo("600");
        assertThat(brought.header("urgency")).isEqualTo("high");
        assertThat(brought.header("topic")).isEqualTo("a-topic");
        assertThat(brought.header("content-encoding")).isEqualTo("aes128gcm");
        assertThat(brought.headers()).doesNotContainKeys("cookie", "referer");
    }

    @Test
    void it_is_signed_by_this_installation_for_this_push_service_and_for_hours_only() throws Exception {
        bring("/a", parcel("x"));
        Vapid vapid = Vapid.of(service.brought.getFirst().header("authorization"));
        JsonNode claims = vapid.claims();
        assertThat(vapid.head().path("alg").asString()).isEqualTo("ES256");
        assertThat(claims.path("aud").asString()).isEqualTo(service.origin());
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:host@example.org");
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                .isAfter(NOW)
                .isBeforeOrEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(vapid.key()).isEqualTo(KEYS.text());
        assertThat(vapid.signed()).isTrue();
        assertThat(new Vapid(vapid.text() + "x", vapid.signature(), vapid.key()).signed())
                .isFalse();
        assertThat(new Vapid(vapid.text(), vapid.signature(), ServerKeys.fresh().text()).signed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "201, Taken",
        "202, Taken",
        "404, Gone",
        "410, Gone",
        "429, NotNow",
        "500, NotNow",
        "503, NotNow",
        "301, Never",
        "307, Never",
        "400, NotNow",
        "401, NotNow",
        "403, NotNow",
        "413, Never"
    })
    void each_answer_has_its_outcome_and_nobody_is_followed_elsewhere(int status, String outcome) {
        service.answers(status, Map.of("Location", service.endpoint("/elsewhere")));
        assertThat(bring("/a", parcel("x")).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(service.brought).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "'Thu, 26 Nov 2026 16:05:00 GMT', PT5M",
        "'Thu, 26 Nov 2026 15:00:00 GMT',",
        "soon,",
        "-5,",
        "99999999999999,"
    })
    void as_long_as_it_asks_for_it_is_left_alone(String said, Duration wait) {
        service.answers(429, Map.of("Retry-After", said));
        assertThat(bring("/a", parcel("x"))).isEqualTo(new Outcome.NotNow("status 429", Optional.ofNullable(wait)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/push",
                "https://[::1]/push",
                "https://10.0.0.7/push",
                "https://192.168.1.1:8443/push",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:127.0.0.1]/push",
                "http://push.example.org/push",
                "https://push.example.org:5432/push",
                "file:///etc/passwd"
            })
    void nothing_inside_is_spoken_to_and_nothing_but_https(String endpoint) {
        assertThat(new PushLine(Reach.PUBLIC)
                        .bring(browser.at(endpoint), parcel("x"), KEYS, "mailto:host@example.org", NOW))
                .isInstanceOf(Outcome.Never.class);
    }

    @Test
    void a_push_service_that_is_away_is_tried_again() {
        service.close();
        assertThat(bring("/a", parcel("x"))).isEqualTo(new Outcome.NotNow("UNREACHABLE", Optional.empty()));
    }

    @Test
    void a_name_whose_server_says_nothing_costs_no_more_than_the_patience() {
        var never = new CountDownLatch(1);
        var slow = new PushService.Loopback() {
            @Override
            public List<InetAddress> addresses(String host) {
                while (never.getCount() > 0) {
                    LockSupport.parkNanos(1_000_000);
                }
                return super.addresses(host);
            }
        };
        long before = System.nanoTime();
        assertThat(new PushLine(slow, Duration.ofMillis(300))
                        .bring(browser.at(service.endpoint("/a")), parcel("x"), KEYS, "mailto:host@example.org", NOW))
                .isEqualTo(new Outcome.NotNow("TOO_SLOW", Optional.empty()));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        never.countDown();
    }

    private Outcome bring(String path, PushLine.Parcel parcel) {
        return new PushLine(new PushService.Loopback())
                .bring(browser.at(service.endpoint(path)), parcel, KEYS, "mailto:host@example.org", NOW);
    }

    private static PushLine.Parcel parcel(String text) {
        return new PushLine.Parcel(text, "a-topic", PushWords.Urgency.HIGH, Duration.ofMinutes(10));
    }
}
