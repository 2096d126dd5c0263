package org.threeshift.core.people;

import java.util.List;
import java.util.Optional;

/**
 * What somebody says about themselves, as far as they do.
 *
 * @param pronouns   as they write them, at most 40 characters
 * @param languages  ISO 639 codes, at most 12, in the order in which they prefer them
 * @param targetRole what they want to become, at most 100 characters
 * @param photo      names the picture's bytes: it changes with them; absent while there is none
 */
public record Profile(
        Optional<String> pronouns,
        List<String> languages,
        Optional<String> targetRole,
        Optional<Seniority> seniority,
        Optional<String> photo) {
    public static final Profile BLANK =
            new Profile(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Profile {
        languages = List.copyOf(languages);
    }
}
