package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.Evolve;
import org.threeshift.core.interview.model.Interview;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Plays;
import org.threeshift.core.interview.model.Recorded;
import org.threeshift.core.interview.model.Rehearsal;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

/** Whatever happened in whatever interview: the rows in PostgreSQL are those of the fold. */
class PostgresPlaysIT {
    private static final int PLAYS = 400;

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final InterviewLog log = new PostgresInterviewLog(database.jdbcClient());
    private final StoredRows rows = new StoredRows(database.jdbcClient());

    @BeforeAll
    static void everybody() {
        var stored = new StoredRows(database.jdbcClient());
        Set.of(
                        Rehearsal.HOST,
                        Rehearsal.SECOND,
                        Rehearsal.CANDIDATE,
                        Rehearsal.STRANGER,
                        Rehearsal.SHADOW,
                        Rehearsal.OBSERVER)
                .forEach(stored::enrol);
    }

    @Test
    void levels_and_judgements_that_were_taken_back_and_shadows_who_went_leave_no_row() {
        Rehearsal posed = Rehearsal.watched();
        posed.play(Rehearsal.HOST, new Command.Start());
        posed.play(Rehearsal.HOST, new Command.Pose("budget"));
        for (var who : List.of(Rehearsal.HOST, Rehearsal.SHADOW)) {
            posed.play(who, new Command.Rate("budget", Shift.STRATEGY, Level.TWO));
            posed.play(who, new Command.Rate("budget", Shift.TEAM, Level.FOUR));
            posed.play(who, new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL));
        }
        posed.play(Rehearsal.HOST, new Command.Undo());
        posed.play(Rehearsal.HOST, new Command.Undo());
        posed.play(Rehearsal.HOST, new Command.WithdrawSeat(Rehearsal.SHADOW));
        InterviewId id = stored(posed.log());
        assertThat(rows.of(id).rating())
                .containsExactly(new Projection.Rating(
                        Rehearsal.HOST.value(), "budget", "STRATEGY", java.util.OptionalInt.of(2)));
        assertThat(rows.of(id).trapJudgement()).isEmpty();
        assertThat(rows.of(id).sheet())
                .extracting(Projection.SheetRow::interviewer)
                .containsExactlyInAnyOrder(Rehearsal.HOST.value(), Rehearsal.SECOND.value());
    }

    @Test
    void neither_a_shadows_level_nor_one_on_a_draft_counts() {
        Rehearsal over = Rehearsal.watched();
        over.play(Rehearsal.HOST, new Command.Start());
        over.play(Rehearsal.HOST, new Command.Pose("budget"));
        for (var who : List.of(Rehearsal.HOST, Rehearsal.SECOND, Rehearsal.SHADOW)) {
            over.play(who, new Command.Rate("budget", Shift.STRATEGY, Level.THREE));
            over.play(who, new Command.Rate("budget", Shift.TEAM, Level.NOT_OBSERVED));
            over.play(who, new Command.JudgeTrap("budget", "freeze", TrapJudgement.FELL));
        }
        over.play(Rehearsal.HOST, new Command.Finish());
        over.play(Rehearsal.HOST, new Command.LockSheet(Verdict.YES, "Good."));
        over.play(Rehearsal.SHADOW, new Command.LockSheet(Verdict.NO, "Training."));
        over.play(Rehearsal.HOST, new Command.CloseScoring());
        InterviewId id = stored(over.log());
        assertThat(database.jdbcClient()
                        .sql("select interviewer from counting_rating where interview_id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(Rehearsal.HOST.value(), Rehearsal.HOST.value());
    }

    /** That plays make everything happen is a law of their own. */
    @Test
    void whoever_tries_whatever_the_rows_are_those_of_the_fold() {
        Plays.plays()
                .sampleStream()
                .limit(PLAYS)
                .forEach(play -> stored(play.end().log()));
    }

    /** Each event on its own, under an id of its own, with the rows compared after each. */
    private InterviewId stored(List<Recorded> events) {
        InterviewId id = new InterviewId(UUID.randomUUID());
        Interview state = new Interview.Unscheduled();
        for (Recorded one : events) {
            var event = new Recorded(id, one.seq(), UUID.randomUUID(), one.actor(), one.at(), one.event());
            Interview next = Evolve.evolve(state, event);
            assertThat(log.append(new Batch(id, event.seq() - 1, List.of(event), state, next)))
                    .isInstanceOf(Append.Done.class);
            state = next;
            assertThat(rows.of(id)).as("after %s", event).isEqualTo(Projection.of(state));
        }
        assertThat(Evolve.fold(log.read(id, 0))).isEqualTo(state);
        return id;
    }
}
