package org.threeshift.web.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.erasure.Erasures;
import org.threeshift.core.export.DataExports;
import org.threeshift.web.RunningThreeshift;
import org.threeshift.web.Visitor;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;

/** Somebody takes their data along, asks to be erased, changes their mind, asks again, waits, and is gone. */
class ErasureIT {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    @AutoClose
    static final RunningThreeshift threeshift = RunningThreeshift.on(database);

    @AutoClose
    static final Chromium chromium = Chromium.start();

    private static final Cast cast = new Cast(threeshift);

    @Test
    void from_the_first_wish_to_the_end() throws IOException {
        Inspection mira = Inspection.of(chromium.somebody().newPage());
        Page page = mira.page();
        signIn(page, "Mira Rossi");
        page.navigate(at("/account/data"));
        mira.look("my data");
        press(page, "Prepare my data");
        threeshift.bean(DataExports.class).makeAll();
        page.navigate(at("/account/data"));
        assertThat(page.getByText("It can be fetched once")).isVisible();
        Download file = page.waitForDownload(() -> press(page, "Fetch it"));
        assertThat(names(file))
                .contains(
                        "README.txt",
                        "manifest.json",
                        "profile.json",
                        "what-you-did.json",
                        "trail.json",
                        "devices.json",
                        "more/known-device.json")
                .anyMatch(name -> name.startsWith("scorecards/") && name.endsWith(".html"))
                .anyMatch(name -> name.startsWith("scorecards/") && name.endsWith(".pdf"))
                .anyMatch(name -> name.startsWith("scorecards/") && name.endsWith(".json"));
        page.navigate(at("/account/data"));
        assertThat(page.getByText("deleted here with that")).isVisible();

        press(page, "Erase me");
        assertThat(page.getByText("Tick the box to say that you know what happens."))
                .isVisible();
        mira.look("my data with an erasure refused");
        wish(page);
        mira.look("farewell");
        page.navigate(at("/home"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        page.navigate(at("/sign-in"));
        enter(page, "Mira Rossi");
        assertThat(page).hasURL(at("/account/data?done=came-back"));
        assertThat(page.getByText("Signing in has called that off")).isVisible();
        assertThat(threeshift.bean(Erasures.class).waiting(cast.mira.id())).isEmpty();
        mira.look("my data after coming back");
        aWhileLater();
        understand(page);
        // Whoever finds a browser open shows who they are first.
        assertThat(page).hasURL(Pattern.compile(".*/account/confirm\\?next=/account/data(#erasure)?"));
        page.getByLabel("Password").fill(Cast.PASSWORD);
        page.locator("main form:has(input[name=password]) button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/account/data(#erasure)?"));
        wish(page);
        assertThat(threeshift.bean(Erasures.class).waiting(cast.mira.id())).isPresent();

        assertThat(threeshift.bean(Erasures.class).carryOut(Instant.now().plus(Duration.ofDays(6))))
                .isZero();
        assertThat(threeshift.bean(Erasures.class).carryOut(Instant.now().plus(Duration.ofDays(8))))
                .isEqualTo(1);
        page.navigate(at("/sign-in"));
        enter(page, "Mira Rossi");
        assertThat(page.getByText("don’t belong together").first()).isVisible();
        try (Visitor peer = cast.signedIn("Luis")) {
            String card = peer.get("/scorecards/" + cast.second).body();
            assertThat(card).contains("Someone who left", "(erased)");
            assertThat(card)
                    .doesNotContain("Mira", "Rossi", "After the probe: named the number", "Read my notes again.");
        }
        assertThat(mira.findings()).isEmpty();
        page.context().close();
    }

    private static void aWhileLater() {
        database.jdbcClient()
                .sql("delete from spring_session_attributes where attribute_name = 'threeshift.proved'")
                .update();
    }

    private static void understand(Page page) {
        page.getByText("I understand that this cannot be undone").click();
        press(page, "Erase me");
    }

    private static void wish(Page page) {
        understand(page);
        assertThat(page.locator("h1")).hasText("You will be erased");
    }

    private static Set<String> names(Download file) throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream stream = file.createReadStream();
                var zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static void signIn(Page page, String name) {
        page.navigate(at("/sign-in"));
        enter(page, name);
        assertThat(page).hasURL(at("/home"));
    }

    private static void enter(Page page, String name) {
        page.getByLabel("E-mail address").first().fill(Cast.email(name));
        page.getByLabel("Password").first().fill(Cast.PASSWORD);
        page.locator("main form button[type=submit]").first().click();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static String at(String path) {
        return threeshift.address() + path;
    }
}
