package org.threeshift.web.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.keys.Passkeys;
import org.threeshift.core.people.Outcome;
import org.threeshift.core.people.People;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Role;
import org.threeshift.core.people.SetupLinks;
import org.threeshift.core.settings.Installation;
import org.threeshift.core.settings.Registration;
import org.threeshift.core.settings.Settings;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;
import org.threeshift.web.browser.Chromium;

/** Passkeys, second factors, devices and providers, as they behave behind a whole server. */
class KeysIT {
    private static final String PASSWORD = "correct horse battery";

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final OpenIdProvider provider = new OpenIdProvider();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(
            database,
            "threeshift.secret-key=" + Base64.getEncoder().encodeToString(new byte[32]),
            "threeshift.openid.olga.name=Olga",
            "threeshift.openid.olga.issuer=" + provider.issuer(),
            "threeshift.openid.olga.client-id=" + OpenIdProvider.CLIENT,
            "threeshift.openid.olga.client-secret=hush",
            "threeshift.openid.dead.issuer=http://localhost:1",
            "threeshift.openid.dead.client-id=x");

    private static Person admin;

    @AutoClose
    private final Visitor visitor = new Visitor(threeshift.address());

    @BeforeAll
    static void there_is_an_admin() {
        admin = account("admin@example.org", Role.ADMIN);
    }

    @Test
    void a_second_factor_is_asked_for_after_the_password_and_nothing_opens_before() {
        account("ada@example.org", Role.MEMBER);
        visitor.signIn("ada@example.org", PASSWORD);
        String secret = secretOn(visitor.get("/account/second-factor").body());
        assertThat(visitor.submit("/account/second-factor", Map.of("code", "000000"))
                        .statusCode())
                .isEqualTo(422);
        var on = visitor.submit("/account/second-factor", Map.of("code", App.code(secret, 0)));
        List<String> codes = recoveryCodes(on);

        try (Visitor later = new Visitor(threeshift.address())) {
            assertThat(later.target(later.signIn("ada@example.org", PASSWORD))).isEqualTo("/sign-in/second-factor");
            reachesNothing(later);
            assertThat(later.get("/sign-in/second-factor/set-up").statusCode()).isEqualTo(302);
            assertThat(code(later, App.code(secret, 0)).statusCode())
                    .as("the code that switched it on")
                    .isEqualTo(422);
            reachesNothing(later);
            String halfway = later.cookie("THREESHIFT").orElseThrow().getValue();
            assertThat(later.target(code(later, App.code(secret, 1)))).isEqualTo("/home");
            assertThat(later.cookie("THREESHIFT").orElseThrow().getValue()).isNotEqualTo(halfway);
            assertThat(later.get("/account").statusCode()).isEqualTo(200);
        }
        try (Visitor lost = new Visitor(threeshift.address())) {
            lost.signIn("ada@example.org", PASSWORD);
            assertThat(lost.target(code(lost, codes.getFirst().toUpperCase(Locale.ROOT))))
                    .startsWith("/account/ways");
            assertThat(lost.get("/account/ways").body()).contains("9 recovery codes are left.");
        }
        try (Visitor again = new Visitor(threeshift.address())) {
            again.signIn("ada@example.org", PASSWORD);
            assertThat(code(again, codes.getFirst()).statusCode()).isEqualTo(422);
        }
        assertThat(database.jdbcClient()
                        .sql("select secret from second_factor")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(secret));
    }

    @Test
    void a_coach_signs_in_with_a_passkey_with_a_code_and_with_a_recovery_code() {
        account("pat@example.org", Role.COACH);
        wantsSecondFactors(true);
        try (Chromium chromium = Chromium.start()) {
            var journey = new PasskeyJourney(
                    threeshift.address(),
                    "pat@example.org",
                    PASSWORD,
                    chromium.somebody().newPage());
            journey.setsUpAPasskeyBeforeAnythingOpens();
            journey.signsInWithThePasskeyAloneAndAfterThePassword();
            journey.setsUpAnAppAndSignsInWithItsCodeAndWithARecoveryCode();
        } finally {
            wantsSecondFactors(false);
        }
    }

