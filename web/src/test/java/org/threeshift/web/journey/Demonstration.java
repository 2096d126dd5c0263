package org.threeshift.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.threeshift.web.browser.Chromium;

/** An installation full of the demonstration's people and interviews. */
record Demonstration(Chromium chromium, InstalledThreeshift threeshift) implements AutoCloseable {
    static Demonstration start(Chromium chromium) {
        return new Demonstration(chromium, InstalledThreeshift.fresh("demonstration", true));
    }

    /** The same in another browser. */
    Demonstration in(Chromium other) {
        return new Demonstration(other, threeshift);
    }

    String at(String path) {
        return threeshift.address() + path;
    }

    /** @param who coach, peer or candidate */
    Page signedInAs(String who) {
        Page page = chromium.somebody().newPage();
        page.navigate(at("/"));
        page.locator(".hero-roles form[action$='/" + who + "'] button").click();
        assertThat(page).hasURL(at("/home"));
        return page;
    }

    @Override
    public void close() {
        threeshift.close();
    }
}
