package org.threeshift.core.scorecard;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.scorecard.Score.Basis;

/** One interviewer's level for one question, on one shift or for one skill. */
record Mark(String questionId, PersonId interviewer, Level level) {

    /** The marks of each question, questions in the order in which they first come. */
    static List<List<Mark>> byQuestion(Collection<Mark> marks) {
        return List.copyOf(marks.stream()
                .collect(Collectors.groupingBy(Mark::questionId, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    /** The mean of the observed levels, absent when there is none: not observed is no zero. */
    static OptionalDouble mean(Collection<Mark> marks) {
        return marks.stream()
                .flatMapToInt(mark -> mark.level().value().stream())
                .average();
    }

    static Basis basis(Collection<Mark> marks) {
        List<Mark> observed = marks.stream().filter(Mark::observed).toList();
        return new Basis(
                byQuestion(marks).size(),
                byQuestion(observed).size(),
                observed.size(),
                marks.size() - observed.size(),
                (int) observed.stream().map(Mark::interviewer).distinct().count());
    }

    private boolean observed() {
        return level.value().isPresent();
    }
}
