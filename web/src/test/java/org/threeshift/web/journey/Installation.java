package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;

/**
 * A new installation, set up as its first people do it: the link on the terminal makes an admin, the admin makes a coach, and
 * the coach sets a password by a link.
 *
 * @param findings what an inspection of these first pages found, which nobody can open again
 */
record Installation(Chromium chromium, InstalledThreeshift threeshift, List<String> findings) implements AutoCloseable {
    static final Account ADMIN = new Account("Ada Brandt", "ada@example.org", "plum anchor seven kettle");
    static final Account COACH = new Account("Clara Voss", "clara@example.org", "orchard lantern quiet brass");

    /** Somebody with an account. */
    record Account(String name, String email, String password) {}

    static Installation setUp(Chromium chromium) {
        InstalledThreeshift threeshift = InstalledThreeshift.fresh("installation", false);
        try {
            Installation installation = new Installation(chromium, threeshift, new ArrayList<>());
            installation.makeCoach(installation.makeAdmin());
            return installation;
        } catch (RuntimeException | AssertionError e) {
            threeshift.close();
            throw e;
        }
    }

    String at(String path) {
        return threeshift.address() + path;
    }

    /** A page of somebody who has just signed in. */
    Page signedIn(Account account) {
        Page page = chromium.somebody().newPage();
        page.navigate(at("/sign-in"));
        page.getByLabel("E-mail address").fill(account.email());
        page.getByLabel("Password").fill(account.password());
        press(page, "Sign in");
        assertThat(page).hasURL(at("/home"));
        return page;
    }

    /** A page of a new member, whom the admin has added and who has set their password by the link. */
    Page member(Account account) {
        Page admin = signedIn(ADMIN);
        admin.navigate(at("/people"));
        admin.getByLabel("Name").fill(account.name());
        admin.getByLabel("E-mail address").fill(account.email());
        admin.locator(".choice-title")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Member"))
                .click();
        press(admin, "Add the person");
        String link = admin.getByLabel("Password link", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        admin.context().close();
        Page page = chromium.somebody().newPage();
        page.navigate(link);
        choosePassword(page, "New password", account);
        press(page, "Set the password and sign in");
        assertThat(page).hasURL(at("/home"));
        return page;
    }

    /** Sets an interview up for now, by a link. The page then shows the interview with its link. */
    static void host(Page page, String roundTitle, String candidate) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Host an interview"))
                .first()
                .click();
        page.locator("label.choice")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(roundTitle))
                .first()
                .click();
        page.getByText("Anybody with a link").click();
        page.getByLabel("What you call them").fill(candidate);
        press(page, "Set it up");
        assertThat(page).hasURL(Pattern.compile("/interviews/[0-9a-f-]{36}$"));
    }

    static String invitation(Page hosted) {
        return hosted.locator("#invitation").inputValue();
    }

    static String consoleOf(Page hosted) {
        return hosted.url().replace("/interviews/", "/console/interviews/");
    }

    static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Override
    public void close() {
        threeshift.close();
    }

    private Page makeAdmin() {
        BrowserContext admin = chromium.somebody();
        Page page = admin.newPage();
        Inspection inspection = Inspection.of(page).open(threeshift.setUpLink(), "set-up");
        press(page, "Make the account");
        findings.addAll(inspection.look("set-up with errors").findings());
        page.getByLabel("Name").fill(ADMIN.name());
        page.getByLabel("E-mail address").fill(ADMIN.email());
        choosePassword(page, "Password", ADMIN);
        press(page, "Make the account");
        assertThat(page).hasURL(at("/people"));
        return page;
    }

    private void makeCoach(Page admin) {
        admin.getByLabel("Name").fill(COACH.name());
        admin.getByLabel("E-mail address").fill(COACH.email());
        admin.locator(".choice-title")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Coach"))
                .click();
        press(admin, "Add the person");
        findings.addAll(Inspection.of(admin).look("people with a password link").findings());
        String link = admin.getByLabel("Password link", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        admin.context().close();
        BrowserContext coach = chromium.somebody();
        Page page = coach.newPage();
        findings.addAll(Inspection.of(page).open(link, "set-password").findings());
        choosePassword(page, "New password", COACH);
        press(page, "Set the password and sign in");
        assertThat(page).hasURL(at("/home"));
        coach.close();
    }

    private static void choosePassword(Page page, String label, Account account) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(account.password());
        page.getByLabel("The same password again").fill(account.password());
    }
}
