package org.threeshift.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.id.Ids;

/**
 * Fires hostile input at every address that changes something: over-long, control characters, marks that turn the direction of
 * writing, HTML, SQL, formulas, bytes that are no text, numbers that are none, ids that are nobody's, no token, another content type, ten
 * megabytes. Each gets a 4xx with a sentence, and the database stays as it was. Words that people may write are the exception: where
 * {@code hostile-input.txt} names a field so, it may be taken, and is shown inert.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputIT {
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    /** Never text, wherever they come. */
    private static final Map<String, String> NEVER =
            Map.of("control characters", "a\u0000b\u0007c\u001b[31m", "over-long", "x".repeat(250_000));

    /** Perhaps somebody's words. */
    private static final Map<String, String> WORDS = Map.of(
            "direction", "abc\u202Egnp.exe\u202C\u2066x",
            "html", "<img src=x onerror=alert(1)><script>alert(1)</script>\"'>",
            "sql", "x'; drop table person; --",
            "formula", "=HYPERLINK(\"http://evil.example\",\"x\")",
            "number", "-99999999999999999999",
            "path", "../../../../etc/passwd");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    private static final Map<String, String> tokens = new HashMap<>();
    private static final List<Row> rows = new ArrayList<>();
    private static AccessCast cast;
    private static Checksum checksum;

    /**
     * A line of the table.
     *
     * @param fields what a good form holds
     * @param good   whether that form can be taken here
     * @param words  the fields that take what people write
     * @param spared what is not refused, as FIELD:KIND, for the reason that the table gives
     */
    record Row(
            String method,
            String path,
            String who,
            Map<String, String> fields,
            boolean good,
            Set<String> words,
            Set<String> spared) {
        boolean api() {
            return path.startsWith("/api/");
        }

        boolean spares(String field, String kind) {
            return spared.contains(field + ":*") || spared.contains(field + ":" + kind.replace(" ", "-"));
        }

        String route() {
            return method + " " + path.replaceAll("\\?.*", "");
        }
    }

    @BeforeAll
    static void installation() {
        cast = new AccessCast(threeshift);
        checksum = new Checksum(database);
        rows.addAll(lines().map(HostileInputIT::row).toList());
    }

    @Test
    @Order(1)
    void the_table_knows_every_address_that_changes_something_and_each_of_its_fields() {
        assertThat(unknownTo(rows)).isEmpty();
        assertThat(unknownTo(rows.subList(1, rows.size())))
                .as("a table without an address is found out")
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void hostile_input_is_refused_with_a_sentence_and_changes_nothing() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            Map<String, String> before = checksum.now();
            faults.addAll(fire(row));
            Map<String, String> after = checksum.now();
            after.forEach((table, sum) -> {
                if (!sum.equals(before.get(table))) {
                    faults.add("%s changed %s from %s to %s".formatted(row.route(), table, before.get(table), sum));
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(3)
    void what_people_may_write_is_shown_inert() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            for (String field : row.words()) {
                for (Map.Entry<String, String> word : WORDS.entrySet()) {
                    nobodyIsBusy();
                    HttpResponse<String> answer = send(row, with(row.fields(), field, word.getValue()));
                    String shown = answer.statusCode() == 302 || answer.statusCode() == 303
                            ? visitor(row).get(visitor(row).target(answer)).body()
                            : answer.body();
                    if (answer.statusCode() >= 500 || !inert(shown)) {
                        faults.add(
                                "%s %s with %s: %d".formatted(row.route(), field, word.getKey(), answer.statusCode()));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(4)
    void the_same_forms_are_taken_when_nothing_in_them_is_hostile() {
        List<String> faults = new ArrayList<>();
        for (Row row : rows) {
            if (row.good()) {
                nobodyIsBusy();
                HttpResponse<String> answer = send(row, row.fields());
                if (answer.statusCode() >= 400) {
                    faults.add(
                            "%s %s: %d %s".formatted(row.route(), row.fields(), answer.statusCode(), sentence(answer)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** With what was planned by the form before. */
    private static void nobodyIsBusy() {
        database.jdbcClient()
                .sql("delete from appointment where kind = 'INTERVIEW'")
                .update();
    }

    private static List<String> fire(Row row) {
        List<String> faults = new ArrayList<>();
        for (String field : row.fields().keySet()) {
            Map<String, String> hostile = new LinkedHashMap<>(NEVER);
            if (!row.words().contains(field)) {
                hostile.putAll(WORDS);
            }
            hostile.keySet().removeIf(kind -> row.spares(field, kind));
            hostile.forEach((kind, value) ->
                    judge(row, field + " with " + kind, send(row, with(row.fields(), field, value)), faults));
            if (!row.api() && !row.words().contains(field) && !row.spares(field, "bytes")) {
                judge(row, field + " with bytes that are no text", undecodable(row, field), faults);
            }
        }
        for (String id : List.of(NOBODY, "x'--", "%E2%80%AE", "x".repeat(2_000), "-1", "%3Cscript%3E")) {
            if (row.path().contains("{")) {
                String path = row.path().replaceFirst("\\{[a-z-]+}", Matcher.quoteReplacement(id));
                judge(
                        row,
                        "the id " + id.substring(0, Math.min(9, id.length())),
                        send(row, cast.placed(path), row.fields()),
                        faults);
            }
        }
        String path = cast.placed(row.path());
        byte[] body = row.api() ? json(row.fields()) : form(row, row.fields());
        if (!row.api()) {
            judge(row, "no token", visitor(row).post(path, row.fields()), faults);
        }
        if (row.api() || !row.fields().isEmpty()) {
            judge(
                    row,
                    "another content type",
                    visitor(row).send(row.method(), path, "application/xml", body, "X-XSRF-TOKEN", token(row)),
                    faults);
        }
        judge(
                row,
                "ten megabytes",
                visitor(row)
                        .send(
                                row.method(),
                                path,
                                row.api() ? "application/json" : "application/x-www-form-urlencoded",
                                new byte[10_000_000]),
                faults);
        if (row.api() && !row.spares("body", "broken")) {
            for (String broken : List.of("{", "[]", "\"x\"", "{\"connection\": {}}", "\u0000")) {
                judge(
                        row,
                        "the body " + broken,
                        visitor(row)
                                .send(row.method(), path, "application/json", broken.getBytes(StandardCharsets.UTF_8)),
                        faults);
            }
        }
        return faults;
    }

    private static void judge(Row row, String what, HttpResponse<String> answer, List<String> faults) {
        int status = answer.statusCode();
        if (status < 400 || status >= 500 || sentence(answer).isEmpty() || !inert(answer.body())) {
            faults.add("%s, %s: %d %s".formatted(row.route(), what, status, sentence(answer)));
        }
    }

    /** The sentence that says what is wrong: of a problem, beside a field, above a form, or of an error page. */
    private static String sentence(HttpResponse<String> answer) {
        for (Pattern place : List.of(
                Pattern.compile("\"detail\":\"([^\"]+)\""),
                Pattern.compile("class=\"[a-z- ]*error\"[^>]*>([^<]+)<"),
                Pattern.compile("role=\"alert\"[^>]*>(?:<p>)?([^<]+)<"),
                Pattern.compile("class=\"mishap\".*?<h1>([^<]+)<", Pattern.DOTALL),
                Pattern.compile("<h1>([^<]+)<"))) {
            Matcher found = place.matcher(answer.body());
            if (found.find() && !found.group(1).isBlank()) {
                return found.group(1).strip();
            }
        }
        return "";
    }

    private static boolean inert(String body) {
        return !body.contains("<img src=x") && !body.contains("<script>alert") && !body.contains("Exception");
    }

    private static HttpResponse<String> send(Row row, Map<String, String> fields) {
        return send(row, cast.placed(row.path()), fields);
    }

    private static HttpResponse<String> send(Row row, String path, Map<String, String> fields) {
        String type = row.api() ? "application/json" : "application/x-www-form-urlencoded";
        return visitor(row).send(row.method(), path, type, row.api() ? json(fields) : form(row, fields));
    }

    private static HttpResponse<String> undecodable(Row row, String field) {
        String form = new String(form(row, with(row.fields(), field, "UNDECODABLE")), StandardCharsets.UTF_8)
                .replace("UNDECODABLE", "%ff%fe%c3%28");
        return visitor(row)
                .send(
                        row.method(),
                        cast.placed(row.path()),
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] form(Row row, Map<String, String> fields) {
        String id = threeshift.bean(Ids.class).next().toString();
        return with(fields, "_csrf", token(row)).entrySet().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().replace("{new}", id)))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + quoted(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return value.matches("true|false|\\[.*]|\\{.*}")
                ? value
                : "\""
                        + value.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\u0000", "\\u0000")
                                .replace("\u0007", "\\u0007")
                                .replace("\u001b", "\\u001b")
                        + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return changed;
    }

    private static Visitor visitor(Row row) {
        return Objects.requireNonNull(cast.visitors().get(row.who()), row.who());
    }

    private static String token(Row row) {
        return tokens.computeIfAbsent(row.who(), who -> {
            Visitor visitor = visitor(row);
            String page = visitor.get("/scorecards").statusCode() == 200
                    ? visitor.get("/scorecards").body()
                    : visitor.get("/sign-in").body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).as("a form for %s", who).isTrue();
            return token.group(1);
        });
    }

    /** Addresses without a line, and fields of theirs that no line has. */
    private static Set<String> unknownTo(List<Row> table) {
        Map<String, Set<String>> known = new HashMap<>();
        table.forEach(row -> known.computeIfAbsent(
                        row.route().replaceAll("\\{[a-z-]+}|no-such-[a-z]+|(?<=/book/)the-coach", "{}"),
                        _ -> new HashSet<>())
                .addAll(row.fields().keySet()));
        Set<String> unknown = new TreeSet<>();
        threeshift
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> routes(mapping).forEach(route -> {
                    Set<String> fields = known.get(route);
                    if (fields == null) {
                        unknown.add(route);
                    } else {
                        fieldsOf(method)
                                .filter(field -> !fields.contains(field))
                                .forEach(field -> unknown.add(route + " " + field));
                    }
                }));
        return unknown;
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .filter(method -> !method.equals("GET"))
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(pattern -> method + " " + pattern.replaceAll("\\{[^}]+}", "{}")));
    }

    private static Stream<String> fieldsOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).flatMap(HostileInputIT::fieldsOf);
    }

    private static Stream<String> fieldsOf(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return parameter.getParameterType().isRecord()
                    ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                            .map(RecordComponent::getName)
                    : Stream.of();
        }
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
            return Stream.of();
        }
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        return Stream.of(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
    }

    private static Row row(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String[] route = cells[0].split(" +", 2);
        boolean good = !cells[2].startsWith("!");
        Map<String, String> fields = new LinkedHashMap<>();
        Stream.of(cells[2].replaceFirst("^!", "").split(";"))
                .filter(field -> !field.isBlank())
                .map(field -> field.strip().split("=", 2))
                .forEach(field -> fields.put(field[0], cast.placed(field[1])));
        return new Row(route[0], route[1], cells[1], fields, good, words(cells[3]), words(cells[4]));
    }

    private static Set<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(word -> !word.isBlank()).collect(Collectors.toSet());
    }

    private static Stream<String> lines() {
        try (InputStream table =
                Objects.requireNonNull(HostileInputIT.class.getResourceAsStream("/hostile-input.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
