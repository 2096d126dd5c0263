package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;
import org.threeshift.core.interview.Hosting;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;

/** Every line of {@code bad-input.txt}: forms, addresses, the API and bank files, each with the sentence that it gets. */
class BadInputIT {
    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    /** One line of the table. */
    record Case(String who, String method, String path, Map<String, String> fields, int status, String sentence) {
        @Override
        public String toString() {
            return who + " " + method + " " + path + " " + fields;
        }
    }

    @BeforeAll
    static void installation() {
        Person admin = register("Ada Admin", "admin@example.org", Role.ADMIN);
        Person coach = register("Cora Coach", "coach@example.org", Role.COACH);
        Person member = register("Mika Member", "member@example.org", Role.MEMBER);
        for (String who : List.of("admin", "coach", "member")) {
            VISITORS.computeIfAbsent(who, _ -> new Visitor(threeshift.address()))
                    .signIn(who + "@example.org", PASSWORD);
        }
        VISITORS.put("anonymous", new Visitor(threeshift.address()));
        InterviewId interview = new InterviewId(threeshift.bean(Ids.class).next());
        var plan = new Hosting.Plan(
                interview,
                Kind.PEER,
                "marketing-manager",
                "warm-up",
                new Hosting.Candidate.ByLink("Somebody"),
                Set.of(),
                Optional.of(Instant.now().plus(Duration.ofDays(1))),
                ZoneId.of("UTC"));
        if (threeshift.bean(Hosting.class).host(plan, coach) instanceof Hosting.Hosted.Done(var _, var token)) {
            PLACES.put("{invitation}", "/join/" + token.orElseThrow().text());
        }
        PLACES.put("{interview}", interview.toString());
        PLACES.put("{talk}", OpenDebrief.of(threeshift, coach, member).toString());
        PLACES.put(
                "{password-link}",
                "/set-password/"
                        + threeshift
                                .bean(SetupLinks.class)
                                .forPassword(admin.id())
                                .text());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bad_input_gets_a_clear_sentence(Case bad) {
        HttpResponse<String> answer = send(bad);
        assertThat(answer.statusCode()).isEqualTo(bad.status());
        assertThat(HtmlUtils.htmlUnescape(answer.body()))
                .contains(bad.sentence())
                .doesNotContain("Exception", "at org.", "at java.");
        if (bad.path().startsWith("/api/")) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
    }

    @Test
    void there_are_cases_of_every_sort() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(cases()).anyMatch(bad -> bad.path().startsWith("/api/"));
        assertThat(cases()).anyMatch(bad -> bad.fields().containsKey("bank"));
        assertThat(cases()).anyMatch(bad -> bad.method().equals("GET"));
        assertThat(cases()).anyMatch(bad -> bad.method().equals("POST"));
    }

    private static HttpResponse<String> send(Case bad) {
        Visitor visitor = Objects.requireNonNull(VISITORS.get(bad.who()));
        if (bad.method().equals("GET")) {
            return visitor.get(bad.path());
        }
        if (bad.path().startsWith("/api/")) {
            return visitor.postJson(bad.path(), json(bad.fields()));
        }
        if (bad.path().equals("/banks")) {
            return bad.fields().containsKey("bank")
                    ? visitor.upload("/banks", "bank.yaml", bank(bad.fields().getOrDefault("bank", "")))
                    : visitor.upload("/banks", "", new byte[0]);
        }
        return visitor.submit(formPage(bad.path()), bad.path(), fields(bad));
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The page on which the form stands. */
    private static String formPage(String path) {
        // Where nobody may register there is no form.
        return path.equals("/register")
                ? "/sign-in"
                : path.replaceFirst(
                                "/(answer|cancel|outside|time|meeting|seats(/withdraw)?|lead|password|code|passkey|photo|zone|sentence|shares|results|plan|debrief/[a-z]+)$",
                                "")
                        .replaceFirst(
                                "^/(glass|erasures|account/data|account/messages|practice/pairs|calendar)/.*$", "/$1");
    }

    /** Hosting is spoiled in one field; everything else there is as it should be. */
    private static Map<String, String> fields(Case bad) {
        var fields = new LinkedHashMap<String, String>();
        if (bad.path().equals("/host")) {
            fields.put("interview", threeshift.bean(Ids.class).next().toString());
            fields.put("round", "marketing-manager/warm-up");
            fields.put("kind", "PEER");
            fields.put("candidate", "link");
            fields.put("label", "Somebody");
            fields.put("when", "now");
        }
        fields.putAll(bad.fields());
        return fields;
    }

    private static byte[] bank(String change) {
        String good = resource("/banks/marketing-manager.yaml");
        return switch (change) {
            case "not-yaml" -> "title: \"never ends".getBytes(StandardCharsets.UTF_8);
            case "tab" -> good.replaceFirst("\n    title:", "\n\ttitle:").getBytes(StandardCharsets.UTF_8);
            case "latin-1" -> "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
            case "unknown-shift" ->
                good.replaceFirst("primary: STRATEGY", "primary: MOONSHOT").getBytes(StandardCharsets.UTF_8);
            case "same-version" -> (good + "\n# changed\n").getBytes(StandardCharsets.UTF_8);
            case "too-large" -> "x".repeat(1_500_000).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(change);
        };
    }

    static List<Case> cases() {
        return resource("/bad-input.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(BadInputIT::read)
                .toList();
    }

    private static Case read(String line) {
        String[] cells = Arrays.stream(line.split("\\|", 5)).map(String::strip).toArray(String[]::new);
        String[] request = cells[1].split(" +", 2);
        return new Case(
                cells[0],
                request[0],
                placed(request[1]),
                Stream.of(cells[2].split(";"))
                        .filter(field -> !field.isBlank())
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> field[1].replace("{blank}", " "))),
                Integer.parseInt(cells[3]),
                cells[4]);
    }

    private static String placed(String path) {
        String placed = path;
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            placed = placed.replace(place.getKey(), place.getValue());
        }
        return placed;
    }

    private static String resource(String name) {
        try (InputStream file = BadInputIT.class.getResourceAsStream(name)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person register(String name, String email, Role role) {
        return switch (threeshift.bean(People.class).register(name, email, PASSWORD, "UTC", role)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
