package org.threeshift.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threeshift.core.rubric.Shift.STRATEGY;
import static org.threeshift.core.scorecard.Played.about;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;

class RecentScorecardsTest {
    private final InterviewId id = new InterviewId(new UUID(7, 7));
    private final RecentScorecards recent = new RecentScorecards();
    private final AtomicInteger makings = new AtomicInteger();

    @Test
    void what_has_not_changed_is_made_once() {
        Played played = played(4);
        Scorecard first = asked(played, Optional.empty());
        assertThat(asked(played, Optional.empty())).isSameAs(first);
        assertThat(asked(played(4), Optional.empty())).as("the same, read anew").isSameAs(first);
        assertThat(makings).hasValue(1);
    }

    @Test
    void an_interview_that_changed_is_made_again() {
        Scorecard before = asked(played(4), Optional.empty());
        assertThat(asked(played(2), Optional.empty()))
                .isNotEqualTo(before)
                .isEqualTo(played(2).scorecard());
        assertThat(makings).hasValue(2);
    }

    @Test
    void another_one_before_it_makes_it_anew() {
        Scorecard alone = asked(played(4), Optional.empty());
        asked(played(4), Optional.of(alone));
        asked(played(4), Optional.of(alone));
        assertThat(makings).hasValue(2);
    }

    private Scorecard asked(Played played, Optional<Scorecard> earlier) {
        return recent.of(id, (Interview.Published) Evolve.fold(played.events()), earlier, () -> {
            makings.incrementAndGet();
            return played.scorecard();
        });
    }

    private static Played played(int level) {
        return new Played(1, about(STRATEGY, "a"))
                .pose("a")
                .levels("a", STRATEGY, level)
                .publish();
    }
}
