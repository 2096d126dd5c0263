package org.threeshift.core.interview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

/** Tells after a replay whether the rows that lists read say the same as the log, and which do not. */
@Component
@Order
final class ComparedTallies implements Afterword {
    private final PostgresTallies tallies;
    private final Optional<Tally> tally;

    ComparedTallies(PostgresTallies tallies, Optional<Tally> tally) {
        this.tallies = tallies;
        this.tally = tally;
    }

    @Override
    public List<String> lines(InterviewId id, Interview.Published interview) {
        return tally.map(counting ->
                        lines(counting.of(interview), tallies.read(List.of(id)).getOrDefault(id, TallyRows.NONE)))
                .orElse(List.of());
    }

    private static List<String> lines(TallyRows folded, TallyRows stored) {
        return folded.equals(stored)
                ? List.of(Replay.sentence("tallies-agree"))
                : Stream.concat(
                                folded.without(stored).map(row -> Replay.sentence("tally-missing", row)),
                                stored.without(folded).map(row -> Replay.sentence("tally-wrong", row)))
                        .sorted()
                        .toList();
    }
}
