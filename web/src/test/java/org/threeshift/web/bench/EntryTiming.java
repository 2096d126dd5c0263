package org.threeshift.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether the time of an answer at the door tells who has an account: known and unknown addresses in a random order, each asked for once, so that nobody
 * is told to wait.
 */
final class EntryTiming {
    private static final int SAMPLES = 250;
    private static final int WARM_UP = 60;
    private static final long SEED = 20_261_126;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String cookie;
    private final String token;

    private EntryTiming(String address, String cookie, String token) {
        this.address = address;
        this.cookie = cookie;
        this.token = token;
    }

    static EntryTiming at(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(), BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new IllegalStateException("the sign-in page has no form");
            }
            String cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            return new EntryTiming(address, cookies, token.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many accounts {@link #measure} needs. */
    static int accounts() {
        return SAMPLES + WARM_UP;
    }

    /** @param known addresses of {@link #accounts} accounts */
    MedianDifference measure(String door, List<String> known) {
        Random chance = new Random(SEED);
        List<String> unknown = IntStream.range(0, accounts())
                .mapToObj(number -> known.get(number).replace("@", "-not@"))
                .toList();
        for (int number = 0; number < WARM_UP; number++) {
            ask(door, known.get(number));
            ask(door, unknown.get(number));
        }
        List<String> asked = new ArrayList<>(known.subList(WARM_UP, accounts()));
        asked.addAll(unknown.subList(WARM_UP, accounts()));
        Collections.shuffle(asked, chance);
        List<Double> ofKnown = new ArrayList<>();
        List<Double> ofUnknown = new ArrayList<>();
        for (String email : asked) {
            (email.contains("-not@") ? ofUnknown : ofKnown).add(ask(door, email));
        }
        return MedianDifference.of(array(ofUnknown), array(ofKnown), SEED);
    }

    static String row(String door, MedianDifference difference) {
        return String.format(
                Locale.ROOT,
                "| answer at %s, known less unknown address, medians of %d | %+.2f ms | within ± %.2f ms (chance alone)%s |",
                door,
                SAMPLES,
                difference.millis(),
                difference.most(),
                difference.withinChance() ? "" : ": EXCEEDED");
    }

    private double ask(String door, String email) {
        String form = "_csrf=" + encode(token) + "&email=" + encode(email) + "&name=Somebody&zone=UTC&password="
                + encode("nobody has these words");
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + door))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            double millis = (System.nanoTime() - start) / 1e6;
            int expected = door.equals("/sign-in") ? 422 : 200;
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(door + " answered " + answer.statusCode());
            }
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double[] array(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
