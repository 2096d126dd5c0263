package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.web.journey.Installation.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeshift.web.browser.Authenticator;
import org.threeshift.web.browser.Inspection;

/** Getting in, in a real browser: registering, confirming, a link by mail, a forgotten password, another address, an invitation. */
@ExtendWith(Journeys.class)
class RegistrationIT {
    private static final String EMAIL = "nora@example.org";
    private static final String PASSWORD = "harbour violin seven moss";
    private static final String NEW_PASSWORD = "granite window slow tune";

    @Test
    void somebody_registers_confirms_comes_back_by_a_link_and_sets_a_new_password(Installation installation) {
        LetterBox letters = LetterBox.in(installation.threeshift().database());
        letters.registration("OPEN");
        List<String> findings = new ArrayList<>();
        Page desk = register(installation, letters, findings);
        comeBackWithPasskey(installation, desk);
        Page phone = byLink(installation, letters, findings);
        reset(installation, letters, findings);
        for (Page signedOut : List.of(desk, phone)) {
            signedOut.navigate(installation.at("/home"));
            assertThat(signedOut).hasURL(Pattern.compile("/sign-in"));
        }
        Page again = installation.signedIn(new Installation.Account("Nora Lind", EMAIL, NEW_PASSWORD));
        Inspection address = Inspection.of(again);
        again.navigate(installation.at("/account/address"));
        again.getByLabel("New e-mail address").fill("nora.lind@example.org");
        press(again, "Change the address");
        assertThat(again.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Waiting for both addresses")))
                .isVisible();
        address.look("another address waits");
        again.navigate(installation.at(letters.link(EMAIL, "confirm-old-address")));
        press(again, "Yes, change it");
        again.navigate(installation.at(letters.link("nora.lind@example.org", "confirm-new-address")));
        press(again, "Yes, change it");
        assertThat(again.getByRole(AriaRole.HEADING)).hasText("The address is changed");
        findings.addAll(address.findings());
        letters.registration("INVITATION");
        for (Page page : List.of(desk, phone, again)) {
            page.context().close();
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void a_coach_hands_an_invitation_over(Installation installation) {
        Inspection coach = Inspection.of(installation.signedIn(Installation.COACH));
        coach.page().navigate(installation.at("/invitations"));
        press(coach.page(), "Invite");
        String link = coach.page()
                .getByLabel("Invitation link", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        coach.look("invitations with a link");
        Inspection invited = Inspection.of(installation.chromium().somebody().newPage());
        invited.open(link, "invitation");
        assertThat(invited.page().getByRole(AriaRole.HEADING)).hasText("Clara Voss invites you");
        press(coach.page(), "Take back: By a link");
        assertThat(coach.page()).hasURL(Pattern.compile("done=revoked"));
        invited.page().navigate(link);
        assertThat(invited.page().getByRole(AriaRole.HEADING)).hasText("This invitation was taken back");
        assertThat(coach.findings()).isEmpty();
        assertThat(invited.findings()).isEmpty();
        coach.page().context().close();
        invited.page().context().close();
    }

    private static Page register(Installation installation, LetterBox letters, List<String> findings) {
        Page page = installation.chromium().somebody().newPage();
        Inspection inspection = Inspection.of(page);
        open(page, installation);
        page.getByLabel("Name").fill("Nora Lind");
        page.getByLabel("E-mail address").fill(EMAIL);
        page.getByLabel("Password").fill("tigger2026!");
        press(page, "Make the account");
        assertThat(page.locator(".error")).containsText("leaked");
        inspection.look("register with an error");
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Make the account");
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Look into your mail");
        inspection.look("register sent");
        page.navigate(installation.at(letters.link(EMAIL, "confirm-registration")));
        press(page, "Make the account and sign in");
        assertThat(page).hasURL(installation.at("/home"));
        findings.addAll(inspection.findings());
        return page;
    }

    /**
     * Adds a passkey to the account of whoever is signed in, signs out, and in again with it. The sign-in page offers it among
     * the suggestions for the address, and this authenticator takes what it is offered.
     */
    private static void comeBackWithPasskey(Installation installation, Page page) {
        Authenticator authenticator = Authenticator.of(page);
        page.navigate(installation.at("/account/ways"));
        press(page, "Add a passkey");
        assertThat(page.getByText("The passkey is added.")).isVisible();
        page.locator(".account-button").click();
        press(page, "Sign out");
        assertThat(page.locator(".account-button")).hasCount(0);
        page.navigate(installation.at("/sign-in"));
        assertThat(page).hasURL(installation.at("/home"));
        // Otherwise whoever is signed out would be in again at once.
        authenticator.unplug();
    }

    /** The settings of a node are a few seconds old at most. */
    private static void open(Page page, Installation installation) {
        for (int look = 0; look < 50; look++) {
            page.navigate(installation.at("/register"));
            if (page.locator("form[action='/register']").count() > 0) {
                return;
            }
            page.waitForTimeout(200);
        }
        throw new AssertionError("nobody may register");
    }

    private static Page byLink(Installation installation, LetterBox letters, List<String> findings) {
        Page page = installation.chromium().somebody().newPage();
        Inspection inspection = Inspection.of(page);
        inspection.open(installation.at("/sign-in"), "sign-in where anybody may register");
        page.getByText("E-mail me a link instead").click();
        page.getByLabel("E-mail address").fill(EMAIL);
        press(page, "Send the link");
        page.navigate(installation.at(letters.link(EMAIL, "sign-in-link")));
        press(page, "Sign in as Nora Lind");
        assertThat(page).hasURL(installation.at("/home"));
        findings.addAll(inspection.findings());
        return page;
    }

    private static void reset(Installation installation, LetterBox letters, List<String> findings) {
        Page page = installation.chromium().somebody().newPage();
        Inspection inspection = Inspection.of(page);
        page.navigate(installation.at("/sign-in"));
        page.getByText("Forgot your password?").click();
        page.getByLabel("E-mail address").fill(EMAIL);
        press(page, "Send the link");
        inspection.open(installation.at(letters.link(EMAIL, "reset-password")), "new password");
        page.getByLabel("New password").fill(NEW_PASSWORD);
        press(page, "Set the password");
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?saved=password"));
        assertThat(letters.link(EMAIL, "password-changed")).isEqualTo("/forgot");
        findings.addAll(inspection.findings());
        page.context().close();
    }
}
