package org.threeshift.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.token.AccessTokens;
import org.threeshift.core.token.AccessTokens.Made;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server tells browsers, believes of proxies, and says to programs. One server; a request is written by hand. */
@ExtendWith(OutputCaptureExtension.class)
class ProtectionIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "correct horse battery";
    private static final String CONSOLE_COOKIE = "THREESHIFT_CONSOLE";
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/]{22})'");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift =
            RunningThreeshift.on(database, "threeshift.trusted-proxies=127.0.0.1", "management.server.port=0");

    private static final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Person ada;

    @BeforeAll
    static void somebody_has_an_account() {
        ada = ((Outcome.Done)
                        threeshift.bean(People.class).register("Ada", "ada@example.org", PASSWORD, "UTC", Role.COACH))
                .person();
    }

    @AfterAll
    static void nobody_asks_any_more() {
        client.close();
    }

    // What browsers are told

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/no-such-page",
                "/home",
                "/api/docs",
                "/api/docs/page",
                "/api/me",
                "/api/no-such",
                "/assets/base.css",
                "/assets/no-such.css",
                "/webjars/no-such",
                "/console/",
                "/room/x/events",
                "/api/interviews/x/call/events",
                "/a;b",
                "/join/no-such-link",
                "/join/x/y"
            })
    void every_answer_says_what_browsers_must_refuse(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .as("the policy of %s", path)
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "http:", "https:", "*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy"))
                .contains("camera=(self)", "microphone=(self)", "display-capture=()", "geolocation=()");
        assertThat(header(answer, "Referrer-Policy"))
                .isEqualTo(path.startsWith("/join/") ? "no-referrer" : "same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
        assertThat(header(answer, "X-Request-Id")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in%00", "/%2e%2e/x", "/api/%zz", "/a\\b"})
    void an_address_that_the_container_cannot_read_shows_nothing_at_all(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'")
                .doesNotContain("<", "Tomcat", "Exception");
    }

    @Test
    void a_script_runs_by_the_word_of_its_own_answer_alone() {
        Set<String> words = new HashSet<>();
        for (String path : List.of("/", "/sign-in", "/sign-in", "/join/x/y")) {
            HttpResponse<String> page = get(path);
            String policy = header(page, "Content-Security-Policy");
            Matcher nonce = NONCE.matcher(policy);
            assertThat(nonce.find()).as(policy).isTrue();
            assertThat(words.add(nonce.group(1))).as("another word each time").isTrue();
            assertThat(policy)
                    .contains("script-src 'nonce-" + nonce.group(1) + "';")
                    .doesNotContain("unsafe");
            assertThat(page.body().split("<script ", -1))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(script -> assertThat(script)
                            .satisfiesAnyOf(
                                    one -> assertThat(one).startsWith("<!doctype"),
                                    one -> assertThat(one).startsWith("nonce=\"" + nonce.group(1) + "\"")));
            assertThat(page.body()).doesNotContain("<script>", "<style", " style=\"", "javascript:");
        }
    }

    @Test
    void the_console_allows_no_inline_script_of_anybody_elses() {
        Visitor visitor = new Visitor(threeshift.address());
        visitor.signIn("ada@example.org", PASSWORD);
        HttpResponse<String> page = visitor.get("/console/interviews/x");
        String policy = header(page, "Content-Security-Policy");
        Matcher nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(policy).contains("'strict-dynamic' 'unsafe-eval'").doesNotContain("unsafe-inline");
        assertThat(Pattern.compile("<(?:script|style)\\b(?![^>]*nonce=\"" + Pattern.quote(nonce.group(1)) + "\")")
                        .matcher(page.body())
                        .results()
                        .map(found -> page.body()
                                .substring(
                                        found.start(),
                                        Math.min(
                                                found.start() + 120, page.body().length()))))
                .isEmpty();
        visitor.close();
    }

    // Cookies, and what proxies are believed

    @Test
    void by_tls_cookies_are_of_this_host_alone() {
        Map<String, String> cookies = new HashMap<>();
        HttpResponse<String> form = get("/sign-in", tls());
        assertThat(cookie(form, "__Host-XSRF-TOKEN")).contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax");
        keep(form, cookies);
        HttpResponse<String> signedIn = signIn(form, cookies, tls());
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(header(signedIn, "Location")).startsWith("https://");
        assertThat(cookie(signedIn, "__Host-THREESHIFT"))
                .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain");
        keep(signedIn, cookies);
        HttpResponse<String> console = get("/console/", with(tls(), "Cookie", text(cookies)));
        assertThat(console.statusCode()).isEqualTo(200);
        assertThat(cookie(console, "__Secure-" + CONSOLE_COOKIE))
                .contains("Secure", "HttpOnly", "Path=/console")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(names(console)).noneMatch(name -> name.equals(CONSOLE_COOKIE));
        keep(console, cookies);
        HttpResponse<String> again = get("/console/", with(tls(), "Cookie", text(cookies)));
        assertThat(names(again)).as("the same console session").isEmpty();
        assertThat(header(again, "Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void by_tls_a_cookie_under_a_plain_name_is_nobodys() {
        Map<String, String> plain = new HashMap<>();
        HttpResponse<String> form = get("/sign-in");
        keep(form, plain);
        HttpResponse<String> signedIn = signIn(form, plain);
        keep(signedIn, plain);
        assertThat(plain).containsKeys("THREESHIFT", "XSRF-TOKEN");
        assertThat(cookie(signedIn, "THREESHIFT")).doesNotContain("Secure");
        keep(get("/console/", "Cookie", text(plain)), plain);
        assertThat(plain).containsKey(CONSOLE_COOKIE);
        assertThat(get("/home", "Cookie", text(plain)).statusCode()).isEqualTo(200);
        assertThat(get("/home", with(tls(), "Cookie", text(plain))).statusCode())
                .isEqualTo(302);
        String both = text(plain) + "; __Host-THREESHIFT=" + plain.get("THREESHIFT");
        assertThat(names(get("/console/", with(tls(), "Cookie", both))))
                .as("a console session that somebody planted is not taken")
                .contains("__Secure-" + CONSOLE_COOKIE);
    }

    @Test
    void whoever_is_no_proxy_says_nothing_about_itself() throws Exception {
        try (HttpClient stranger = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral("127.0.0.3"))
                .build()) {
            HttpResponse<String> answer = stranger.send(
                    request("/no-such-page", "X-Forwarded-Proto", "https", "X-Request-Id", "chosen-by-me-1234")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(header(answer, "Strict-Transport-Security")).isEmpty();
            assertThat(header(answer, "X-Request-Id")).isNotEqualTo("chosen-by-me-1234");
        }
    }

    // What a request is called

    @Test
    void a_request_keeps_the_name_that_a_proxy_gave_it() {
        HttpResponse<String> page = get("/join/x/y", "X-Request-Id", "proxy-4711-abc");
        assertThat(header(page, "X-Request-Id")).isEqualTo("proxy-4711-abc");
        assertThat(page.body()).contains("proxy-4711-abc");
        HttpResponse<String> problem = get("/api/no-such", "X-Request-Id", "proxy-4711-abc");
        assertThat(problem.body()).contains("\"request\":\"proxy-4711-abc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "a\"><script>alert(1)</script>", "${jndi:ldap://x}/abcdefgh"})
    void a_name_that_is_not_well_formed_gets_another(String name) {
        assertThat(header(get("/sign-in", "X-Request-Id", name), "X-Request-Id"))
                .isNotEqualTo(name)
                .matches("[A-Za-z0-9-]{36}");
    }

    // What programs are told

    @ParameterizedTest
    @CsvSource({
        "GET, /api/me, '', '', 401",
        "GET, /api/no-such, '', '', 404",
        "DELETE, /api/me, '', '', 405",
        "GET, /api/me, text/csv, '', 406",
        "GET, /api/interviews?limit=x, '', '', 422",
        "GET, /api/interviews?limit=0, '', '', 422",
        "GET, /api/interviews?before=x, '', '', 422",
        "GET, /api/interviews/x/scorecard, '', '', 404",
        "POST, /api/interviews/x/here, text/plain, text/plain, 415",
        "POST, /api/interviews/x/here, application/json, application/json, 400"
    })
    void what_goes_wrong_is_a_problem_with_a_sentence(
            String method, String path, String accept, String type, int status) throws Exception {
        List<String> headers = new ArrayList<>();
        if (status != 401) {
            headers.addAll(
                    List.of("Authorization", "Bearer " + token("write").secret().text()));
        }
        if (!accept.isEmpty()) {
            headers.addAll(List.of("Accept", accept));
        }
        if (!type.isEmpty()) {
            headers.addAll(List.of("Content-Type", type));
        }
        HttpResponse<String> answer = client.send(
                request(path, headers.toArray(String[]::new))
                        .method(method, method.equals("POST") ? BodyPublishers.ofString("{") : BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        problem(answer, status);
    }

    @Test
    void a_body_that_is_too_large_or_of_unknown_length_is_a_problem() throws Exception {
        HttpRequest.Builder here = request("/api/interviews/x/here", "Content-Type", "application/json");
        problem(
                client.send(
                        here.POST(BodyPublishers.ofByteArray(new byte[10_000_000]))
                                .build(),
                        BodyHandlers.ofString()),
                413);
        problem(
                client.send(
                        here.POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[9])))
                                .build(),
                        BodyHandlers.ofString()),
                411);
    }

    @Test
    void a_page_of_another_site_can_change_nothing() throws Exception {
        Map<String, String> cookies = new HashMap<>();
        HttpResponse<String> form = get("/sign-in");
        keep(form, cookies);
        keep(signIn(form, cookies), cookies);
        for (String path : List.of("/console/?v-r=uidl&v-uiId=0", "/api/interviews/x/here", "/api/interviews/x/call")) {
            for (String from : List.of(
                    "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example")) {
                String[] header = from.split(": ");
                HttpResponse<String> answer = client.send(
                        request(path, "Cookie", text(cookies), "Content-Type", "application/json", header[0], header[1])
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + " " + from).isEqualTo(403);
            }
        }
        HttpResponse<String> own = client.send(
                request(
                                "/api/interviews/x/here",
                                "Cookie",
                                text(cookies),
                                "Content-Type",
                                "application/json",
                                "Sec-Fetch-Site",
                                "same-origin")
                        .POST(BodyPublishers.ofString("{\"connection\": \"018f0000-0000-4000-8000-000000000000\"}"))
                        .build(),
                BodyHandlers.ofString());
        problem(own, 404);
        HttpResponse<String> noToken = client.send(
                request("/host", "Cookie", text(cookies), "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("round=x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(noToken.statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_of_our_own_that_outlived_its_sign_in_comes_back_with_a_token_of_its_own() throws Exception {
        String text = "note=She+begins+with+the+money%2C+and+ends+with+the+people.&_csrf=old";
        HttpResponse<String> out = form("/candidates/x/notes", text, "Sec-Fetch-Site", "same-origin");
        assertThat(out.statusCode()).isEqualTo(403);
        assertThat(out.body())
                .contains("You were signed out meanwhile", "She begins with the money, and ends with the people.")
                .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"")
                .doesNotContain("value=\"old\"");
        assertThat(form("/sign-in", "email=a%40example.org&password=plum+anchor", "Sec-Fetch-Site", "same-origin")
                        .body())
                .contains("This form had been open for too long", "href=\"/sign-in\"")
                .doesNotContain("plum anchor", "a@example.org");
        assertThat(form("/sign-in/second-factor", "code=123456", "Origin", threeshift.address())
                        .body())
                .contains("This form had been open for too long")
                .doesNotContain("123456");
        for (String from : List.of("Sec-Fetch-Site: cross-site", "Origin: https://evil.example", "X-None: x")) {
            String[] header = from.split(": ");
            assertThat(form("/candidates/x/notes", text, header[0], header[1]).body())
                    .as(from)
                    .contains("This is not yours to see")
                    .doesNotContain("She begins");
        }
        HttpResponse<String> signOut = form("/sign-out", "_csrf=old", "Sec-Fetch-Site", "same-origin");
        assertThat(signOut.statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> form(String path, String body, String... headers) {
        return send(request(path, with(headers, "Accept", "text/html"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "DEBUG", "PROPFIND", "CONNECT"})
    void what_no_page_sends_is_refused(String method) throws Exception {
        String answer =
                raw(method + " /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Secret: abc\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (40\\d|501)").doesNotContain("X-Secret", "Tomcat", "Exception");
    }

    // Tokens

    @Test
    void a_token_lets_a_program_in_as_its_owner_and_leaves_no_cookie() {
        HttpResponse<String> me = bearer("/api/me", token("read"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body())
                .contains("\"id\":\"" + ada.id() + "\"", "\"email\":\"ada@example.org\"", "\"role\":\"COACH\"");
        assertThat(names(me)).isEmpty();
        assertThat(bearer("/api/interviews", token("read")).body()).isEqualTo("{\"interviews\":[],\"next\":null}");
    }

    @Test
    void a_token_opens_no_page() {
        assertThat(bearer("/home", token("write")).statusCode()).isEqualTo(302);
        assertThat(bearer("/account/tokens", token("write")).statusCode()).isEqualTo(302);
    }

    @Test
    void a_token_that_may_read_changes_nothing() throws Exception {
        HttpResponse<String> refused = client.send(here(token("read")).build(), BodyHandlers.ofString());
        problem(refused, 403);
        assertThat(header(refused, "WWW-Authenticate")).contains("insufficient_scope");
        problem(client.send(here(token("write")).build(), BodyHandlers.ofString()), 404);
    }

    @Test
    void a_token_that_may_read_may_have_ratings_analysed() {
        Made.Done token = token("read");
        HttpResponse<String> answer =
                send(analysis(token, "\ufeffsubject;rater;level\r\nA;x;1\r\nA;y;1\r\nB;x;2\r\nB;y;2,5\r\n"));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode agreement = JSON.readTree(answer.body());
        assertThat(agreement.propertyNames()).containsExactly("subjects", "raters", "coefficients");
        assertThat(agreement.path("coefficients")).hasSize(17).allSatisfy(coefficient -> {
            assertThat(coefficient.propertyNames()).containsExactly("name", "value", "low", "high", "n", "reason");
            assertThat(coefficient.path("value").isNull())
                    .isEqualTo(!coefficient.path("reason").isNull());
        });
        HttpResponse<String> refused = send(analysis(token, "subject,rater,level\nA,x,1\nA,x,2\nB,x,high\n"));
        problem(refused, 422);
        assertThat(refused.body()).contains("Line 3", "\"line\":4", "“high” is no level.");
        HttpResponse<String> empty = send(analysis(token, ""));
        problem(empty, 422);
        assertThat(empty.body()).contains("The body is empty.");
        HttpResponse<String> noTable = send(request(
                        "/api/analysis/agreement",
                        "Authorization",
                        "Bearer " + token.secret().text(),
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        problem(noTable, 415);
        assertThat(noTable.body()).contains("text/csv");
    }

    @Test
    void whoever_sends_ratings_without_a_token_is_asked_for_one() {
        HttpResponse<String> nobody = send(request("/api/analysis/agreement", "Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("subject,rater,level\nA,x,1\n"))
                .build());
        problem(nobody, 401);
        assertThat(header(nobody, "WWW-Authenticate")).startsWith("Bearer ");
    }

    /** P. E. Shrout and J. L. Fleiss, 1979, tables 2 and 4: six targets by four judges, and the six coefficients of them. */
    @Test
    void the_published_coefficients_come_back_for_the_published_table() throws Exception {
        int[][] judges = {{9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}};
        var table = new StringBuilder("subject,rater,level\n");
        for (int judge = 0; judge < judges.length; judge++) {
            for (int target = 0; target < judges[judge].length; target++) {
                table.append("target %d,judge %d,%d%n".formatted(target + 1, judge + 1, judges[judge][target]));
            }
        }
        HttpResponse<String> answer = send(analysis(token("read"), table.toString()));

        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, Double> published = Map.of(
                "icc_1_1", 0.17, "icc_2_1", 0.29, "icc_3_1", 0.71, "icc_1_k", 0.44, "icc_2_k", 0.62, "icc_3_k", 0.91);
        JsonNode agreement = JSON.readTree(answer.body());
        assertThat(agreement.path("subjects").asInt()).isEqualTo(6);
        assertThat(agreement.path("raters").asInt()).isEqualTo(4);
        assertThat(agreement.path("coefficients"))
                .filteredOn(coefficient ->
                        published.containsKey(coefficient.path("name").asString()))
                .hasSize(6)
                .allSatisfy(coefficient -> assertThat(coefficient.path("value").asDouble())
                        .isCloseTo(published.get(coefficient.path("name").asString()), within(0.005)));
    }

    private static HttpRequest analysis(Made.Done token, String table) {
        return request(
                        "/api/analysis/agreement",
                        "Authorization",
                        "Bearer " + token.secret().text(),
                        "Content-Type",
                        "text/csv")
                .POST(BodyPublishers.ofString(table))
                .build();
    }

    @Test
    void a_revoked_or_made_up_token_is_nobodys() {
        Made.Done made = token("read");
        threeshift.bean(AccessTokens.class).revoke(ada, made.token().id());
        HttpResponse<String> refused = bearer("/api/me", made);
        problem(refused, 401);
        assertThat(header(refused, "WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
        problem(get("/api/me", "Authorization", "Bearer nonsense"), 401);
        problem(get("/api/me", "Authorization", "Bearer "), 401);
        problem(get("/api/me", "Authorization", "Basic YWRhOmFkYQ=="), 401);
    }

    @Test
    void a_token_that_asks_too_often_is_told_when_to_come_again() {
        Made.Done wild = token("read");
        HttpResponse<String> last = Stream.generate(() -> bearer("/api/me", wild))
                .limit(2_000)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        problem(last, 429);
        assertThat(header(last, "Retry-After")).matches("\\d+");
        assertThat(bearer("/api/me", token("read")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_guesses_tokens_has_to_wait() {
        HttpResponse<String> last = Stream.generate(
                        () -> get("/api/me", "Authorization", "Bearer guess", "X-Forwarded-For", "203.0.113.77"))
                .limit(40)
                .filter(answer -> answer.statusCode() != 401)
                .findFirst()
                .orElseThrow();
        problem(last, 429);
        assertThat(header(last, "Retry-After")).matches("[1-9]\\d*");
        assertThat(get("/api/me", "Authorization", "Bearer guess", "X-Forwarded-For", "203.0.113.78")
                        .statusCode())
                .as("somebody elsewhere")
                .isEqualTo(401);
    }

    // The description of the API

    @Test
    void every_address_of_the_api_is_described() {
        JsonNode paths = description().path("paths");
        assertThat(apiRoutes()).hasSizeGreaterThan(8).allSatisfy(route -> {
            String[] words = route.split(" ");
            JsonNode operation = paths.path(words[1]).path(words[0].toLowerCase(java.util.Locale.ROOT));
            assertThat(operation.path("summary").asString("")).as(route).isNotEmpty();
            assertThat(operation.path("description").asString("")).as(route).isNotEmpty();
            operation
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as(route + " " + parameter)
                            .isNotEmpty());
        });
        assertThat(get("/api/docs/page").body())
                .contains(apiRoutes().stream().map(route -> route.split(" ")[1]).toList());
    }

    @Test
    void every_example_has_the_shape_that_the_code_has() {
        JsonNode description = description();
        var shape = new Shape(description);
        List<String> misfits = new ArrayList<>();
        List<String> without = new ArrayList<>();
        description
                .path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    String name = method + " " + path;
                    operation
                            .path("responses")
                            .forEachEntry((status, response) -> response.path("content")
                                    .forEachEntry((type, media) -> {
                                        if (!media.path("example").isMissingNode()) {
                                            misfits.addAll(shape.misfits(
                                                    problemOf(type, media.path("schema"), description),
                                                    media.path("example"),
                                                    name + " " + status));
                                        } else if (!type.equals("text/event-stream")) {
                                            without.add(name + " " + status + " " + type);
                                        }
                                    }));
                    JsonNode body =
                            operation.path("requestBody").path("content").path("application/json");
                    if (!body.isMissingNode()) {
                        misfits.addAll(shape.misfits(body.path("schema"), body.path("example"), name + " body"));
                    }
                }));
        assertThat(misfits).isEmpty();
        assertThat(without).isEmpty();
        assertThat(shape.misfits(
                        description.at("/components/schemas/Me"),
                        JSON.readTree("{\"id\": \"x\"}"),
                        "a counter-example"))
                .hasSize(1);
    }

    /** A problem need not have a reason. */
    private static JsonNode problemOf(String type, JsonNode schema, JsonNode description) {
        if (!type.equals("application/problem+json")) {
            return schema;
        }
        var problem = (tools.jackson.databind.node.ObjectNode)
                description.at("/components/schemas/Problem").deepCopy();
        ((tools.jackson.databind.node.ObjectNode) problem.path("properties")).remove("reason");
        return problem;
    }

    private static JsonNode description() {
        return JSON.readTree(get("/api/docs").body());
    }

    private static Set<String> apiRoutes() {
        Set<String> routes = new TreeSet<>();
        threeshift
                .bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") && !pattern.startsWith("/api/docs"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));
        return routes;
    }

    // Health and the log

    @Test
    void health_and_figures_are_on_a_port_of_their_own_alone() throws Exception {
        for (String path :
                List.of("/actuator/health", "/actuator/health/readiness", "/actuator/info", "/actuator/prometheus")) {
            assertThat(management(path).statusCode()).as(path).isEqualTo(200);
            assertThat(get(path).statusCode()).as(path).isIn(302, 404);
        }
        assertThat(management("/actuator/health").body()).contains("\"db\":{\"status\":\"UP\"}");
        for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/shutdown")) {
            assertThat(management(path).statusCode()).as(path).isIn(302, 404);
        }
    }

    @Test
    void the_list_of_parts_is_there() {
        String parts = management("/actuator/sbom/application").body();
        assertThat(JSON.readTree(parts).path("bomFormat").asString("")).isEqualTo("CycloneDX");
        assertThat(parts).contains("pkg:maven/org.postgresql/postgresql@", "pkg:maven/com.vaadin/flow-server@");
    }

    @Test
    void no_secret_is_in_the_log(CapturedOutput output) {
        Map<String, String> cookies = new HashMap<>();
        HttpResponse<String> form = get("/sign-in");
        keep(form, cookies);
        HttpResponse<String> signedIn = signIn(form, cookies);
        keep(signedIn, cookies);
        Made.Done token = token("write");
        bearer("/api/me", token);
        bearer("/api/no-such", token);
        get("/set-password/a-link-that-is-secret");
        get("/join/another-link-that-is-secret");
        get("/sign-in?password=typed-into-the-address");
        send(request("/set-password/a-link-that-is-secret")
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(output.getAll()).contains("Refused POST /set-password/… to nobody at 127.0.0.1: ");
        List<String> secrets = new ArrayList<>(cookies.values());
        secrets.addAll(List.of(
                PASSWORD,
                token.secret().text(),
                "a-link-that-is-secret",
                "another-link-that-is-secret",
                "typed-into-the-address"));
        assertThat(output.getAll()).doesNotContain(secrets);
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status)
                .containsPattern("\"detail\":\"[^\"]{10,}\"")
                .contains("\"request\":\"" + header(answer, "X-Request-Id") + "\"")
                .doesNotContain("Exception", "org.threeshift", "org.springframework");
    }

    private static Made.Done token(String scope) {
        AccessTokens tokens = threeshift.bean(AccessTokens.class);
        tokens.revokeAll(ada.id());
        return (Made.Done) tokens.make(ada, "Test", scope, "");
    }

    private static HttpRequest.Builder here(Made.Done token) {
        return request(
                        "/api/interviews/x/here",
                        "Authorization",
                        "Bearer " + token.secret().text(),
                        "Content-Type",
                        "application/json")
                .POST(BodyPublishers.ofString("{\"connection\": \"018f0000-0000-4000-8000-000000000000\"}"));
    }

    private static HttpResponse<String> bearer(String path, Made.Done token) {
        return get(path, "Authorization", "Bearer " + token.secret().text());
    }

    private static HttpResponse<String> signIn(
            HttpResponse<String> form, Map<String, String> cookies, String... headers) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        String body = "email=ada%40example.org&password=correct+horse+battery&_csrf=" + token.group(1);
        return send(request("/sign-in", with(headers, "Cookie", text(cookies)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String[] tls() {
        return new String[] {"X-Forwarded-Proto", "https"};
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    private static HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create(threeshift.managementAddress() + path))
                .GET()
                .build());
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(threeshift.address() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For what no client would send. */
    private static String raw(String request) throws java.io.IOException {
        URI address = URI.create(threeshift.address());
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> names(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .toList();
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private static void keep(HttpResponse<?> answer, Map<String, String> cookies) {
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
    }

    private static String text(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }
}
