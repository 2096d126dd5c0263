package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;
import org.threeshift.core.rubric.TrapJudgement;
import org.threeshift.core.rubric.Verdict;

class PostgresInterviewLogIT extends InterviewLogContract {
    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private final InterviewLog log = new PostgresInterviewLog(database.jdbcClient());
    private final StoredRows rows = new StoredRows(database.jdbcClient());

    @Override
    InterviewLog log() {
        return log;
    }

    @Override
    PersonId person() {
        return rows.somebody();
    }

    @Test
    void the_rows_follow_the_events() {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled());
        appended(scene, new InterviewEvent.Rescheduled(Scene.NOW.plusSeconds(60), java.time.ZoneId.of("UTC"), "ill"));
        appended(scene, new InterviewEvent.Started(), new InterviewEvent.QuestionPosed("budget"));
        appended(scene, new InterviewEvent.Rated("budget", Shift.STRATEGY, Level.TWO));
        appended(scene, new InterviewEvent.Rated("budget", Shift.STRATEGY, Level.NOT_OBSERVED));
        appended(scene, new InterviewEvent.TrapJudged("budget", "freeze", TrapJudgement.FELL));
        appended(scene, new InterviewEvent.TrapJudged("budget", "freeze", TrapJudgement.RECOVERED));
        appended(scene, new InterviewEvent.Finished());
        appended(scene, new InterviewEvent.SheetLocked(Verdict.YES, "Good."));
        appended(scene, new InterviewEvent.SheetAmended(new Amendment.OfVerdict(Verdict.NO), "On reflection."));
        appended(scene, new InterviewEvent.Published(true));
        assertThat(rows.of(scene.id).rating())
                .extracting(rating -> rating.level().isEmpty())
                .containsExactly(true);
    }

    @Test
    void an_interview_called_off_after_its_start_owes_no_sheet() {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled(), new InterviewEvent.Started());
        assertThat(rows.of(scene.id).sheet()).hasSize(1);
        appended(scene, new InterviewEvent.Cancelled("The line is dead."));
        assertThat(rows.of(scene.id).sheet()).isEmpty();
    }

    @Test
    void rows_of_somebody_unknown_are_refused_and_the_events_with_them() {
        Scene scene = new Scene(new PersonId(java.util.UUID.randomUUID()));
        assertThatThrownBy(() -> log.append(scene.next(scene.scheduled())))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(log.read(scene.id, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update interview_event set payload = '{}'",
                "update interview_event set seq = seq where false",
                "delete from interview_event",
                "truncate interview_event"
            })
    void the_log_only_grows(String change) {
        assertThatThrownBy(() -> database.jdbcClient().sql(change).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("The log of interviews only grows");
    }

    private void appended(Scene scene, InterviewEvent... events) {
        Batch batch = scene.happened(scene.next(events));
        assertThat(log.append(batch)).isInstanceOf(Append.Done.class);
        assertThat(rows.of(scene.id)).isEqualTo(Projection.of(batch.after()));
    }
}
