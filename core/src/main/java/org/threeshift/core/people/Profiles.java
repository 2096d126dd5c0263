package org.threeshift.core.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What people say about themselves. */
@Service
public class Profiles {
    private static final int PRONOUNS_LIMIT = 40;
    private static final int TARGET_ROLE_LIMIT = 100;
    private static final int MOST_LANGUAGES = 12;

    private final PersonStore store;

    Profiles(PersonStore store) {
        this.store = store;
    }

    /**
     * As typed. Everything but name and zone may be empty.
     *
     * @param languages ISO 639 codes, the preferred one first; empty ones and repetitions are left out
     * @param seniority the name of one
     */
    public record Said(
            String name, String zone, String pronouns, List<String> languages, String targetRole, String seniority) {
        public Said {
            languages = List.copyOf(languages);
        }

        /** What is known now, as the form shows it. */
        public static Said of(Person person) {
            Profile profile = person.profile();
            return new Said(
                    person.name(),
                    person.zone().getId(),
                    profile.pronouns().orElse(""),
                    profile.languages(),
                    profile.targetRole().orElse(""),
                    profile.seniority().map(Enum::name).orElse(""));
        }
    }

    /** Changes all of it. Refused with every problem at once. */
    public Outcome change(Person person, Said said) {
        String name = Entry.tidyName(said.name());
        String pronouns = Entry.tidyName(said.pronouns());
        String targetRole = Entry.tidyName(said.targetRole());
        List<String> languages = languages(said);
        Optional<Seniority> seniority = seniority(said.seniority());
        List<Problem> problems = new ArrayList<>();
        Entry.name(name).ifPresent(problems::add);
        pronounsProblem(pronouns).ifPresent(problems::add);
        Entry.zone(said.zone()).ifPresent(problems::add);
        if (!Languages.ALL.containsAll(languages)) {
            problems.add(Problem.LANGUAGE_UNKNOWN);
        }
        if (languages.size() > MOST_LANGUAGES) {
            problems.add(Problem.LANGUAGES_TOO_MANY);
        }
        targetRoleProblem(targetRole).ifPresent(problems::add);
        if (seniority.isEmpty() && !said.seniority().isBlank()) {
            problems.add(Problem.SENIORITY_UNKNOWN);
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        Person changed = person.called(
                name,
                Entry.zoneOf(said.zone()).orElseThrow(),
                new Profile(
                        given(pronouns),
                        languages,
                        given(targetRole),
                        seniority,
                        person.profile().photo()));
        store.change(changed);
        return new Outcome.Done(changed);
    }

    /** Hangs their clock elsewhere, and changes nothing else. */
    public Person moveTo(Person person, ZoneId zone) {
        Person changed = person.called(person.name(), ZoneNames.now(zone), person.profile());
        if (!changed.equals(person)) {
            store.change(changed);
        }
        return changed;
    }

    /**
     * Says of somebody what they have said elsewhere, as far as they have not said it here.
     *
     * @param languages that are known, the preferred one first
     */
    public Person adopt(
            Person person, Optional<String> targetRole, Optional<Seniority> seniority, List<String> languages) {
        Profile now = person.profile();
        Person changed = person.called(
                person.name(),
                person.zone(),
                new Profile(
                        now.pronouns(),
                        now.languages().isEmpty() ? languages : now.languages(),
                        now.targetRole().or(() -> targetRole),
                        now.seniority().or(() -> seniority),
                        now.photo()));
        if (!changed.equals(person)) {
            store.change(changed);
        }
        return changed;
    }

    /**
     * Fills in what the person has not said themselves, as far as it is well-formed.
     *
     * @param pronouns may be empty, as may the role
     */
    public Person complete(Person person, String pronouns, String targetRole) {
        Profile now = person.profile();
        Optional<String> tidyPronouns = given(Entry.tidyName(pronouns))
                .filter(some -> pronounsProblem(some).isEmpty());
        Optional<String> tidyRole = given(Entry.tidyName(targetRole))
                .filter(some -> targetRoleProblem(some).isEmpty());
        Person changed = person.called(
                person.name(),
                person.zone(),
                new Profile(
                        now.pronouns().or(() -> tidyPronouns),
                        now.languages(),
                        now.targetRole().or(() -> tidyRole),
                        now.seniority(),
                        now.photo()));
        if (!changed.equals(person)) {
            store.change(changed);
        }
        return changed;
    }

    /** @param tidied may be empty */
    public static Optional<Problem> pronounsProblem(String tidied) {
        if (tidied.codePointCount(0, tidied.length()) > PRONOUNS_LIMIT) {
            return Optional.of(Problem.PRONOUNS_TOO_LONG);
        }
        return Entry.unprintable(tidied) ? Optional.of(Problem.PRONOUNS_UNPRINTABLE) : Optional.empty();
    }

    /** @param tidied may be empty */
    public static Optional<Problem> targetRoleProblem(String tidied) {
        if (tidied.codePointCount(0, tidied.length()) > TARGET_ROLE_LIMIT) {
            return Optional.of(Problem.TARGET_ROLE_TOO_LONG);
        }
        return Entry.unprintable(tidied) ? Optional.of(Problem.TARGET_ROLE_UNPRINTABLE) : Optional.empty();
    }

    private static List<String> languages(Said said) {
        return said.languages().stream()
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .map(Languages::now)
                .distinct()
                .toList();
    }

    private static Optional<Seniority> seniority(String typed) {
        return Stream.of(Seniority.values())
                .filter(one -> one.name().equals(typed.strip()))
                .findFirst();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
