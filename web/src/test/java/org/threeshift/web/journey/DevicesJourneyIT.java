package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages on a device: what the page says of the browser, what the worker shows, and whose device it is. */
@ExtendWith(Journeys.class)
class DevicesJourneyIT {
    private static final String SETTINGS = "/account/messages";

    /** Chromium's windows here are private ones, which have no push service: so the page has to say that. */
    @Test
    void it_is_turned_on_only_by_a_press_and_what_hinders_it_is_said(Demonstration demonstration) {
        try (Chromium whole = Chromium.whole()) {
            turnsOnlyByAPress(
                    demonstration, Inspection.of(demonstration.in(whole).signedInAs("peer")));
        }
    }

    private static void turnsOnlyByAPress(Demonstration demonstration, Inspection peer) {
        Page page = peer.page();
        Response answer = Objects.requireNonNull(page.navigate(demonstration.at(SETTINGS)));
        assertThat(answer.headers().get("content-security-policy"))
                .contains("worker-src 'self'", "manifest-src 'self'");
        assertThat(button(page)).isVisible();
        assertThat(page.evaluate("() => Notification.permission")).isEqualTo("default");
        assertThat(page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"))
                .isEqualTo(0);
        peer.look("devices, none");

        page.context().grantPermissions(List.of("notifications"));
        page.reload();
        button(page).click();
        assertThat(word(page)).containsText("Your browser could not reach its push service");
        assertThat(page.evaluate("async () => (await navigator.serviceWorker.ready).scope"))
                .isEqualTo(demonstration.at("/"));
        assertThat(page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
        peer.look("devices, no push service");
        worker(demonstration, page);
        silent(page);
        manifest(page);

        page.context().clearPermissions();
        page.addInitScript("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })");
        page.reload();
        assertThat(word(page)).containsText("does not let Threeshift show messages");
        assertThat(button(page)).isHidden();
        assertThat(peer.findings())
                .as("but for what Chromium says of private windows")
                .allMatch(finding -> finding.contains("incognito"));
        page.context().close();
    }

    private static void worker(Demonstration demonstration, Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        var registration = new AtomicReference<String>();
        browser.on(
                "ServiceWorker.workerRegistrationUpdated",
                told -> told.getAsJsonArray("registrations")
                        .forEach(one -> registration.set(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        browser.send("ServiceWorker.enable");
        page.waitForCondition(() -> registration.get() != null);
        deliver(demonstration, browser, registration.get(), message("An interview in ten minutes", "one", "/room/1"));
        shows(page, "An interview in ten minutes|With Mira.|false|/room/1");
        deliver(demonstration, browser, registration.get(), message("An interview in ten minutes", "one", "/room/1"));
        shows(page, "An interview in ten minutes|With Mira.|true|/room/1");
        // Another one of the same interview takes its place, and leads nowhere but here.
        deliver(demonstration, browser, registration.get(), message("It is off", "two", "https://elsewhere.example"));
        shows(page, "It is off|With Mira.|false|/messages");
        click(demonstration, browser, registration.get(), page);
    }

    /** Nobody can press what headless Chromium shows, so the worker is told that somebody did; what it may do only then, it says. */
    private static void click(Demonstration demonstration, CDPSession browser, String registration, Page page) {
        CDPSession worker = Objects.requireNonNull(page.context().browser()).newBrowserCDPSession();
        var session = new JsonObject();
        session.addProperty("targetId", target(demonstration, worker));
        session.addProperty("flatten", false);
        String attached =
                worker.send("Target.attachToTarget", session).get("sessionId").getAsString();
        in(worker, attached, """
                const say = async (what) => {
                  for (const one of await self.clients.matchAll({ includeUncontrolled: true })) one.postMessage({ what });
                  return null;
                };
                self.clients.openWindow = (address) => say("opens " + address);
                WindowClient.prototype.focus = function () { return say("in front: " + new URL(this.url).pathname); };
                """);
        String press = """
                self.registration.getNotifications().then(([one]) =>
                  self.dispatchEvent(new NotificationEvent("notificationclick", { notification: one })));
                """;

        // The window is free: it goes there.
        page.navigate(demonstration.at("/home"));
        hear(page);
        in(worker, attached, press);
        page.waitForURL("**/messages");

        // It shows the page already.
        hear(page);
        deliver(demonstration, browser, registration, message("It is off", "three", "/home"));
        shows(page, "It is off|With Mira.|false|/home");
        in(worker, attached, press);
        hears(page, "in front: /messages");

        // Something is typed there, which stays.
        page.navigate(demonstration.at("/account"));
        page.locator("main input[name=name]").fill("Somebody Else");
        hear(page);
        deliver(demonstration, browser, registration, message("It is off", "four", "/home"));
        shows(page, "It is off|With Mira.|false|/home");
        in(worker, attached, press);
        hears(page, "opens /home");
        assertThat(page).hasURL(demonstration.at("/account"));
        worker.detach();
        page.navigate(demonstration.at(SETTINGS));
    }

    private static String target(Demonstration demonstration, CDPSession browser) {
        for (var one : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            JsonObject target = one.getAsJsonObject();
            if (target.get("type").getAsString().equals("service_worker")
                    && target.get("url").getAsString().startsWith(demonstration.at("/"))) {
                return target.get("targetId").getAsString();
            }
        }
        throw new AssertionError("no worker");
    }

    private static void in(CDPSession worker, String session, String script) {
        var parameters = new JsonObject();
        parameters.addProperty("expression", "{" + script + "}");
        var command = new JsonObject();
        command.addProperty("id", 1);
        command.addProperty("method", "Runtime.evaluate");
        command.add("params", parameters);
        var told = new JsonObject();
        told.addProperty("sessionId", session);
        told.addProperty("message", command.toString());
        worker.send("Target.sendMessageToTarget", told);
    }

    private static void hear(Page page) {
        page.evaluate("""
                () => {
                  window.heard = [];
                  navigator.serviceWorker.addEventListener("message", (event) => {
                    if (event.data.what) window.heard.push(event.data.what);
                  });
                }
                """);
    }

    private static void hears(Page page, String what) {
        page.waitForCondition(() -> Objects.equals(page.evaluate("() => window.heard.join()"), what));
    }

    private static String message(String title, String notice, String open) {
        return """
                {"title": "%s", "sentence": "With Mira.", "topic": "topic", "notice": "%s", "page": "/messages", "open": "%s"}
                """.formatted(title, notice, open);
    }

    private static void deliver(Demonstration demonstration, CDPSession browser, String registration, String message) {
        var told = new JsonObject();
        told.addProperty("origin", demonstration.at(""));
        told.addProperty("registrationId", registration);
        told.addProperty("data", message);
        browser.send("ServiceWorker.deliverPushMessage", told);
    }

    private static void shows(Page page, String notification) {
        page.waitForCondition(() -> Objects.equals(page.evaluate("""
                        async () => (await (await navigator.serviceWorker.ready).getNotifications())
                            .map((one) => [one.title, one.body, one.silent, one.data.open].join("|")).join(" and ")
                        """), notification));
    }

    @Test
    void a_browser_tells_one_person_and_nobody_after_they_signed_out(Demonstration demonstration) throws Exception {
        Inspection inspection = Inspection.of(demonstration.signedInAs("candidate"));
        Page candidate = inspection.page();
        BrowserContext browser = candidate.context();
        turnOn(demonstration, candidate);
        assertThat(candidate.getByText("From now on you are told on this device."))
                .isVisible();
        assertThat(devices(candidate)).hasCount(1);
        assertThat(devices(candidate)).containsText("Chrome on Linux");
        // No such push service is out there.
        devices(candidate).getByText("Try it").click();
        assertThat(candidate.getByText("push service did not take the message")).isVisible();
        inspection.look("devices, one");

        // Somebody else signs in here: for the candidate, who looks from elsewhere, it is gone.
        Page next = browser.newPage();
        next.navigate(demonstration.at("/"));
        next.locator(".demonstration-roles form[action$='/peer'] button").click();
        assertThat(next).hasURL(demonstration.at("/home"));
        Page elsewhere = demonstration.signedInAs("candidate");
        elsewhere.navigate(demonstration.at(SETTINGS));
        assertThat(devices(elsewhere)).hasCount(0);

        turnOn(demonstration, next);
        assertThat(devices(next)).hasCount(1);
        next.locator(".account-button").click();
        Installation.press(next, "Sign out");
        Page peer = demonstration.signedInAs("peer");
        peer.navigate(demonstration.at(SETTINGS));
        assertThat(devices(peer)).hasCount(0);

        turnOn(demonstration, peer);
        devices(peer).getByText("Remove").click();
        assertThat(peer.getByText("That device is told nothing any more.")).isVisible();
        assertThat(devices(peer)).hasCount(0);
        assertThat(inspection.findings()).isEmpty();
        List.of(browser, elsewhere.context(), peer.context()).forEach(BrowserContext::close);
    }

    /** What the page's script sends when a push service answers. */
    private static void turnOn(Demonstration demonstration, Page page) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
        byte[] key = HexFormat.of().parseHex("04" + "%064x%064x".formatted(point.getAffineX(), point.getAffineY()));
        page.navigate(demonstration.at(SETTINGS));
        page.locator("[data-push-form]")
                .evaluate(
                        """
                        (form, given) => {
                          for (const [name, value] of Object.entries(given)) form.elements[name].value = value;
                          form.submit();
                        }
                        """,
                        Map.of(
                                "endpoint", "https://push.example.org/" + text(key),
                                "key", text(key),
                                "auth", text(new byte[16])));
        page.waitForURL("**" + SETTINGS + "?saved=device#devices");
    }

    private static String text(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** A push service that is behind a wall says nothing at all. */
    private static void silent(Page page) {
        page.addInitScript("PushManager.prototype.subscribe = () => new Promise(() => {})");
        page.clock().install();
        page.reload();
        button(page).click();
        assertThat(word(page)).containsText("asks its push service");
        page.clock().fastForward(15_000);
        assertThat(word(page)).containsText("Your browser could not reach its push service");
        assertThat(button(page)).isEnabled();
    }

    /** What a phone asks for before it offers to install: a name, where it begins, and icons that are as large as they say. */
    private static void manifest(Page page) {
        String address =
                Objects.requireNonNull(page.locator("link[rel=manifest]").getAttribute("href"));
        APIResponse answer = fetched(page, address);
        assertThat(answer.headers().get("content-type")).startsWith("application/manifest+json");
        JsonNode manifest = JsonMapper.shared().readTree(answer.text());
        assertThat(manifest.get("name").asString()).isEqualTo("Threeshift");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(fetched(page, manifest.get("start_url").asString()).ok()).isTrue();
        assertThat(manifest.get("shortcuts").values())
                .allMatch(shortcut ->
                        fetched(page, shortcut.get("url").asString()).ok());
        List<String> sizes = manifest.get("icons").values().stream()
                .filter(icon -> icon.get("type").asString().equals("image/png"))
                .map(icon -> {
                    BufferedImage image =
                            image(fetched(page, icon.get("src").asString()).body());
                    String size = image.getWidth() + "x" + image.getHeight();
                    assertThat(icon.get("sizes").asString()).isEqualTo(size);
                    return icon.path("purpose").asString("any") + " " + size;
                })
                .toList();
        assertThat(sizes).contains("any 192x192", "any 512x512", "maskable 512x512");
    }

    private static APIResponse fetched(Page page, String address) {
        return page.request().get(URI.create(page.url()).resolve(address).toString());
    }

    private static BufferedImage image(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Locator button(Page page) {
        return page.locator("[data-push-form] button");
    }

    private static Locator word(Page page) {
        return page.locator("[data-push-word]");
    }

    private static Locator devices(Page page) {
        return page.locator("#devices [data-mark]");
    }
}
