package org.threeshift.web.database;

/**
 * Why Threeshift does not start, as one sentence for the person at the terminal. The sentences are in
 * {@code messages/start.properties}.
 */
public final class StartupRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StartupRefusal(String sentence) {
        super(sentence);
    }

    private StartupRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param key of the sentence, in the file of those that are said while no message source exists yet */
    public static StartupRefusal of(String key, Object... arguments) {
        return new StartupRefusal(Sentences.of(key, arguments));
    }

    static StartupRefusal because(Throwable cause, String key, Object... arguments) {
        return new StartupRefusal(Sentences.of(key, arguments), cause);
    }
}
