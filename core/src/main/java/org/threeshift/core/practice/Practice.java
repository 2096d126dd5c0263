package org.threeshift.core.practice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.threeshift.core.availability.OpenHours;
import org.threeshift.core.availability.Purpose;
import org.threeshift.core.hours.WeeklyHours;
import org.threeshift.core.pairing.Standing.Measured;
import org.threeshift.core.people.Entry;
import org.threeshift.core.people.Languages;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Problem;
import org.threeshift.core.people.Profiles;
import org.threeshift.core.people.Seniority;
import org.threeshift.core.reliability.Commitments;
import org.threeshift.core.reliability.Reliability;
import org.threeshift.core.rubric.Shift;

/** What members say about their practice with others, and who may be matched. */
@Service
public class Practice {
    private static final int MOST_LANGUAGES = 12;

    private final PostgresPractice store;
    private final OpenHours hours;
    private final Commitments commitments;
    private final TransactionOperations transactions;
    private final InstantSource time;

    Practice(
            PostgresPractice store,
            OpenHours hours,
            Commitments commitments,
            TransactionOperations transactions,
            InstantSource time) {
        this.store = store;
        this.hours = hours;
        this.commitments = commitments;
        this.transactions = transactions;
        this.time = time;
    }

    /** As typed; {@code minutes} a number, {@code seniority} and {@code pace} the name of one. */
    public record Said(
            String targetRole,
            String seniority,
            List<String> languages,
            String minutes,
            String pace,
            boolean scoresUsed) {
        public Said {
            languages = List.copyOf(languages);
        }

        /** As the form shows it. */
        public static Said of(Wish wish) {
            return new Said(
                    wish.targetRole().orElse(""),
                    wish.seniority().map(Enum::name).orElse(""),
                    wish.languages(),
                    Integer.toString(wish.minutes()),
                    wish.pace().name(),
                    wish.scoresUsed());
        }
    }

    public sealed interface Outcome {
        record Done(Wish wish) implements Outcome {}

