package org.threeshift.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser, the one on the PATH. */
final class Chromium implements AutoCloseable {
    /** Where pictures of the screens go, for somebody to look at; none are taken without it. */
    private static final String PICTURES = System.getenv().getOrDefault("THREESHIFT_PICTURES", "");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(onPath())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A window with cookies of its own. */
    BrowserContext window(String zone) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setTimezoneId(zone)
                // Half-way between two colours nothing has its contrast.
                .setReducedMotion(ReducedMotion.REDUCE));
        window.setDefaultTimeout(10_000);
        return window;
    }

    /** Holds the page to WCAG, wide and light as well as narrow and dark; takes pictures of all four when wanted. */
    static void inspect(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {1440, 390}) {
                page.setViewportSize(width, width == 1440 ? 900 : 844);
                if ((width == 1440) == (scheme == ColorScheme.LIGHT)) {
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("%s at %d px, %s", name, width, scheme)
                            .isEmpty();
                }
                assertThat((boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s at %d px scrolls sideways", name, width)
                        .isTrue();
                picture(page, "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void picture(Page page, String name) {
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
        }
    }

    private static Path onPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "google-chrome")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Install Chromium: it is not on the PATH."));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
