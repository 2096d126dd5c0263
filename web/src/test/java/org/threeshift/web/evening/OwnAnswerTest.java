package org.threeshift.web.evening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeshift.core.appointment.Agreed;
import org.threeshift.core.cohort.CohortId;
import org.threeshift.core.evening.Evening;
import org.threeshift.core.evening.Evening.State;
import org.threeshift.core.evening.EveningId;
import org.threeshift.core.evening.EveningView;
import org.threeshift.core.evening.Guest;
import org.threeshift.core.evening.Guest.Answer;
import org.threeshift.core.evening.Shape;
import org.threeshift.core.evening.Sitting;
import org.threeshift.core.evening.plan.Meeting;
import org.threeshift.core.hours.Span;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.people.PersonId;

class OwnAnswerTest {
    private static final Instant START = Instant.parse("2026-11-26T18:40:00Z");
    private static final Instant BEFORE = START.minus(Duration.ofHours(1));
    private static final PersonId READER = new PersonId(new UUID(0x0196_0000_0000_7000L, 1));
    private static final PersonId OTHER = new PersonId(new UUID(0x0196_0000_0000_7000L, 2));
    private static final Guest COMES = new Guest(READER, Optional.of(Answer.YES), false, 1);
    private static final Guest DECLINES = new Guest(READER, Optional.of(Answer.NO), false, 1);
    private static final Guest AWAY = new Guest(READER, Optional.of(Answer.YES), true, 1);
    private static final Guest SILENT = new Guest(READER, Optional.empty(), false, 1);

    @Test
    void who_says_yes_before_there_is_a_plan_is_told_later_and_who_says_it_after_has_one() {
        assertThat(said("yes", view(State.ASKING, COMES))).isEqualTo("yes");
        assertThat(said("yes", view(State.PLANNED, COMES, meeting("SCHEDULED"))))
                .isEqualTo("yes.planned");
    }

    @Test
    void nobody_is_told_of_a_plan_in_which_they_meet_nobody_any_more() {
        assertThat(said("yes", view(State.PLANNED, COMES))).isEqualTo("yes.nobody");
        assertThat(said("yes", view(State.PLANNED, COMES, meeting("CANCELLED"))))
                .isEqualTo("yes.nobody");
        EveningView view = view(State.PLANNED, COMES, meeting("SCHEDULED"));
        assertThat(OwnAnswer.of(view, "yes", START.plus(Duration.ofMinutes(31))))
                .as("after its slot")
                .isEqualTo("yes.nobody");
    }

    @Test
    void an_address_says_no_answer_that_does_not_stand() {
        assertThat(said("yes", view(State.PLANNED, DECLINES))).isEmpty();
        assertThat(said("yes", view(State.PLANNED, AWAY))).isEmpty();
        assertThat(said("yes", view(State.ASKING, SILENT))).isEmpty();
        assertThat(said("no", view(State.ASKING, DECLINES))).isEqualTo("no");
        assertThat(said("no", view(State.ASKING, COMES))).isEmpty();
        assertThat(said("asked", view(State.ASKING, COMES))).as("a coach’s").isEmpty();
    }

    @Test
    void of_what_is_off_or_over_no_answer_is_left() {
        assertThat(said("yes", view(State.CALLED_OFF, COMES))).isEmpty();
        assertThat(OwnAnswer.of(view(State.PLANNED, COMES), "yes", START.plus(Duration.ofMinutes(60))))
                .isEmpty();
    }

    private static String said(String said, EveningView view) {
        return OwnAnswer.of(view, said, BEFORE);
    }

    private static Sitting meeting(String phase) {
        return new Sitting(
                new UUID(1, 4),
                new Meeting(1, 1, READER, OTHER),
                new InterviewId(new UUID(1, 5)),
                Optional.of(START),
                phase,
                Optional.empty(),
                "");
    }

    private static EveningView view(State state, Guest self, Sitting... sittings) {
        var evening = new Evening(
                new EveningId(new UUID(1, 3)),
                new CohortId(new UUID(1, 2)),
                OTHER,
                "Both chairs",
                "",
                Agreed.of(Span.of(START, Duration.ofMinutes(60)), ZoneId.of("UTC")),
                new Shape(30, 0, 2, 2, "bank", List.of()),
                state,
                "",
                1,
                BEFORE);
        return new EveningView(
                evening,
                "Season",
                READER,
                false,
                List.of(self),
                List.of(sittings),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