        /** Nothing was changed. Holds every problem found, in the order of the form. */
        record Refused(List<WishProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Absent of whoever has said nothing yet: they are in no draw. */
    public Optional<Wish> find(PersonId person) {
        return Optional.ofNullable(store.wishes(List.of(person)).get(person));
    }

    /** Of those of these people who have said something. One statement. */
    public Map<PersonId, Wish> of(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : store.wishes(people);
    }

    /** What somebody said or, before they have, what their profile proposes. */
    public Wish of(Person person) {
        return find(person.id()).orElseGet(() -> Wish.proposedTo(person));
    }

    /** Changes all but what was said about the next draw. Refused with every problem at once. */
    public Outcome change(Person person, Said said) {
        String targetRole = Entry.tidyName(said.targetRole());
        List<String> languages = said.languages().stream()
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .map(Languages::now)
                .distinct()
                .toList();
        Optional<Seniority> seniority = seniority(said.seniority());
        Optional<Integer> minutes = Wish.LENGTHS.stream()
                .filter(length -> length.toString().equals(said.minutes()))
                .findFirst();
        Optional<Pace> pace = Pace.of(said.pace());
        List<WishProblem> problems = new ArrayList<>();
        Profiles.targetRoleProblem(targetRole)
                .map(problem -> problem == Problem.TARGET_ROLE_TOO_LONG
                        ? WishProblem.TARGET_ROLE_TOO_LONG
                        : WishProblem.TARGET_ROLE_UNPRINTABLE)
                .ifPresent(problems::add);
        if (seniority.isEmpty() && !said.seniority().isBlank()) {
            problems.add(WishProblem.SENIORITY_UNKNOWN);
        }
        languageProblem(languages).ifPresent(problems::add);
        if (minutes.isEmpty()) {
            problems.add(WishProblem.MINUTES_UNKNOWN);
        }
        if (pace.isEmpty()) {
            problems.add(WishProblem.PACE_UNKNOWN);
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        store.put(
                person.id(),
                new Wish(
                        Optional.of(targetRole).filter(role -> !role.isEmpty()),
                        seniority,
                        languages,
                        minutes.orElseThrow(),
                        pace.orElseThrow(),
                        Optional.empty(),
                        said.scoresUsed(),
                        Optional.empty()),
                time.instant());
        return new Outcome.Done(find(person.id()).orElseThrow());
    }

    /**
     * Says for the next draw alone whether one is in it; absent for whatever one's pace says.
     *
     * @return false of whoever has not said yet what they practise for
     */
    public boolean choose(Person person, Optional<NextDraw> next) {
        return store.choose(person.id(), next);
    }

    /**
     * Everybody whom the next draw may match: who is in it, has hours, may sign in and is not paused. Seven statements,
     * however many they are.
     *
     * @param previous when the last draw was, on which every second one counts; absent before the first
     */
    public Wishes wishes(Optional<Instant> previous) {
        Map<PersonId, Wish> wishes = store.wishing();
        Map<PersonId, NextDraw> said = new HashMap<>();
        wishes.forEach((person, wish) -> wish.next().ifPresent(next -> said.put(person, next)));
        wishes.values().removeIf(wish -> !wish.in(previous));
        List<Entrant> withHours = entrants(wishes).stream()
                .filter(entrant -> !entrant.hours().windows().isEmpty()
                        || !entrant.hours().exceptions().isEmpty())
                .toList();
        return new Wishes(withHours, said);
    }

    /**
     * What a draw has to go by, at one moment.
     *
     * @param said about this draw alone, also by those who are not in it
     */
    public record Wishes(List<Entrant> entrants, Map<PersonId, NextDraw> said) {
        public Wishes {
            entrants = List.copyOf(entrants);
            said = Map.copyOf(said);
        }
    }

    /** Those of these people who may be matched, whatever they said about draws and hours: for whoever wants to practise now. */
    public List<Entrant> entrants(Collection<PersonId> people) {
        return entrants(store.wishes(people));
    }

    /**
     * A draw has taken place: whoever was in it counts as drawn, and what was said about it alone is over. What somebody has said
     * while it was reckoned is about the next one.
     *
     * @param said what the draw went by
     */
    public void drawn(Collection<PersonId> in, Map<PersonId, NextDraw> said, Instant at) {
        transactions.executeWithoutResult(_ -> {
            store.drawn(in, at);
            store.forget(said);
        });
    }

    private List<Entrant> entrants(Map<PersonId, Wish> wishes) {
        Map<PersonId, WeeklyHours> open = hours.of(wishes.keySet(), Purpose.PRACTICE);
        Map<PersonId, Reliability> reliability = commitments.of(wishes.keySet());
        List<PersonId> shown = wishes.entrySet().stream()
                .filter(entry -> entry.getValue().scoresUsed())
                .map(Map.Entry::getKey)
                .toList();
        Map<PersonId, Map<Shift, Measured>> levels = store.levels(shown);
        return wishes.entrySet().stream()
                .map(entry -> new Entrant(
                        entry.getKey(),
                        entry.getValue(),
                        open.getOrDefault(entry.getKey(), WeeklyHours.never(ZoneOffset.UTC)),
                        Optional.ofNullable(reliability.get(entry.getKey())).orElseThrow(),
                        levels.getOrDefault(entry.getKey(), Map.of())))
                .filter(entrant -> !entrant.reliability().paused())
                .toList();
    }

    private static Optional<WishProblem> languageProblem(List<String> languages) {
        if (languages.isEmpty()) {
            return Optional.of(WishProblem.LANGUAGE_MISSING);
        }
        if (!Languages.ALL.containsAll(languages)) {
            return Optional.of(WishProblem.LANGUAGE_UNKNOWN);
        }
        return languages.size() > MOST_LANGUAGES ? Optional.of(WishProblem.LANGUAGES_TOO_MANY) : Optional.empty();
    }

    private static Optional<Seniority> seniority(String typed) {
        return Stream.of(Seniority.values())
                .filter(one -> one.name().equals(typed.strip()))
                .findFirst();
    }
}
