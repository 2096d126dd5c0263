package org.threeshift.web.page;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;

/**
 * The sentences that people read, by key. They lie in {@code messages/*.properties}, one file a feature, and each key
 * begins with the feature's name.
 */
public final class Texts {
    private final MessageSource messages;
    private final Locale locale;
    /** Sentences without places to fill, by key: a page asks for hundreds, and they never change. */
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @throws org.springframework.context.NoSuchMessageException when no bundle has the key, which is a bug */
    public String text(String key, Object... arguments) {
        return arguments.length == 0
                ? plain.computeIfAbsent(key, one -> messages.getMessage(one, arguments, locale))
                : messages.getMessage(key, arguments, locale);
    }

    /** What people call a constant of the vocabulary: {@code Shift.STRATEGY} is {@code vocabulary.shift.strategy}. */
    public String name(Enum<?> term) {
        return text("vocabulary." + kebab(term.getDeclaringClass().getSimpleName()) + "." + constant(term));
    }

    public Locale locale() {
        return locale;
    }

    public static String constant(Enum<?> term) {
        return term.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
