package org.threeshift.core.people;

import static java.util.Comparator.comparing;

import java.text.Collator;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody known to the installation.
 *
 * @param email absent for a guest, who came by a link and has no account yet
 * @param zone  where their wall clock hangs
 * @param suspended whether they cannot sign in for now
 */
public record Person(
        PersonId id,
        String name,
        Optional<String> email,
        Role role,
        ZoneId zone,
        boolean guest,
        boolean suspended,
        Profile profile) {
    /** As people look names up: Élodie stands between Chidi and Ingrid, whatever a database makes of her accent. */
    public static final Comparator<Person> BY_NAME = comparing(Person::name, Collator.getInstance(Locale.ROOT)::compare)
            .thenComparing(person -> person.id().value());

    /** Somebody of whom no more is known, and who may come in. */
    public Person(PersonId id, String name, Optional<String> email, Role role, ZoneId zone, boolean guest) {
        this(id, name, email, role, zone, guest, false, Profile.BLANK);
    }

    /** The name with the pronouns behind it, for places where people meet. */
    public String nameAndPronouns() {
        return profile.pronouns().map(said -> name + " (" + said + ")").orElse(name);
    }

    /** As somebody sees them who may know the name, and nothing else of them any more. */
    public Person byNameAlone() {
        return new Person(id, name, Optional.empty(), role, ZoneOffset.UTC, guest, false, Profile.BLANK);
    }

    Person called(String newName, ZoneId newZone, Profile newProfile) {
        return new Person(id, newName, email, role, newZone, guest, suspended, newProfile);
    }

    /** The first letters of the first and the last word of the name, for small round pictures. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = words[0];
        String last = words.length > 1 ? words[words.length - 1] : "";
        return (head(first) + head(last)).toUpperCase(Locale.ROOT);
    }

    private static String head(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
