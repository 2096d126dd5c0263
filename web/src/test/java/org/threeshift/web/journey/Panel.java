package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.threeshift.web.journey.Installation.Account;

/**
 * A panel on the hiring-manager screen, each of its people in a browser of their own: Clara Voss hosts and leads, Ben scores
 * too, Cy shadows, Di observes, and Maya is the candidate. All of them are in.
 */
record Panel(Console clara, Console ben, Console cy, Console di, Page maya) implements AutoCloseable {

    /** @param name of the test that wants it, which makes the people's surnames */
    static Panel in(Installation installation, String name) {
        Page ben = installation.member(account("Ben", name));
        Page cy = installation.member(account("Cy", name));
        Page di = installation.member(account("Di", name));
        Page clara = installation.signedIn(Installation.COACH);
        host(installation, clara, name);
        Page maya = installation.chromium().somebody().newPage();
        WholeJobIT.join(maya, Installation.invitation(clara), "Maya " + name);
        String address = Installation.consoleOf(clara);
        return new Panel(
                Console.open(clara, address),
                Console.open(ben, address),
                Console.open(cy, address),
                Console.open(di, address),
                maya);
    }

    private static Account account(String first, String name) {
        return new Account(
                first + " " + name,
                (first + "." + name + "@example.org").toLowerCase(Locale.ROOT),
                "maple " + first + " drawer seven stones");
    }

    /** The page then shows the interview with its link. */
    private static void host(Installation installation, Page page, String name) {
        page.navigate(installation.at("/host"));
        choose(page, "Hiring-manager screen");
        page.getByText("Anybody with a link").click();
        page.getByLabel("What you call them").fill("Maya");
        page.locator(".host-kind label.choice:has([value=PANEL])").click();
        page.locator("#others label.choice")
                .filter(new Locator.FilterOptions().setHasText("Ben " + name))
                .click();
        page.getByText("Somebody shadows or observes").first().click();
        watch(page, 1, "Cy " + name, "Shadows");
        watch(page, 2, "Di " + name, "Observes");
        Installation.press(page, "Set it up");
        assertThat(page.locator("#invitation")).isVisible();
    }

    private static void watch(Page page, int row, String who, String what) {
        page.locator("#watcher-" + row).selectOption(new SelectOption().setLabel(who));
        page.locator("#watcher-seat-" + row).selectOption(new SelectOption().setLabel(what));
    }

    private static void choose(Page page, String words) {
        page.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    List<Page> pages() {
        return Stream.concat(consoles().stream().map(Console::page), Stream.of(maya))
                .toList();
    }

    List<Console> consoles() {
        return List.of(clara, ben, cy, di);
    }

    @Override
    public void close() {
        pages().forEach(page -> page.context().close());
    }
}
