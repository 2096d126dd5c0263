package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's own, which keeps passkeys and makes sure of its person, or does not. */
record Authenticator(CDPSession browser, String id) {
    static Authenticator of(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        JsonObject added = browser.send("WebAuthn.addVirtualAuthenticator", wanted);
        return new Authenticator(browser, added.get("authenticatorId").getAsString());
    }

    /**
     * Adds a passkey to the account of whoever is signed in, signs out, and in again with it. The sign-in page offers it among
     * the suggestions for the address, and this authenticator takes what it is offered.
     */
    static void comeBackWithPasskey(Installation installation, Page page) {
        Authenticator authenticator = of(page);
        page.navigate(installation.at("/account/ways"));
        Installation.press(page, "Add a passkey");
        assertThat(page.getByText("The passkey is added.")).isVisible();
        page.locator(".account-button").click();
        Installation.press(page, "Sign out");
        assertThat(page.locator(".account-button")).hasCount(0);
        page.navigate(installation.at("/sign-in"));
        assertThat(page).hasURL(installation.at("/home"));
        // Otherwise whoever is signed out would be in again at once.
        authenticator.unplug();
    }

    int credentials() {
        JsonObject kept = browser.send("WebAuthn.getCredentials", whose());
        return kept.getAsJsonArray("credentials").size();
    }

    void verifies(boolean its) {
        JsonObject wanted = whose();
        wanted.addProperty("isUserVerified", its);
        browser.send("WebAuthn.setUserVerified", wanted);
    }

    void unplug() {
        browser.send("WebAuthn.removeVirtualAuthenticator", whose());
    }

    private JsonObject whose() {
        JsonObject whose = new JsonObject();
        whose.addProperty("authenticatorId", id);
        return whose;
    }
}
