package org.threeshift.core.following;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.Seniority;

/**
 * Which rows of a cohort's page are shown.
 *
 * @param words      that the name or the role aimed for holds, whatever their case and accents; empty for everybody
 * @param seniority  what they aim for
 * @param need       what they need
 */
public record Filter(String words, Optional<Seniority> seniority, Optional<Need> need) {
    public static final Filter NONE = new Filter("", Optional.empty(), Optional.empty());
    /** Most characters that are looked at. */
    public static final int LENGTH = 100;

    public Filter {
        words = words.strip();
        words = words.substring(0, Math.min(words.length(), LENGTH));
    }

    boolean lets(Row row) {
        Person person = row.candidate().person();
        return need.map(wanted -> row.finding(wanted).isPresent()).orElse(true)
                && seniority
                        .map(wanted -> person.profile()
                                .seniority()
                                .filter(wanted::equals)
                                .isPresent())
                        .orElse(true)
                && (plain(person.name()).contains(plain(words))
                        || plain(person.profile().targetRole().orElse("")).contains(plain(words)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
