package org.threeshift.web.keys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.threeshift.web.browser.Authenticator;
import org.threeshift.web.browser.Inspection;

/** The ways of a coach into an account, with a real browser and an authenticator that it makes up. */
final class PasskeyJourney {
    private final String address;
    private final String email;
    private final String password;
    private final Page page;
    private final Authenticator authenticator;
    private final Inspection inspection;

    PasskeyJourney(String address, String email, String password, Page page) {
        this.address = address;
        this.email = email;
        this.password = password;
        this.page = page;
        this.authenticator = Authenticator.of(page);
        this.inspection = Inspection.of(page);
    }

    /** In an installation that wants a second factor of coaches. */
    void setsUpAPasskeyBeforeAnythingOpens() {
        // An authenticator that makes sure of its person answers to what the sign-in page asks for the address's
        // suggestions, and
        // signs in by itself; one that does not is refused.
        authenticator.verifies(false);
        signIn();
        assertThat(page).hasURL(address + "/sign-in/second-factor/set-up");
        inspection.look("a second factor is due");
        press("Add a passkey");
        assertThat(page.getByText("Nothing happened: the dialog was closed")).isVisible();
        authenticator.verifies(true);
        press("Add a passkey");
        assertThat(page).hasURL(address + "/home");
        assertThat(authenticator.credentials()).isEqualTo(1);
        page.navigate(address + "/account/ways");
        assertThat(page.getByText("your passkey is one")).isVisible();
        press("Remove the passkey Chrome on Linux");
        assertThat(page.getByText("this passkey is the only one that you have")).isVisible();
        authenticator.verifies(false);
        signOut();
    }

    void signsInWithThePasskeyAloneAndAfterThePassword() {
        page.navigate(address + "/sign-in");
        inspection.look("sign-in with passkeys");
        press("Sign in with a passkey");
        assertThat(page.getByText("Nothing happened: the dialog was closed")).isVisible();
        authenticator.verifies(true);
        press("Sign in with a passkey");
        assertThat(page).hasURL(address + "/home");
        authenticator.verifies(false);
        signOut();
        signIn();
        assertThat(page.getByText("yours is a passkey")).isVisible();
        inspection.look("the second step with a passkey");
        authenticator.verifies(true);
        press("Use a passkey");
        assertThat(page).hasURL(address + "/home");
        authenticator.verifies(false);
    }

    void setsUpAnAppAndSignsInWithItsCodeAndWithARecoveryCode() {
        page.navigate(address + "/account/ways");
        link("Set it up");
        inspection.look("setting an authenticator app up");
        String secret = page.locator("#secret").inputValue();
        page.getByLabel("Code from the app").fill(App.code(secret, 0));
        press("Switch it on");
        assertThat(page.getByText("they are shown only this once")).isVisible();
        inspection.look("recovery codes");
        String recovery = page.locator(".codes li").first().innerText();
        link("I have kept them");
        inspection.look("ways in with everything");
        signOut();

        signIn();
        assertThat(page).hasURL(address + "/sign-in/second-factor");
        inspection.look("the second step");
        page.getByLabel("Code").fill(App.code(secret, 1));
        press("Sign in");
        assertThat(page).hasURL(address + "/home");
        signOut();

        signIn();
        page.getByLabel("Code").fill(recovery);
        press("Sign in");
        assertThat(page.getByText("You signed in with a recovery code")).isVisible();
        assertThat(page.getByText("9 recovery codes are left.")).isVisible();
        link("Devices");
        assertThat(page.getByText("Chrome on Linux")).isVisible();
        assertThat(page.getByText("This device")).isVisible();
        inspection.look("devices");
        assertThat(inspection.findings()).isEmpty();
    }

    private void signIn() {
        page.navigate(address + "/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        press("Sign in");
        assertThat(page).not().hasURL(Pattern.compile("/sign-in$"));
    }

    private void signOut() {
        page.locator(".account-button").click();
        press("Sign out");
        assertThat(page.locator(".account-button")).hasCount(0);
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void link(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
