package org.threeshift.web.entry;

import java.util.List;
import org.threeshift.web.account.Zones;
import org.threeshift.web.page.Choice;

/** What somebody who wants an account has entered, as typed; the password is never shown again. */
public record Applying(String name, String email, String zone) {
    static Applying nothing() {
        return new Applying("", "", Zones.here());
    }

    public List<Choice> zones() {
        return Zones.choices();
    }
}
