package org.threeshift.core.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;

/** Puts standings together, by the same {@link Score} as the fold. */
final class Standings {
    private Standings() {}

    /** An interview of a list. */
    record Head(InterviewId interview, PersonId candidate, String roundTitle, Instant startedAt, Instant publishedAt) {
        Standing standing(Map<Shift, Score> scores) {
            return new Standing(candidate, interview, roundTitle, startedAt, publishedAt, scores, Map.of());
        }
    }

    /** One level of it. */
    record Rated(Shift shift, Mark mark) {}

    static Map<Shift, Score> scores(Collection<Rated> rated) {
        return Arrays.stream(Shift.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        shift -> Score.of(rated.stream()
                                .filter(one -> one.shift() == shift)
                                .map(Rated::mark)
                                .toList())));
    }

    /**
     * Each beside the one before it in the list, which is the one before that the viewer may see: the same as on its scorecard.
     *
     * @param alone the newest first for each candidate
     * @param each how many of a candidate are wanted; one more, if there is one, is only the predecessor of the last
     */
    static List<Standing> chained(Collection<Standing> alone, int each) {
        Map<PersonId, List<Standing>> byCandidate = alone.stream()
                .collect(Collectors.groupingBy(Standing::candidate, LinkedHashMap::new, Collectors.toList()));
        return byCandidate.values().stream()
                .flatMap(ofOne -> chained(ofOne).stream().limit(each))
                .toList();
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
