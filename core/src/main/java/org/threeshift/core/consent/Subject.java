package org.threeshift.core.consent;

import java.util.Locale;

/** What somebody is asked to agree to here; cohorts keep their own agreements. Each has a text of its own, see {@link ConsentText}. */
public enum Subject {
    /** Having an account: what is kept, for how long, and who sees it. */
    ACCOUNT,
    /** Taking part in one interview by a link, without an account. */
    GUEST;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
