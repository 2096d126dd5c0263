package org.threeshift.web.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's own, which keeps passkeys and makes sure of its person, or does not. */
public record Authenticator(CDPSession browser, String id) {
    public static Authenticator of(Page page) {
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

    public int credentials() {
        JsonObject kept = browser.send("WebAuthn.getCredentials", whose());
        return kept.getAsJsonArray("credentials").size();
    }

    public void verifies(boolean its) {
        JsonObject wanted = whose();
        wanted.addProperty("isUserVerified", its);
        browser.send("WebAuthn.setUserVerified", wanted);
    }

    /** Takes it away from the browser, with its passkeys. */
    public void unplug() {
        browser.send("WebAuthn.removeVirtualAuthenticator", whose());
    }

    private JsonObject whose() {
        JsonObject whose = new JsonObject();
        whose.addProperty("authenticatorId", id);
        return whose;
    }
}
