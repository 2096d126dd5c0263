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

    /**
     * Something that is somebody's, by its real id.
     *
     * @param others who else may; nobody but the owner and these gets more than that it is not there
     */
    record Owned(String method, String path, Map<String, String> fields, Set<String> others) {
        Owned(String path, String... others) {
            this("POST", path, Map.of(), Set.of(others));
        }
    }

    /** The table has the ids that nobody has, and what the owner gets would change what it says of others. */
    @Test
    void what_is_somebody_elses_is_missing_by_its_real_id_too() {
        String met = cast.placed("/practice/people/{candidate}");
        String calendar = "/calendar/outside/" + cast.outsideCalendar();
        String told = "/account/messages/devices/" + cast.toldDevice(database.jdbcClient());
        String report = "/reports/" + cast.report();
        var knowThem = new String[] {"host", "rival", "shadow", "observer", "coach"};
        var unkind = Map.of("kind", "RUDENESS", "words", "Not one word of thanks.");
        List<Owned> owned = List.of(
                new Owned(calendar + "/again", "candidate"),
                new Owned(calendar + "/remove", "candidate"),
                new Owned(told + "/try", "candidate"),
                new Owned(told + "/remove", "candidate"),
                new Owned("/account/devices/" + cast.signedInDevice() + "/end", "candidate"),
                new Owned("GET", report, Map.of(), Set.of("admin")),
                new Owned("POST", report, Map.of("end", "NOTHING", "note", "Spoke with both."), Set.of("admin")),
                new Owned(met + "/favourite", knowThem),
                new Owned(met + "/favourite/remove", knowThem),
                new Owned(met + "/block", knowThem),
                new Owned(met + "/block/remove", knowThem),
                new Owned("POST", met + "/report", unkind, Set.of(knowThem)));
        for (Owned thing : owned) {
            cast.visitors().forEach((who, visitor) -> {
                if (!thing.others().contains(who)) {
                    assertThat(answer(visitor, thing))
                            .as("%s as %s", thing, who)
                            .isIn(missing(who));
                }
            });
        }
        // What nobody else could do its owner does, and so shows that the address was right.
        for (Owned thing : owned) {
            String who = thing.others().contains("rival")
                    ? "rival"
                    : thing.others().iterator().next();
            if (!thing.path().endsWith("/try")) {
                assertThat(answer(Objects.requireNonNull(cast.visitors().get(who)), thing))
                        .as("%s as %s", thing, who)
                        .isEqualTo(thing.method().equals("GET") ? "200" : "done");
            }
        }
    }

    private static Set<String> missing(String who) {
        return switch (who) {
            case "anonymous" -> Set.of("in");
            case "guest" -> Set.of("403", "404");
            default -> Set.of("404");
        };
    }

    private static String answer(Visitor visitor, Owned thing) {
        HttpResponse<String> answer = thing.method().equals("GET")
                ? visitor.get(thing.path())
                : visitor.submit("/forgot", thing.path(), thing.fields());
        String target = visitor.target(answer);
        return target.isEmpty() ? Integer.toString(answer.statusCode()) : target.startsWith("/sign-in") ? "in" : "done";
    }

    @Test
    void a_private_calendar_address_is_read_by_whoever_has_it_until_it_is_taken_back() {
        String address = "/calendar/feed/" + cast.calendarAddress() + ".ics";
        var program = Objects.requireNonNull(cast.visitors().get("anonymous"));

        HttpResponse<String> whole = program.get(address);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(whole.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("private"));
        assertThat(whole.body()).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT", "METHOD:PUBLISH");

        String tag = whole.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = program.get(address, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(program.get(address, "If-None-Match", "\"another\"").statusCode())
                .isEqualTo(200);

        cast.revokeCalendarAddress();
        HttpResponse<String> revoked = program.get(address, "If-None-Match", tag);
        HttpResponse<String> nonsense = program.get("/calendar/feed/no-such-address.ics");
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(nonsense.statusCode()).isEqualTo(404);
        assertThat(alike(revoked)).isEqualTo(alike(nonsense));
    }

    /** All that whoever tries addresses learns of one. */
    private static String alike(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().firstValue("Content-Type")
                + answer.headers().firstValue("ETag") + answer.headers().firstValue("Cache-Control");
    }

    @Test
    void whoever_reads_a_private_calendar_too_often_is_asked_to_wait() {
        String address = "/calendar/feed/" + cast.calendarAddress() + ".ics";
        var program = Objects.requireNonNull(cast.visitors().get("anonymous"));
        int free = 0;
        HttpResponse<String> answer = program.get(address);
        while (answer.statusCode() == 200 && free < 100) {
            free++;
            answer = program.get(address);
        }
        assertThat(free).isBetween(60, 65);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        cast.revokeCalendarAddress();
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
                                .replaceAll(
                                        "\\{(live|published|kept|candidate|exchange|cohort|pair|evening|page|booked|nowhere)}",
                                        "{id}")
                                .replace("{cohort-kind}", "{kind}")
                                .replaceAll("(?<=/kinds/)\\{id}", "{kind}")
                                .replaceAll("(?<=/book/)(the-coach|the-cohort|nobodys)", "{slug}")
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
                        .replaceAll("^/people/\\{id}", "/people/{x}")
                        .replaceAll("(?<=/guests/)\\{x}", "{id}"))
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

    /** With the token of a page that is the same for everybody, and asks the database for next to nothing. */
    private static HttpResponse<String> post(Visitor visitor, String path) {
        if (path.startsWith("/api/")) {
            return visitor.postJson(path, "{\"connection\": \"018f0000-0000-4000-8000-000000000000\"}");
        }
        return visitor.submit("/forgot", path, fields(path));
    }

    /** Without them the address would be missing to everybody, and its row could not fail. */
    private static Map<String, String> fields(String path) {
        if (!path.startsWith("/evenings/")) {
            return Map.of();
        }
        return path.endsWith("/answer")
                ? Map.of("answer", "yes")
                : path.contains("/guests/") ? Map.of("mark", "here") : Map.of();
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
