package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/** Turns rows of ratings into standings, by the same {@link Score} as the fold. */
final class Standings {
    private Standings() {}

    /** An interview of the list, and one level of it. */
    record Row(Head head, Optional<Rated> rated) {}

    record Head(InterviewId interview, PersonId candidate, String roundTitle, Instant startedAt, Instant publishedAt) {}

    record Rated(Shift shift, Mark mark) {}

    /**
     * @param rows by interview, the newest first for each candidate
     * @param each how many of a candidate are wanted; one more, if there is one, is only the predecessor of the last
     */
    static List<Standing> of(Collection<Row> rows, int each) {
        Map<PersonId, List<Standing>> byCandidate = alone(rows).stream()
                .collect(Collectors.groupingBy(Standing::candidate, LinkedHashMap::new, Collectors.toList()));
        return byCandidate.values().stream()
                .flatMap(ofOne -> chained(ofOne).stream().limit(each))
                .toList();
    }

    /** Each interview by itself, in the order of the rows. */
    static List<Standing> alone(Collection<Row> rows) {
        Map<Head, List<Rated>> byInterview = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Rated> rated = byInterview.computeIfAbsent(row.head(), _ -> new ArrayList<>());
            row.rated().ifPresent(rated::add);
        }
        return byInterview.entrySet().stream()
                .map(entry -> alone(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Standing alone(Head head, List<Rated> rated) {
        Map<Shift, Score> scores = Arrays.stream(Shift.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        shift -> Score.of(rated.stream()
                                .filter(one -> one.shift() == shift)
                                .map(Rated::mark)
                                .toList())));
        return new Standing(
                head.candidate(),
                head.interview(),
                head.roundTitle(),
                head.startedAt(),
                head.publishedAt(),
                scores,
                Map.of());
    }

    private static List<Standing> chained(List<Standing> newestFirst) {
        var chained = new ArrayList<Standing>();
        for (int index = 0; index < newestFirst.size(); index++) {
            Standing now = newestFirst.get(index);
            chained.add(index + 1 < newestFirst.size() ? now.after(numbers(newestFirst.get(index + 1))) : now);
        }
        return chained;
    }

    private static Map<Shift, Double> numbers(Standing standing) {
        var numbers = new HashMap<Shift, Double>();
        standing.scores().forEach((shift, score) -> score.value().ifPresent(value -> numbers.put(shift, value)));
        return numbers;
    }
}
