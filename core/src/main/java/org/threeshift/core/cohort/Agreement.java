package org.threeshift.core.cohort;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

/**
 * What a member agrees to, in plain sentences. A version that anybody may have agreed to never changes: other words are
 * another version.
 *
 * @param sees     what the coaches see
 * @param seesNot  what they do not see
 * @param besides  what else a member should know
 */
public record Agreement(int version, List<String> sees, List<String> seesNot, List<String> besides) {
    /** The one that is in force. */
    public static final int CURRENT = 4;

    /** From this version on, coaches learn of an interview that waits for a sheet before it is published. */
    static final int TELLS_OF_MISSING_SHEETS = 2;

    /** From this version on, they learn of any interview that is planned, under way or not published yet. */
    static final int TELLS_OF_OPEN_INTERVIEWS = 3;

    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("org.threeshift.core.cohort.agreement", Locale.ENGLISH);

    public static Agreement current() {
        return of(CURRENT);
    }

    /** @param version from 1 to {@link #CURRENT} */
    public static Agreement of(int version) {
        return new Agreement(
                version, sentences(version, "sees"), sentences(version, "sees-not"), sentences(version, "besides"));
    }

    private static List<String> sentences(int version, String part) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> version + "." + part + "." + number)
                .takeWhile(SENTENCES::containsKey)
                .map(SENTENCES::getString)
                .toList();
    }
}
