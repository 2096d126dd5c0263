package org.threeshift.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.scorecard.Score;
import org.threeshift.core.scorecard.Standing;

class ListsTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Score NOTHING = new Score.TooLittle(new Score.Basis(0, 0, 0, 0, 0));

    private final Standing standing = new Standing(
            new PersonId(new UUID(0, 1)),
            new InterviewId(new UUID(0, 2)),
            "Warm-up",
            Instant.EPOCH,
            Instant.EPOCH,
            Map.of(Shift.STRATEGY, NOTHING, Shift.ACCOUNTABILITY, NOTHING, Shift.TEAM, NOTHING),
            Map.of());

    @Test
    void one_scorecard_in_two_lists_gives_no_id_twice() {
        List<String> ids = Stream.of("cohort-0", "cohort-1", "held")
                .map(list -> Lists.Line.of(list, standing, "Mira"))
                .flatMap(line -> ID.matcher(line.chart().row()).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    }
}
