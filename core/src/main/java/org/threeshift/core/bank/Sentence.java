package org.threeshift.core.bank;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences and words that a person reads about a bank file. Their texts stand in {@code messages.properties}. */
enum Sentence {
    FILE_TOO_BIG,
    FILE_EMPTY,
    FILE_NOT_UTF_8,
    FILE_UNREADABLE_CHARACTER,
    YAML_TAB,
    YAML_COLON,
    YAML_BRACKET,
    YAML_QUOTE,
    YAML_INDENTATION,
    YAML_SYNTAX,
    YAML_SECOND_DOCUMENT,
    YAML_ALIAS,
    YAML_TAG,
    YAML_TOO_DEEP,
    KEY_NO_TEXT,
    KEY_TWICE,
    KEY_UNKNOWN,
    KEY_MISSING,
    VALUE_BLANK,
    VALUE_TOO_LONG,
    VALUE_UNQUOTED,
    VALUE_OF_WRONG_KIND,
    VALUE_OUT_OF_RANGE,
    LIST_TOO_SHORT,
    FORMAT_UNKNOWN,
    FORMAT_NEWER,
    ID_MALFORMED,
    ID_TWICE,
    SHIFT_UNKNOWN,
    SKILL_UNKNOWN,
    RUNG_UNKNOWN,
    LEVEL_OUT_OF_RANGE,
    ANCHOR_MISSING,
    PROBE_MISSING,
    PRIMARY_NOT_PROBED,
    TRAP_WITHOUT_THREE_TELL_TALES,
    ROUND_EMPTY,
    ROUND_QUESTION_UNKNOWN,
    ROUND_QUESTION_TWICE,
    ROUND_TOO_SHORT,
    VERSION_CHANGED,
    VERSION_OLDER,
    MORE_PROBLEMS,

    WORD_BANK,
    WORD_QUESTION,
    WORD_TRAP,
    WORD_STRATEGIC_ANSWER,
    WORD_ROUND,
    WORD_FILE,
    WORD_ENTRY,
    WORD_LEVEL,
    KIND_TEXT,
    KIND_NUMBER,
    KIND_TRUTH,
    KIND_LIST,
    KIND_KEYS,
    KIND_NOTHING;

    static final String BUNDLE = "org.threeshift.core.bank.messages";

    /** The key in the bundle: the group, a dot, and the rest joined by hyphens. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    String with(Object... details) {
        return new MessageFormat(pattern(), Locale.ENGLISH).format(details);
    }

    String pattern() {
        return ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key());
    }
}
