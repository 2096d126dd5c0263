package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.web.journey.Installation.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Chromium;
import org.threeshift.web.browser.Inspection;
import org.threeshift.web.keys.App;

/** The ways in to an account, with a real browser and an authenticator that it makes up. */
@ExtendWith(Journeys.class)
class PasskeyIT {
    private static final Installation.Account PAT =
            new Installation.Account("Pat Keller", "pat@example.org", "violet engine paper moon");

    @Test
    void somebody_signs_in_with_a_passkey_with_a_code_and_with_a_recovery_code(
            Installation installation, Chromium chromium) {
        Page page = installation.member(PAT);
        Authenticator authenticator = Authenticator.of(page);
        Inspection inspection = Inspection.of(page);

        page.locator(".account-button").click();
        link(page, "Your account");
        link(page, "Ways in");
        inspection.look("ways in without a passkey");
        page.getByLabel("Name of the passkey").fill("Pat’s laptop");
        press(page, "Add a passkey");
        assertThat(page.getByText("The passkey is added.")).isVisible();
        assertThat(page.getByText("Pat’s laptop")).isVisible();
        assertThat(authenticator.credentials()).isEqualTo(1);

        signOut(page);
        authenticator.verifies(false);
        page.navigate(installation.at("/sign-in"));
        inspection.look("sign-in with passkeys");
        press(page, "Sign in with a passkey");
        assertThat(page.getByText("Nothing happened: the dialog was closed")).isVisible();
        authenticator.verifies(true);
        press(page, "Sign in with a passkey");
        assertThat(page).hasURL(installation.at("/home"));

        // Otherwise it answers to what the sign-in page asks for the address's suggestions, and signs in by itself.
        authenticator.verifies(false);
        page.navigate(installation.at("/account/ways"));
        link(page, "Set it up");
        inspection.look("setting an authenticator app up");
        String secret = page.locator("#secret").inputValue();
        page.getByLabel("Code from the app").fill(App.code(secret, 0));
        press(page, "Switch it on");
        assertThat(page.getByText("they are shown only this once")).isVisible();
        inspection.look("recovery codes");
        String recovery = page.locator(".codes li").first().innerText();
        link(page, "I have kept them");
        inspection.look("ways in with everything");
        signOut(page);

        signIn(installation, page);
        assertThat(page).hasURL(installation.at("/sign-in/second-factor"));
        inspection.look("the second step");
        page.getByLabel("Code").fill(App.code(secret, 1));
        press(page, "Sign in");
        assertThat(page).hasURL(installation.at("/home"));
        signOut(page);

        signIn(installation, page);
        page.getByLabel("Code").fill(recovery);
        press(page, "Sign in");
        assertThat(page.getByText("You signed in with a recovery code")).isVisible();
        assertThat(page.getByText("9 recovery codes are left.")).isVisible();
        link(page, "Devices");
        assertThat(page.getByText("Chrome on Linux")).isVisible();
        assertThat(page.getByText("This device")).isVisible();
        inspection.look("devices");
        assertThat(inspection.findings()).isEmpty();
        page.context().close();
    }

    private static void signIn(Installation installation, Page page) {
        page.navigate(installation.at("/sign-in"));
        page.getByLabel("E-mail address").fill(PAT.email());
        page.getByLabel("Password").fill(PAT.password());
        press(page, "Sign in");
    }

    private static void signOut(Page page) {
        page.locator(".account-button").click();
        press(page, "Sign out");
        assertThat(page.locator(".account-button")).hasCount(0);
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