    @Test
    void a_new_password_leads_half_way_in_only() {
        Person nan = account("nan@example.org", Role.MEMBER);
        visitor.signIn("nan@example.org", PASSWORD);
        switchOn(visitor);
        String link = "/set-password/"
                + threeshift.bean(SetupLinks.class).forPassword(nan.id()).text();
        try (Visitor reader = new Visitor(threeshift.address())) {
            String fresh = "another long phrase";
            assertThat(reader.target(reader.submit(link, Map.of("password", fresh, "passwordRepeated", fresh))))
                    .isEqualTo("/sign-in/second-factor");
            reachesNothing(reader);
        }
    }

    @Test
    void an_admin_switches_the_second_factor_of_somebody_else_off_who_then_signs_in_without() {
        Person lou = account("lou@example.org", Role.MEMBER);
        visitor.signIn("lou@example.org", PASSWORD);
        switchOn(visitor);
        database.jdbcClient().sql("""
                        insert into passkey (credential_id, person_id, label, public_key, attestation_object, transports,
                                             signature_count, backup_eligible, backed_up, added_at)
                        values ('lost', :lou, 'Lost', '', '', '', 0, false, false, now())
                        """).param("lou", lou.id().value()).update();
        assertThat(threeshift.bean(Passkeys.class).label(lou.id(), "", "Lost")).isEqualTo("Lost 2");
        String page = "/people/" + lou.id();
        try (Visitor boss = new Visitor(threeshift.address());
                Visitor later = new Visitor(threeshift.address())) {
            boss.signIn("admin@example.org", PASSWORD);
            later.signIn("lou@example.org", PASSWORD);
            assertThat(boss.target(boss.submit(page, page + "/second-factor/off", Map.of())))
                    .isEqualTo(page + "?done=second-factor");
            assertThat(boss.get(page).body()).contains("They have neither an authenticator app nor a passkey.");
            assertThat(later.get("/sign-in/second-factor").statusCode()).isEqualTo(302);
            assertThat(later.get("/sign-in").statusCode()).isEqualTo(200);
            assertThat(later.target(later.signIn("lou@example.org", PASSWORD))).isEqualTo("/home");
            switchOn(boss);
            String own = "/people/" + admin.id();
            assertThat(boss.target(boss.submit(own, own + "/second-factor/off", Map.of())))
                    .isEqualTo(own);
            assertThat(boss.get("/account/ways").body()).contains("Set up another app");
            boss.submit("/account/ways", "/account/second-factor/remove", Map.of());
        }
        assertThat(database.jdbcClient()
                        .sql("select count(*) from outbox where topic = 'second-factor-off' and person_id = :lou")
                        .param("lou", lou.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_is_suspended_is_signed_out_everywhere() {
        Person sue = account("sue@example.org", Role.MEMBER);
        try (Visitor boss = new Visitor(threeshift.address());
                Visitor halfway = new Visitor(threeshift.address())) {
            visitor.signIn("sue@example.org", PASSWORD);
            switchOn(visitor);
            halfway.signIn("sue@example.org", PASSWORD);
            boss.signIn("admin@example.org", PASSWORD);
            String page = "/people/" + sue.id();
            assertThat(boss.target(boss.submit(page, page + "/suspend", Map.of())))
                    .isEqualTo(page + "?done=suspended");
            assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
            assertThat(halfway.get("/sign-in/second-factor").statusCode()).isEqualTo(302);
            assertThat(database.jdbcClient()
                            .sql("select count(*) from spring_session where principal_name like '%' || :who")
                            .param("who", sue.id().toString())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void the_switch_on_the_settings_page_asks_all_staff_for_a_second_factor_at_their_next_click() {
        account("rae@example.org", Role.COACH);
        account("sam@example.org", Role.MEMBER);
        try (Visitor boss = new Visitor(threeshift.address());
                Visitor member = new Visitor(threeshift.address())) {
            visitor.signIn("rae@example.org", PASSWORD);
            member.signIn("sam@example.org", PASSWORD);
            boss.signIn("admin@example.org", PASSWORD);
            Map<String, String> form = typed(boss.get("/settings").body());
            assertThat(form).doesNotContainKey("secondFactorForStaff");
            form.put("secondFactorForStaff", "true");
            assertThat(boss.submit("/settings", form).statusCode()).isEqualTo(302);
            assertThat(boss.target(boss.get("/sign-in"))).isEqualTo("/sign-in/second-factor/set-up");
            reachesNothing(visitor);
            assertThat(visitor.target(visitor.get("/sign-in"))).isEqualTo("/sign-in/second-factor/set-up");
            var nonsense = visitor.submit(
                    "/sign-in/second-factor/set-up",
                    "/sign-in/second-factor/set-up/passkey",
                    Map.of("credential", "{}"));
            assertThat(nonsense.statusCode()).isEqualTo(422);
            assertThat(nonsense.body()).contains("The passkey could not be added");
            reachesNothing(visitor);
            assertThat(member.get("/account/ways").statusCode()).isEqualTo(200);
        } finally {
            wantsSecondFactors(false);
        }
    }

    @Test
    void an_app_whose_secret_another_key_sealed_says_so_and_a_recovery_code_leads_in() {
        Person uma = account("uma@example.org", Role.MEMBER);
        visitor.signIn("uma@example.org", PASSWORD);
        List<String> codes = switchOn(visitor);
        byte[] anothers = new byte[45];
        anothers[0] = 1;
        database.jdbcClient()
                .sql("update second_factor set secret = :secret where person_id = :uma")
                .param("secret", Base64.getEncoder().encodeToString(anothers))
                .param("uma", uma.id().value())
                .update();
        try (Visitor later = new Visitor(threeshift.address())) {
            later.signIn("uma@example.org", PASSWORD);
            assertThat(code(later, "123456").body()).contains("This installation can no longer read");
            assertThat(later.target(code(later, codes.getFirst()))).startsWith("/account/ways");
        }
    }

    @Test
    void guessing_codes_is_slowed_down() {
        account("gus@example.org", Role.MEMBER);
        visitor.signIn("gus@example.org", PASSWORD);
        String secret = secretOn(visitor.get("/account/second-factor").body());
        visitor.submit("/account/second-factor", Map.of("code", App.code(secret, 0)));
        try (Visitor guesser = new Visitor(threeshift.address())) {
            guesser.signIn("gus@example.org", PASSWORD);
            for (int i = 0; i < 6; i++) {
                assertThat(code(guesser, "00000" + i).statusCode()).isEqualTo(422);
            }
            var waiting = code(guesser, App.code(secret, 1));
            assertThat(waiting.statusCode()).isEqualTo(429);
            assertThat(waiting.body()).contains("Too many tries.");
        }
    }

    @Test
    void whoever_must_have_a_second_factor_sets_it_up_before_anything_opens() {
        account("cora@example.org", Role.COACH);
        visitor.signIn("cora@example.org", PASSWORD);
        assertThat(visitor.get("/home").statusCode()).isEqualTo(200);
        wantsSecondFactors(true);
        try {
            reachesNothing(visitor);
            assertThat(visitor.target(visitor.get("/sign-in"))).isEqualTo("/sign-in/second-factor/set-up");
            String secret =
                    secretOn(visitor.get("/sign-in/second-factor/set-up").body());
            var on = visitor.submit("/sign-in/second-factor/set-up", Map.of("code", App.code(secret, 0)));
            assertThat(on.body()).contains("Your recovery codes");
            assertThat(visitor.get("/home").statusCode()).isEqualTo(200);
            assertThat(visitor.target(visitor.submit("/account/ways", "/account/second-factor/remove", Map.of())))
                    .isEqualTo("/account/ways");
            assertThat(visitor.get("/account/ways").body()).contains("Set up another app");
        } finally {
            wantsSecondFactors(false);
        }
    }

    @Test
    void devices_are_listed_and_signed_out_one_by_one_or_together() {
        account("dora@example.org", Role.MEMBER);
        visitor.signIn("dora@example.org", PASSWORD);
        try (Visitor one = new Visitor(threeshift.address());
                Visitor two = new Visitor(threeshift.address())) {
            signInAs(one, "dora@example.org", "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0");
            signInAs(two, "dora@example.org", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0");
            String page = visitor.get("/account/devices").body();
            assertThat(page).contains("Firefox on Android", "Edge on Windows", "This device", "From 127.0.0.1");
            String end = find("action=\"(/account/devices/[0-9a-f]+/end)\"(?=[^§]*?Sign out Firefox on Android)", page);
            visitor.submit("/account/devices", end, Map.of());
            assertThat(one.get("/account").statusCode() + two.get("/account").statusCode())
                    .isEqualTo(302 + 200);
            assertThat(visitor.submit("/account/devices", end, Map.of()).statusCode())
                    .isEqualTo(404);
            visitor.submit("/account/devices", "/account/devices/end-others", Map.of());
            assertThat(two.get("/account").statusCode()).isEqualTo(302);
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        account("eve@example.org", Role.MEMBER);
        account("fay@example.org", Role.MEMBER);
        visitor.signIn("eve@example.org", PASSWORD);
        try (Visitor fay = new Visitor(threeshift.address());
                Visitor more = new Visitor(threeshift.address())) {
            fay.signIn("fay@example.org", PASSWORD);
            more.signIn("fay@example.org", PASSWORD);
            String end = find(
                    "action=\"(/account/devices/[0-9a-f]+/end)\"",
                    fay.get("/account/devices").body());
            assertThat(visitor.submit("/account/devices", end, Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(more.get("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoever_changes_a_way_in_shows_who_they_are_when_the_last_time_is_long_ago() {
        account("hal@example.org", Role.MEMBER);
        visitor.signIn("hal@example.org", PASSWORD);
        database.jdbcClient().sql("""
                        delete from spring_session_attributes
                         where attribute_name = 'threeshift.proved'
                        """).update();
        assertThat(visitor.target(visitor.get("/account/second-factor")))
                .isEqualTo("/account/confirm?next=/account/second-factor");
        assertThat(visitor.submit("/account/ways", "/account/passkeys/options", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.target(arrive(visitor, "sub-hal", "hal@example.org")))
                .isEqualTo("/account/confirm?next=/account/ways");
        assertThat(visitor.get("/account/ways").body()).contains("Not connected");
        assertThat(visitor.submit("/account/confirm", Map.of("password", "wrong", "next", "/account/second-factor"))
                        .body())
                .contains("This is not your password.");
        var confirmed =
                visitor.submit("/account/confirm", Map.of("password", PASSWORD, "next", "/account/second-factor"));
        assertThat(visitor.target(confirmed)).isEqualTo("/account/second-factor");
        assertThat(visitor.get("/account/second-factor").statusCode()).isEqualTo(200);
    }

    @Test
    void a_sign_in_ends_after_thirty_days_and_half_of_one_after_a_quarter_of_an_hour() {
        Person person = account("leo@example.org", Role.MEMBER);
        visitor.signIn("leo@example.org", PASSWORD);
        age(person.id().toString(), Duration.ofDays(29));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        String secret = secretOn(visitor.get("/account/second-factor").body());
        visitor.submit("/account/second-factor", Map.of("code", App.code(secret, 0)));
        age(person.id().toString(), Duration.ofDays(2));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
        try (Visitor half = new Visitor(threeshift.address())) {
            half.signIn("leo@example.org", PASSWORD);
            age("halfway:" + person.id(), Duration.ofMinutes(16));
            var late = half.submit("/sign-in", "/sign-in/second-factor", Map.of("code", App.code(secret, 1)));
            assertThat(half.target(late)).isEqualTo("/sign-in");
            reachesNothing(half);
        }
    }

    @Test
    void a_changed_password_ends_whoever_is_halfway_in_too() {
        account("mia@example.org", Role.MEMBER);
        visitor.signIn("mia@example.org", PASSWORD);
        String secret = secretOn(visitor.get("/account/second-factor").body());
        visitor.submit("/account/second-factor", Map.of("code", App.code(secret, 0)));
        try (Visitor thief = new Visitor(threeshift.address())) {
            thief.signIn("mia@example.org", PASSWORD);
            assertThat(thief.get("/sign-in/second-factor").statusCode()).isEqualTo(200);
            visitor.submit(
                    "/account/ways",
                    "/account/password",
                    Map.of("currentPassword", PASSWORD, "password", "another long phrase"));
            assertThat(thief.get("/sign-in/second-factor").statusCode()).isEqualTo(302);
        }
    }

    private static void age(String principal, Duration by) {
        database.jdbcClient()
                .sql("update spring_session set creation_time = creation_time - :by where principal_name = :who")
                .param("by", by.toMillis())
                .param("who", principal)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "[]",
                "null",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"!!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\"}}"
            })
    void what_is_no_passkey_signs_nobody_in_and_adds_nothing(String credential) {
        var refused = visitor.submit("/sign-in", "/sign-in/passkey", Map.of("credential", credential));
        assertThat(visitor.target(refused)).isEqualTo("/sign-in?refused=passkey");
        assertThat(visitor.cookie("THREESHIFT")).isEmpty();
        visitor.signIn("admin@example.org", PASSWORD);
        var notAdded = visitor.submit("/account/ways", "/account/passkeys", Map.of("credential", credential));
        assertThat(visitor.target(notAdded)).isEqualTo("/account/ways?refused=passkey");
    }

    @Test
    void a_provider_brings_somebody_new_in_as_far_as_the_installation_lets_them() {
        registration(Registration.INVITATION);
        assertThat(arrive(visitor, "sub-new", "new@example.org").body())
                .contains("Nobody has an account here with the address that Olga confirmed");
        registration(Registration.OPEN);
        try {
            assertThat(visitor.target(arrive(visitor, "sub-new", "new@example.org")))
                    .isEqualTo("/home");
            assertThat(visitor.get("/account/ways").body()).contains("Connected on");
            assertThat(visitor.get("/account/data").body()).doesNotContain("Nothing is recorded.");
        } finally {
            registration(Registration.INVITATION);
        }
        assertThat(provider.lastRequest()).contains("code_verifier=", "grant_type=authorization_code");
        try (Visitor later = new Visitor(threeshift.address())) {
            assertThat(later.target(arrive(later, "sub-new", "changed@example.org")))
                    .as("the subject counts, not the address")
                    .isEqualTo("/home");
        }
    }

    @Test
    void a_known_account_agrees_before_a_provider_lets_anybody_in() {
        account("ivy@example.org", Role.MEMBER);
        var offered = arrive(visitor, "sub-ivy", "Ivy@Example.org");
        assertThat(offered.body()).contains("One more step: is this account yours?");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
        String inside = find("/sign-in\\?next=(/account/offers/[0-9a-f-]+)", offered.body());
        try (Visitor other = new Visitor(threeshift.address())) {
            account("joe@example.org", Role.MEMBER);
            other.signIn("joe@example.org", PASSWORD);
            assertThat(other.target(other.submit("/account/ways", inside, Map.of())))
                    .isEqualTo("/account/ways?refused=offer-over");
        }
        visitor.submit("/sign-in", Map.of("email", "ivy@example.org", "password", PASSWORD, "next", inside));
        assertThat(visitor.target(visitor.submit(inside, Map.of()))).isEqualTo("/account/ways?saved=provider");
        try (Visitor later = new Visitor(threeshift.address())) {
            assertThat(later.target(arrive(later, "sub-ivy", "ivy@example.org")))
                    .isEqualTo("/home");
            later.submit("/account/ways", "/account/providers/olga/remove", Map.of());
            assertThat(later.get("/account/ways").body()).contains("Not connected");
        }
    }

    @Test
    void the_mailed_link_agrees_once() {
        account("kim@example.org", Role.MEMBER);
        arrive(visitor, "sub-kim", "kim@example.org");
        String link = database.jdbcClient().sql("""
                        select filled ->> 'link'
                          from outbox
                         where topic = 'provider-offer'
                           and address = 'kim@example.org'
                        """).query(String.class).single();
        assertThat(visitor.target(visitor.submit(link, Map.of()))).isEqualTo("/account/ways");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whatever_is_not_in_order_lets_nobody_in() {
        registration(Registration.OPEN);
        try {
            refused(go -> go.code("sub-x", "x@example.org", false), "address-not-confirmed");
            refused(go -> go.signed("sub-x", claims -> claims.claim("nonce", "another")), "provider");
            refused(go -> go.signed("sub-x", claims -> claims.issuer("https://elsewhere.example")), "provider");
            refused(go -> go.signed("sub-x", claims -> claims.audience("another-client")), "provider");
            refused(go -> go.signed("sub-x", claims -> claims.claim("exp", 1)), "provider");
            refused(go -> go.forged("sub-x", "x@example.org"), "provider");
            refused(go -> go.back("nothing", "another state"), "provider");
        } finally {
            registration(Registration.INVITATION);
        }
        assertThat(threeshift.bean(People.class).findByEmail("x@example.org")).isEmpty();
    }

    @Test
    void a_provider_that_is_away_says_so() {
        assertThat(visitor.target(visitor.get("/sign-in/with/dead"))).isEqualTo("/sign-in?refused=provider-away");
        assertThat(visitor.get("/sign-in?refused=provider-away").body())
                .contains("The provider does not answer at the moment.");
        assertThat(visitor.get("/sign-in/with/nobody").statusCode()).isEqualTo(404);
    }

    /** One way to the provider and back. */
    private record Trip(Visitor visitor, String state, String nonce) {
        HttpResponse<String> code(String subject, String email, boolean confirmed) {
            return back(provider.code(subject, email, confirmed, nonce, UnaryOperator.identity()), state);
        }

        HttpResponse<String> signed(String subject, UnaryOperator<JWTClaimsSet.Builder> more) {
            return back(provider.code(subject, "x@example.org", true, nonce, more), state);
        }

        HttpResponse<String> forged(String subject, String email) {
            return back(provider.forged(subject, email, nonce), state);
        }

        HttpResponse<String> back(String code, String withState) {
            return visitor.get("/sign-in/with/olga/back?code=" + code + "&state="
                    + URLEncoder.encode(withState, StandardCharsets.UTF_8));
        }
    }

    private static Trip trip(Visitor visitor) {
        URI there = URI.create(visitor.get("/sign-in/with/olga")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        Map<String, String> said = Arrays.stream(there.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        assertThat(said).containsEntry("code_challenge_method", "S256").containsEntry("response_type", "code");
        return new Trip(visitor, said.getOrDefault("state", ""), said.getOrDefault("nonce", ""));
    }

    private static HttpResponse<String> arrive(Visitor visitor, String subject, String email) {
        return trip(visitor).code(subject, email, true);
    }

    private static void refused(Function<Trip, HttpResponse<String>> journey, String why) {
        try (Visitor somebody = new Visitor(threeshift.address())) {
            var answer = journey.apply(trip(somebody));
            assertThat(somebody.target(answer)).isEqualTo("/sign-in?refused=" + why);
            assertThat(somebody.get("/account").statusCode()).isEqualTo(302);
        }
    }

    private static void reachesNothing(Visitor halfway) {
        assertThat(halfway.target(halfway.get("/home"))).startsWith("/sign-in");
        assertThat(halfway.target(halfway.get("/account/ways"))).startsWith("/sign-in");
        assertThat(halfway.target(halfway.get("/console/"))).startsWith("/sign-in");
        assertThat(halfway.get("/api/interviews/none/scorecard", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> code(Visitor visitor, String code) {
        return visitor.submit("/sign-in/second-factor", Map.of("code", code));
    }

    /** @return the recovery codes */
    private static List<String> switchOn(Visitor visitor) {
        String secret = secretOn(visitor.get("/account/second-factor").body());
        return recoveryCodes(visitor.submit("/account/second-factor", Map.of("code", App.code(secret, 0))));
    }

    private static List<String> recoveryCodes(HttpResponse<String> page) {
        List<String> codes = Pattern.compile("<li>(([a-z0-9]{4}-){5}[a-z0-9]{4})</li>")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).hasSize(10);
        return codes;
    }

    /** What a page's fields and chosen boxes hold. */
    private static Map<String, String> typed(String page) {
        Map<String, String> typed = new HashMap<>();
        Pattern.compile("<input [^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .forEach(input -> {
                    boolean box = input.contains("type=\"checkbox\"") || input.contains("type=\"radio\"");
                    if (!input.contains("type=\"hidden\"") && (!box || input.contains(" checked"))) {
                        typed.put(find("name=\"([^\"]*)\"", input), find("value=\"([^\"]*)\"", input));
                    }
                });
        return typed;
    }

    private static void signInAs(Visitor visitor, String email, String agent) {
        visitor.submit("/sign-in", "/sign-in", Map.of("email", email, "password", PASSWORD), "User-Agent", agent);
    }

    private static String secretOn(String page) {
        return find("id=\"secret\" value=\"([A-Z2-7]+)\"", page);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static Person account(String email, Role role) {
        return switch (threeshift
                .bean(People.class)
                .register(email.split("@", 2)[0] + " Test", email, PASSWORD, "UTC", role)) {
            case Outcome.Done(var person) -> person;
            case Outcome.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static void wantsSecondFactors(boolean wanted) {
        change("secondFactorForStaff", wanted);
    }

    private static void registration(Registration registration) {
        change("registration", registration);
    }

    /** Whatever other settings there are. */
    private static void change(String name, Object value) {
        Settings settings = threeshift.bean(Settings.class);
        Installation now = settings.current();
        RecordComponent[] components = Installation.class.getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean changes = components[i].getName().equals(name);
                values[i] = changes ? value : components[i].getAccessor().invoke(now);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            settings.change(
                    admin, Installation.class.getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
