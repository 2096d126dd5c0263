package org.threeshift.core.people;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with what somebody entered about a person, each with a sentence that says what to do. */
public enum Problem {
    NAME_MISSING(Field.NAME),
    NAME_TOO_LONG(Field.NAME),
    NAME_UNPRINTABLE(Field.NAME),
    EMAIL_MISSING(Field.EMAIL),
    EMAIL_MALFORMED(Field.EMAIL),
    EMAIL_TAKEN(Field.EMAIL),
    PASSWORD_MISSING(Field.PASSWORD),
    PASSWORD_TOO_SHORT(Field.PASSWORD),
    PASSWORD_TOO_LONG(Field.PASSWORD),
    PASSWORD_TRIVIAL(Field.PASSWORD),
    PASSWORD_LEAKED(Field.PASSWORD),
    PASSWORD_ABOUT_YOU(Field.PASSWORD),
    PASSWORD_REPEATED_DIFFERENTLY(Field.PASSWORD_REPEATED),
    PASSWORD_NOT_CURRENT(Field.CURRENT_PASSWORD),
    ZONE_UNKNOWN(Field.ZONE),
    ROLE_UNKNOWN(Field.ROLE),
    PRONOUNS_TOO_LONG(Field.PRONOUNS),
    PRONOUNS_UNPRINTABLE(Field.PRONOUNS),
    LANGUAGE_UNKNOWN(Field.LANGUAGES),
    LANGUAGES_TOO_MANY(Field.LANGUAGES),
    TARGET_ROLE_TOO_LONG(Field.TARGET_ROLE),
    TARGET_ROLE_UNPRINTABLE(Field.TARGET_ROLE),
    SENIORITY_UNKNOWN(Field.SENIORITY),
    PHOTO_MISSING(Field.PHOTO),
    PHOTO_TOO_LARGE(Field.PHOTO),
    PHOTO_NO_PICTURE(Field.PHOTO),
    PHOTO_TOO_MANY_PIXELS(Field.PHOTO),
    PHOTO_TOO_SMALL(Field.PHOTO),
    LAST_ADMIN(Field.ROLE),
    NO_ACCOUNT(Field.FORM),
    PERSON_UNKNOWN(Field.FORM),
    NOT_ONESELF(Field.FORM),
    SUSPENDED(Field.FORM),
    NO_GUEST(Field.FORM),
    LINK_OVER(Field.FORM);

    /** The place in a form that a problem belongs to. {@link #FORM} stands for the form as a whole. */
    public enum Field {
        NAME("name"),
        EMAIL("email"),
        PASSWORD("password"),
        PASSWORD_REPEATED("passwordRepeated"),
        CURRENT_PASSWORD("currentPassword"),
        ZONE("zone"),
        ROLE("role"),
        PRONOUNS("pronouns"),
        LANGUAGES("languages"),
        TARGET_ROLE("targetRole"),
        SENIORITY("seniority"),
        PHOTO("photo"),
        FORM("form");

        private final String formName;

        Field(String formName) {
            this.formName = formName;
        }

        /** The name that forms give to the input. */
        public String formName() {
            return formName;
        }
    }

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.people.problems", Locale.ENGLISH);

    private final Field field;

    Problem(Field field) {
        this.field = field;
    }

    public Field field() {
        return field;
    }

    public String sentence() {
        return SENTENCES.getString(key());
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
