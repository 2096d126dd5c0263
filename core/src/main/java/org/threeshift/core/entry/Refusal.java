package org.threeshift.core.entry;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why somebody is not let in that way, or may let nobody in, with a sentence that says what to do. */
public enum Refusal {
    /** Coaches invite members, and nobody else invites. */
    ROLE_NOT_YOURS("role"),
    COHORT_NOT_YOURS("cohort"),
    EMAIL_MALFORMED("email"),
    /** Whoever has it wants no invitations from here. */
    EMAIL_UNWANTED("email"),
    ADDRESS_UNCHANGED("email"),
    /** The installation lets nobody in that way now. */
    CLOSED("form"),
    OVER("form"),
    /** In this browser nobody registered, and the password is not the one that was chosen then. */
    PASSWORD_DIFFERS("password"),
    ADDRESS_TAKEN("form");

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.entry.refusals", Locale.ENGLISH);

    private final String formName;

    Refusal(String formName) {
        this.formName = formName;
    }

    /** The name of the input that it belongs to; {@code form} for the form as a whole. */
    public String formName() {
        return formName;
    }

    public String sentence() {
        return SENTENCES.getString(key());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
