package org.threeshift.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine's own Chromium, without a screen. Used by one thread. */
public final class Chromium implements AutoCloseable {
    /** How long anything on a page may take: long enough for two busy cores. */
    static final double PATIENCE_MILLIS = 30_000;

    private static final List<String> WHOLE = List.of("chromium", "chromium-browser", "google-chrome");

    /** The same pages without all that a window has around them: half the work, where it is installed. */
    private static final List<String> NAMES =
            Stream.concat(Stream.of("chromium-headless-shell"), WHOLE.stream()).toList();

    /** What Playwright switches off. The browser takes the last list alone, so one's own has to begin with these. */
    static final List<String> WITHOUT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints",
            "msForceBrowserSignIn",
            "msEdgeUpdateLaunchServicesPreferredVersion");

    /** Two pages behind the address bar, which nobody sees here: they cost half of every new window. */
    private static final List<String> POPUPS = List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup");

    private static final List<String> ARGUMENTS = List.of(
            "--disable-features="
                    + Stream.concat(WITHOUT.stream(), POPUPS.stream()).collect(Collectors.joining(",")),
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        return start(NAMES, List.of());
    }

    /** With a window, even if nobody sees it: for what belongs to that and not to pages, such as asking for leave. */
    public static Chromium whole() {
        return start(WHOLE, List.of());
    }

    /** With a camera and a microphone that are made up, and lent to whoever asks. */
    public static Chromium withCamera() {
        return start(
                NAMES,
                List.of(
                        // Half the pictures of the default: two cores code and decode them all.
                        "--use-fake-device-for-media-stream=fps=10",
                        "--use-fake-ui-for-media-stream",
                        "--autoplay-policy=no-user-gesture-required"));
    }

    private static Chromium start(List<String> names, List<String> more) {
        Path program = on(System.getenv("PATH"), names);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program)
                                .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream())
                                        .toList())));
    }

    /** @throws AssertionError where there is none: a journey that nobody took has proven nothing */
    static Path on(String path) {
        return on(path, NAMES);
    }

    private static Path on(String path, List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The browser tests need Chromium on the PATH (" + path
                        + "): install it, for instance with 'apt-get install chromium'."));
    }

    /** Somebody with a browser of their own: cookies, storage and all. */
    public BrowserContext somebody() {
        return somebodyIn("Europe/Berlin");
    }

    /** @param zone where they live */
    public BrowserContext somebodyIn(String zone) {
        BrowserContext somebody = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId(zone)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1440, 900));
        somebody.setDefaultTimeout(PATIENCE_MILLIS);
        return somebody;
    }

    /**
     * Loads a page anew, as its person would. Once its server is back, a page also does so by itself: should both happen at the same moment,
     * one of the two ends the other, and this asks again.
     *
     * @throws PlaywrightException for whatever else goes wrong
     */
    public static void reload(Page page) {
        for (int more = 5; ; more--) {
            try {
                page.reload();
                return;
            } catch (PlaywrightException e) {
                if (more == 0 || !endedByAnother(e)) {
                    throw e;
                }
            }
        }
    }

    static boolean endedByAnother(PlaywrightException e) {
        String why = String.valueOf(e.getMessage());
        return why.contains("net::ERR_ABORTED") || why.contains("interrupted by another navigation");
    }

    @Override
    public void close() {
        Stream.<Runnable>of(browser::close, playwright::close).forEach(Runnable::run);
    }
}
