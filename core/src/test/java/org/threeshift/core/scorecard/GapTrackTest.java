package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.DebriefView.Given;
import org.threeshift.core.interview.DebriefView.Topic;
import org.threeshift.core.interview.model.Gap.Between;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.xml.sax.InputSource;

class GapTrackTest {
    @Test
    void between_interviewers_the_bar_goes_from_the_lowest_to_the_highest() {
        assertThat(GapTrack.of(topic(Between.INTERVIEWERS, Optional.of(Level.THREE), Level.FIVE, Level.TWO)))
                .isEqualTo(new GapTrack(
                        Shift.TEAM, List.of(2, 5), OptionalInt.of(3), OptionalDouble.of(2), OptionalDouble.of(5)));
    }

    @Test
    void from_the_candidate_it_goes_to_the_mean_of_those_who_observed() {
        assertThat(GapTrack.of(topic(
                        Between.SELF_AND_INTERVIEWERS,
                        Optional.of(Level.FIVE),
                        Level.THREE,
                        Level.TWO,
                        Level.NOT_OBSERVED)))
                .isEqualTo(new GapTrack(
                        Shift.TEAM, List.of(2, 3), OptionalInt.of(5), OptionalDouble.of(2.5), OptionalDouble.of(5)));
    }

    @Test
    void levels_stand_in_the_middle_of_five_equal_columns() throws Exception {
        String svg = GapTrack.of(topic(Between.SELF_AND_INTERVIEWERS, Optional.of(Level.ONE), Level.FIVE, Level.FIVE))
                .draw();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains("<line class=\"gap-apart\" x1=\"10%\" y1=\"20\" x2=\"90%\" y2=\"20\"/>")
                .containsOnlyOnce("gap-now")
                .containsOnlyOnce("gap-own")
                .doesNotContain("style=");
    }

    @Test
    void a_gap_that_an_amendment_closed_has_no_bar() {
        assertThat(GapTrack.of(topic(Between.SELF_AND_INTERVIEWERS, Optional.of(Level.FOUR), Level.FOUR))
                        .draw())
                .doesNotContain("gap-apart");
        assertThat(GapTrack.of(topic(Between.SELF_AND_INTERVIEWERS, Optional.of(Level.FOUR), Level.NOT_OBSERVED))
                        .draw())
                .doesNotContain("gap-apart", "gap-now");
    }

    private static Topic topic(Between between, Optional<Level> self, Level... levels) {
        List<Given> given = new ArrayList<>();
        for (Level level : levels) {
            given.add(new Given(new PersonId(new UUID(0, given.size())), level, Optional.empty()));
        }
        return new Topic(
                "q",
                1,
                "Title",
                "Prompt",
                Shift.TEAM,
                between,
                3,
                3,
                given,
                self.map(level -> new Given(new PersonId(new UUID(0, 9)), level, Optional.empty())),
                List.of());
    }
}
