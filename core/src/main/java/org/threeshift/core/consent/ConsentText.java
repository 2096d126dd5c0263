package org.threeshift.core.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * One version of one text. A version that somebody may have agreed to is never changed or taken away: new words are a new version.
 *
 * @param version from 1
 * @param since   from when on it is shown
 * @param text    plain sentences
 */
public record ConsentText(Subject subject, int version, LocalDate since, String text) {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.threeshift.core.consent.consents", Locale.ENGLISH);

    /** What is shown now. */
    public static ConsentText newest(Subject subject) {
        return all(subject).getLast();
    }

    /** Every version, the oldest first. */
    public static List<ConsentText> all(Subject subject) {
        var versions = new ArrayList<ConsentText>();
        Optional<ConsentText> next = find(subject, 1);
        while (next.isPresent()) {
            versions.add(next.get());
            next = find(subject, versions.size() + 1);
        }
        return List.copyOf(versions);
    }

    public static Optional<ConsentText> find(Subject subject, int version) {
        String key = subject.key() + "." + version;
        return TEXTS.containsKey(key)
                ? Optional.of(new ConsentText(
                        subject, version, LocalDate.parse(TEXTS.getString(key + ".since")), TEXTS.getString(key)))
                : Optional.empty();
    }
}
