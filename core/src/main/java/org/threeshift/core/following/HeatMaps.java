package org.threeshift.core.following;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.threeshift.core.bank.Bank;
import org.threeshift.core.bank.Banks;
import org.threeshift.core.bank.Question;
import org.threeshift.core.cohort.Coaching;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.cohort.CohortPage;
import org.threeshift.core.cohort.Cohorts;
import org.threeshift.core.cohort.Sight;
import org.threeshift.core.following.HeatMap.Cell;
import org.threeshift.core.following.HeatMap.Column;
import org.threeshift.core.following.HeatMap.Line;
import org.threeshift.core.following.PostgresHeat.Place;
import org.threeshift.core.people.Person;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.scorecard.TrapHistory;

/** Where in the bank a cohort's candidates are weak: over all their scorecards that the coach may see. */
@Service
public class HeatMaps {
    private final Coaching coaching;
    private final Cohorts cohorts;
    private final Banks banks;
    private final PostgresHeat heat;

    HeatMaps(Coaching coaching, Cohorts cohorts, Banks banks, PostgresHeat heat) {
        this.coaching = coaching;
        this.cohorts = cohorts;
        this.banks = banks;
        this.heat = heat;
    }

    /**
     * Absent for whoever does not follow the cohort.
     *
     * @param page counts from 1; beyond the last the last
     */
    public Optional<HeatMap> of(Person coach, CohortId cohort, HeatMap.Of of, int page) {
        return coaching.find(cohort, coach).map(found -> of(coach, found, of, page));
    }

    private HeatMap of(Person coach, CohortPage cohort, HeatMap.Of of, int wanted) {
        List<Member> members = Member.of(cohort);
        int pages = Math.max(1, Math.ceilDiv(members.size(), HeatMap.LINES));
        int page = Math.clamp(wanted, 1, pages);
        List<Person> people = members.stream()
                .skip((page - 1L) * HeatMap.LINES)
                .limit(HeatMap.LINES)
                .map(Member::person)
                .toList();
        Set<PersonId> ids = people.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
        List<Sight> sights = Following.of(ids, cohorts.sights(coach.id()));
        Map<Place, Map<PersonId, Cell>> cells = switch (of) {
            case QUESTIONS -> heat.questions(sights);
            case TRAPS -> heat.traps(sights);
        };
        Map<Key, Column> columns = columns(cells.keySet(), of);
        Map<Key, Map<PersonId, Cell>> merged = new HashMap<>();
        cells.forEach((place, byPerson) -> key(place, of)
                .ifPresent(key -> byPerson.forEach((person, cell) ->
                        merged.computeIfAbsent(key, _ -> new HashMap<>()).merge(person, cell, HeatMaps::together))));
        return new HeatMap(
                cohort,
                of,
                List.copyOf(columns.values()),
                people.stream()
                        .map(person -> new Line(
                                person,
                                columns.keySet().stream()
                                        .map(key -> Optional.ofNullable(merged.getOrDefault(key, Map.of())
                                                .get(person.id())))
                                        .toList()))
                        .toList(),
                page,
                pages);
    }

    /** A question of a bank, or a family of traps of it. */
    private record Key(String bankId, String what) {}

    /** In the order of the banks' questions. */
    private Map<Key, Column> columns(Set<Place> places, HeatMap.Of of) {
        Map<String, Integer> versions =
                places.stream().collect(Collectors.toMap(Place::bankId, Place::bankVersion, Math::max));
        Set<Key> wanted =
                places.stream().flatMap(place -> key(place, of).stream()).collect(Collectors.toUnmodifiableSet());
        Map<Key, Column> columns = new LinkedHashMap<>();
        List<Bank> inOrder = new ArrayList<>();
        versions.forEach((id, version) -> banks.find(id, version).ifPresent(inOrder::add));
        inOrder.sort(Comparator.comparing(Bank::title).thenComparing(Bank::id));
        for (Bank bank : inOrder) {
            for (Question question : bank.questions()) {
                switch (of) {
                    case QUESTIONS ->
                        put(columns, wanted, new Key(bank.id(), question.id()), question.title(), question.prompt());
                    case TRAPS ->
                        question.traps()
                                .forEach(trap -> put(
                                        columns,
                                        wanted,
                                        new Key(bank.id(), trap.family()),
                                        TrapHistory.nameOf(trap.family()),
                                        trap.summary()));
                }
            }
        }
        // Of questions and families that later versions dropped.
        places.forEach(place -> key(place, of)
                .ifPresent(key -> named(place, of).ifPresent(column -> columns.putIfAbsent(key, column))));
        return columns;
    }

    private static void put(Map<Key, Column> columns, Set<Key> wanted, Key key, String title, String about) {
        if (wanted.contains(key)) {
            columns.putIfAbsent(key, new Column(title, about));
        }
    }

    private Optional<Question> question(Place place) {
        return banks.find(place.bankId(), place.bankVersion()).flatMap(bank -> bank.question(place.questionId()));
    }

    private Optional<Question.Trap> trap(Place place) {
        return question(place).stream()
                .flatMap(question -> question.traps().stream())
                .filter(trap -> trap.id().equals(place.trapId()))
                .findFirst();
    }

    private Optional<Key> key(Place place, HeatMap.Of of) {
        return switch (of) {
            case QUESTIONS -> Optional.of(new Key(place.bankId(), place.questionId()));
            case TRAPS -> trap(place).map(trap -> new Key(place.bankId(), trap.family()));
        };
    }

    private Optional<Column> named(Place place, HeatMap.Of of) {
        Function<Question, Column> asQuestion = question -> new Column(question.title(), question.prompt());
        return switch (of) {
            case QUESTIONS -> question(place).map(asQuestion);
            case TRAPS -> trap(place).map(trap -> new Column(TrapHistory.nameOf(trap.family()), trap.summary()));
        };
    }

    /** The same question in two versions of a bank, or two traps of one family. */
    private static Cell together(Cell one, Cell other) {
        if (one instanceof HeatMap.Asked(var mean, var scorecards)
                && other instanceof HeatMap.Asked(var mean2, var scorecards2)) {
            int all = scorecards + scorecards2;
            return new HeatMap.Asked((mean * scorecards + mean2 * scorecards2) / all, all);
        }
        return one instanceof HeatMap.Set set && other instanceof HeatMap.Set more ? set.with(more) : one;
    }
}
