package org.threeshift.web.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.web.Visitor;
import org.threeshift.web.browser.Chromium;

/** Two nodes on one database, a host and another interviewer with accounts, and a panel that waits for its candidate. */
final class TwoNodes implements AutoCloseable {
    private static final String PASSWORD = "plum anchor seven kettle";

    private final TestDatabase database = TestDatabase.fresh();
    private final InstalledThreeshift one;
    private final InstalledThreeshift other;
    private final Visitor host;
    private final Visitor rival;
    private final String interview;
    private final String invitation;

    TwoNodes(String round) {
        one = InstalledThreeshift.node("node-1", database);
        host = new Visitor(one.address());
        rival = new Visitor(one.address());
        String setUp = one.setUpLink().replace(one.address(), "");
        host.submit(
                setUp,
                Map.of(
                        "name",
                        "Ada Brandt",
                        "email",
                        "ada@example.org",
                        "password",
                        PASSWORD,
                        "passwordRepeated",
                        PASSWORD,
                        "zone",
                        "UTC"));
        // Only now: a node that starts while there is no admin makes the set-up link of the one before invalid.
        CompletableFuture<InstalledThreeshift> second =
                CompletableFuture.supplyAsync(() -> InstalledThreeshift.node("node-2", database));
        String people = host.submit(
                        "/people", Map.of("name", "Luis Ferreira", "email", "luis@example.org", "role", "COACH"))
                .body();
        rival.submit(
                "/set-password/" + found("/set-password/([\\w-]+)", people),
                Map.of("password", PASSWORD, "passwordRepeated", PASSWORD));
        String form = host.get("/host").body();
        interview = found("name=\"interview\" value=\"([^\"]+)\"", form);
        host.submit(
                "/host",
                Map.of(
                        "interview", interview,
                        "round", "marketing-manager/" + round,
                        "kind", "PANEL",
                        "others", found("name=\"others\" value=\"([^\"]+)\"", form),
                        "candidate", "link",
                        "label", "Iris",
                        "when", "now"));
        // The link stands on the page that the answer leads to.
        invitation =
                found("/join/([\\w-]+)", host.get("/interviews/" + interview).body());
        other = second.join();
    }

    InstalledThreeshift one() {
        return one;
    }

    InstalledThreeshift other() {
        return other;
    }

    String console() {
        return "/console/interviews/" + interview;
    }

    String invitation() {
        return "/join/" + invitation;
    }

    BrowserContext host(Chromium chromium, Balancer balancer) {
        return signedIn(chromium.somebody(), host, balancer);
    }

    BrowserContext rival(Chromium chromium, Balancer balancer) {
        return signedIn(chromium.somebody(), rival, balancer);
    }

    @Override
    public void close() {
        one.close();
        other.close();
        database.close();
    }

    private static BrowserContext signedIn(BrowserContext browser, Visitor visitor, Balancer balancer) {
        String session = visitor.cookie("THREESHIFT").orElseThrow().getValue();
        browser.addCookies(List.of(new Cookie("THREESHIFT", session).setUrl(balancer.address())));
        return browser;
    }

    private static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + page);
        }
        return matcher.group(1);
    }
}
