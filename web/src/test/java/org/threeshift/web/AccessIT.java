package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threeshift.core.database.TestDatabase;

/** Walks every address × every kind of person and compares with {@code access.txt}, to the last cell. */
class AccessIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static AccessCast cast;

    /** A line of the table without its cells. */
    record Route(String method, String path) {}

    @BeforeAll
    static void installation() {
        cast = new AccessCast(threeshift);
    }

    @Test
    @SuppressWarnings("SystemOut") // the run's own account of what was held
    void everybody_gets_what_the_table_says() {
        List<String> expected = lines();
        List<String> actual = new ArrayList<>();
        actual.add(expected.getFirst());
        expected.stream().skip(1).map(AccessIT::route).forEach(route -> actual.add(walk(route)));
        assertThat(String.join("\n", actual)).isEqualTo(String.join("\n", expected));
        int routes = expected.size() - 1;
        int people = cast.visitors().size();
        System.out.printf(
                "Access: %d routes × %d kinds of people = %d answers, each as access.txt says%n",
                routes, people, routes * people);
    }

    /** Otherwise no other cell of the walk would show that a coach's private note came along. */
    @Test
    void the_coach_reads_the_note_that_nobody_else_gets_anywhere() {
        HttpResponse<String> page =
                Objects.requireNonNull(cast.visitors().get("coach")).get(cast.placed("/candidates/{candidate}"));
        assertThat(page.body()).contains(AccessCast.NOTE);
    }

    @Test
    void the_candidate_reads_that_a_coach_looked_at_their_page_and_at_what_a_second_opinion_is_given_on() {
        var coach = Objects.requireNonNull(cast.visitors().get("coach"));
        coach.get(cast.placed("/candidates/{candidate}"));
        coach.get(cast.placed("/scorecards/{published}/opinion"));
        String trail = Objects.requireNonNull(cast.visitors().get("candidate"))
                .get("/account/trail")
                .body();
        assertThat(trail)
                .contains("opened your scorecard (candidate’s page).", "opened your scorecard (second opinion).");
    }

    @Test
    void the_table_knows_every_address() {
        assertThat(unknownTo(table())).isEmpty();
    }

    @Test
    void a_table_without_an_address_is_found_out() {
        Set<Route> shorter = new HashSet<>(table());
        shorter.remove(new Route("GET", "/home"));
        assertThat(unknownTo(shorter)).containsExactly("GET /home");
    }

    private static Set<Route> table() {
        return lines().stream()
                .skip(1)
                .map(AccessIT::route)
                .map(route -> new Route(
                        route.method(),
                        route.path()
                                .replaceAll("\\?.*", "")
                                .replaceAll("\\{(live|published|kept|candidate|exchange|cohort|pair|nowhere)}", "{id}")
                                .replaceAll("(?<=/)no-such-[a-z]+|\\{(open|expired|shared|revoked)}", "{x}")))
                .collect(Collectors.toSet());
    }

    private static Set<String> unknownTo(Set<Route> table) {
        return threeshift.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> routes(mapping).stream())
                .filter(route -> !table.contains(route))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Route> routes(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .filter(pattern -> !pattern.equals("/error"))
                .map(pattern -> pattern.replaceAll(
                                "\\{(token|invite|bank|who|connection|provider|passkey|device|offer|membership|person|size|message|share|note)}",
                                "{x}")
                        .replaceAll("^/people/\\{id}", "/people/{x}"))
                .flatMap(pattern -> methods.stream().map(method -> new Route(method, pattern)))
                .toList();
    }

    private static String walk(Route route) {
        List<String> cells = new ArrayList<>();
        cells.add("%-5s%-45s".formatted(route.method(), route.path()));
        cast.visitors().forEach((who, visitor) -> cells.add("%-10s".formatted(ask(who, visitor, route))));
        return String.join("| ", cells).stripTrailing();
    }

    private static String ask(String who, Visitor visitor, Route route) {
        String path = cast.placed(route.path());
        if (path.endsWith("/events")) {
            int status = visitor.lookIntoStream(path);
            return status == 302 ? "in" : Integer.toString(status);
        }
        HttpResponse<String> answer =
                route.method().equals("GET") ? visitor.get(path, "Accept", "*/*") : post(visitor, path);
        if (answer.body().contains(AccessCast.NOTE) && !who.equals("coach")) {
            return "A NOTE";
        }
        String target = visitor.target(answer);
        if (target.startsWith("/sign-in")) {
            return "in";
        }
        return target.isEmpty() ? Integer.toString(answer.statusCode()) : "-> " + target.split("[/?]")[1];
    }

    /** With the token of a page that the visitor may open. */
    private static HttpResponse<String> post(Visitor visitor, String path) {
        if (path.startsWith("/api/")) {
            return visitor.postJson(path, "{\"connection\": \"018f0000-0000-4000-8000-000000000000\"}");
        }
        String withForm = visitor.get("/scorecards").statusCode() == 200 ? "/scorecards" : "/sign-in";
        return visitor.submit(withForm, path, Map.of());
    }

    private static Route route(String line) {
        String[] words = line.split("\\|", 2)[0].strip().split(" +", 2);
        return new Route(words[0], words[1]);
    }

    private static List<String> lines() {
        try (InputStream table = Objects.requireNonNull(AccessIT.class.getResourceAsStream("/access.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
