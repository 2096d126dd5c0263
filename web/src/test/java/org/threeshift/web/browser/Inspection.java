package org.threeshift.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks at what a page shows, wide and narrow, light and dark: with axe-core by the rules of WCAG 2.2 A and AA and by best
 * practice, for a page that scrolls sideways, and for errors that its scripts reported.
 */
public final class Inspection {
    private static final int[] WIDTHS = {1440, 390};
    private static final int NARROWEST = 360;

    /** A folder for a picture of everything that was looked at; none are taken without it. */
    private static final String PICTURES = System.getProperty("threeshift.looks", "");

    /** The browser's own notes that something was answered with an error status, or that there is no network. */
    private static final Pattern EXPECTED = Pattern.compile(
            "Failed to load resource: .* status of 4\\d\\d.*|Failed to load resource: net::ERR_INTERNET_DISCONNECTED");

    /** Chromium leaves some inherited colours as they were when the scheme changes under a page; all styles are made anew. */
    private static final String AFRESH = """
            (scheme) => {
              const { style } = document.documentElement;
              style.colorScheme = scheme;
              style.display = 'none';
              void document.documentElement.offsetHeight;
              style.display = '';
            }
            """;

    /** Laid out anew, and no longer half-way between two colours, where nothing has its contrast. */
    private static final String SETTLED = """
            async () => {
              const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
              await frame();
              await frame();
              const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
              await Promise.allSettled(fading.map((one) => one.finished));
            }
            """;

    /** By night nothing but colours differs from the day. */
    private static final String RUN = """
            async (night) => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const { violations } = await axe.run(document, {
                runOnly: night
                  ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
                  : { type: 'tag', values: tags },
                resultTypes: ['violations'], elementRef: false });
              return violations.flatMap(({ id, help, nodes }) => nodes.map((node) =>
                `${id} (${help}): ${node.target.join(' ')} ${node.any.map((one) => one.message).join('; ')}`));
            }
            """;

    private final Page page;
    private final List<String> findings = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    /** While axe-core works: it copies imported style sheets into a document of its own, which the page's policy forbids. */
    private boolean checking;

    private Inspection(Page page) {
        this.page = page;
    }

    /** From now on the page's errors are kept, too. */
    public static Inspection of(Page page) {
        Inspection inspection = new Inspection(page);
        page.onConsoleMessage(inspection::heard);
        page.onPageError(inspection.errors::add);
        return inspection;
    }

    public Page page() {
        return page;
    }

    public Inspection open(String address, String name) {
        page.navigate(address);
        return look(name);
    }

    /** @param name of what is shown, for the findings */
    public Inspection look(String name) {
        return look(name, WIDTHS);
    }

    /** For what shows on the narrowest phones alone, such as a list that is behind a button there. */
    public Inspection narrow(String name) {
        return look(name, NARROWEST);
    }

    private Inspection look(String name, int... widths) {
        ColorScheme scheme = ColorScheme.LIGHT;
        show(page, widths[0], scheme);
        for (int width : widths) {
            if (width != widths[0]) {
                resize(page, width);
                page.evaluate(SETTLED);
            }
            look(name, width, named(scheme));
            // The next width begins as this one ends: what is drawn for another scheme is drawn as a whole.
            scheme = scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
            dress(page, scheme);
            look(name, width, named(scheme));
        }
        show(page, WIDTHS[0], ColorScheme.LIGHT);
        errors.forEach(error -> findings.add(name + ": error in a script: " + error));
        errors.clear();
        return this;
    }

    /** Shows the page at a width, by day or by night, and waits until nothing moves any more. */
    public static void show(Page page, int width, ColorScheme scheme) {
        page.waitForLoadState();
        resize(page, width);
        dress(page, scheme);
    }

    private static void resize(Page page, int width) {
        page.setViewportSize(width, width < 500 ? 844 : 900);
    }

    private static void dress(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(AFRESH, named(scheme));
        page.evaluate(SETTLED);
    }

    private static String named(ColorScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    public List<String> findings() {
        return List.copyOf(findings);
    }

    private void look(String name, int width, String scheme) {
        String what = "%s, %d px, %s: ".formatted(name, width, scheme);
        if (!PICTURES.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, "%s-%d-%s.png".formatted(name.replace(' ', '-'), width, scheme))));
        }
        if (page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                        instanceof Integer beyond
                && beyond > 0) {
            findings.add(what + "scrolls sideways by " + beyond + " px");
        }
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        checking = true;
        if (page.evaluate(RUN, scheme.equals("dark")) instanceof List<?> violations) {
            violations.forEach(violation -> findings.add(what + violation));
        }
        checking = false;
    }

    private void heard(ConsoleMessage message) {
        if (!checking
                && message.type().equals("error")
                && !EXPECTED.matcher(message.text()).matches()) {
            errors.add(message.text());
        }
    }
}
