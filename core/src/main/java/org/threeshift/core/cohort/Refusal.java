package org.threeshift.core.cohort;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why something about a cohort cannot be done, with a sentence that says what to do. */
public enum Refusal {
    NAME_MISSING,
    NAME_TOO_LONG,
    NAME_UNPRINTABLE,
    EMAIL_MISSING,
    EMAIL_MALFORMED,
    /** Whoever has it wants no invitations from here. */
    EMAIL_UNWANTED,
    /** Whoever follows a cohort is no member of it. */
    COACHES_IT,
    IN_ALREADY,
    ASKED_ALREADY,
    ONLY_COACHES_MAKE_ONE,
    ONLY_OWNER,
    NO_COACH,
    OWNER_STAYS,
    ARCHIVED,
    /** The text has changed since it was read. */
    TEXT_CHANGED,
    NO_INVITATIONS;

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.cohort.refusals", Locale.ENGLISH);

    public String sentence() {
        return SENTENCES.getString(key());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
