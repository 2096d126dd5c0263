package org.threeshift.core.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.interview.InterviewLog.Append;
import org.threeshift.core.interview.InterviewLog.Batch;
import org.threeshift.core.interview.model.Amendment;
import org.threeshift.core.interview.model.Command;
import org.threeshift.core.interview.model.ErasedWords;
import org.threeshift.core.interview.model.InterviewEvent;
import org.threeshift.core.interview.model.InterviewEvent.Seat;
import org.threeshift.core.interview.model.Refusal;
import org.threeshift.core.interview.model.Reversal;
import org.threeshift.core.live.LocalBell;
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
        assertThat(log.append(scene.next(scene.scheduled()))).isEqualTo(new Append.PersonUnknown());
        assertThat(log.read(scene.id, 0)).isEmpty();
    }

    @Test
    void a_seat_for_somebody_unknown_is_refused_in_words() {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled());
        var seat = new Command.GiveSeat(new PersonId(UUID.randomUUID()), Seat.OBSERVER);
        var by = new Command.By(scene.host, Scene.NOW);
        assertThat(new Interviews(log, new LocalBell()).send(scene.id, new Sent(UUID.randomUUID(), by, seat)))
                .isEqualTo(new Outcome.Refused(Refusal.of(Refusal.Code.PERSON_UNKNOWN)));
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

    /** Even whoever says that they erase words changes nothing but words, and into nothing but what stands for none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update interview_event set actor = gen_random_uuid()",
                "update interview_event set at = at - interval '1 day'",
                "update interview_event set payload = payload || '{\"kind\": \"PANEL\"}'",
                "update interview_event set payload = payload || '{\"invitee\": \"Bob\"}'",
                "update interview_event set payload = payload || '{\"text\": \"Invented.\"}'",
                "update interview_event set payload = payload - 'invitee'",
                "delete from interview_event",
                "truncate interview_event"
            })
    void erasing_words_is_a_narrow_way(String change) throws SQLException {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled());
        try (Connection connection = database.dataSource().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set threeshift.erasing = 'words'").update();
            try {
                assertThatThrownBy(() -> jdbc.sql(change).update())
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("The log of interviews only grows");
            } finally {
                jdbc.sql("reset threeshift.erasing").update();
            }
        }
        assertThat(log.read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void words_do_not_go_without_an_event_that_says_so() {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled());
        assertThatThrownBy(() -> log.erase(scene.next(new InterviewEvent.Started()), List.of(1L), "(erased)"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("together with the one event that says so");
        assertThat(log.read(scene.id, 0)).isEqualTo(scene.past());
    }

    @Test
    void the_rows_lose_their_words_too() {
        Scene scene = new Scene(person());
        appended(scene, scene.scheduled(), new InterviewEvent.Started(), new InterviewEvent.Finished());
        appended(scene, new InterviewEvent.SheetLocked(Verdict.YES, "Good."));
        Batch batch = scene.happened(scene.next(new InterviewEvent.WordsErased(scene.host, false)));
        assertThat(log.erase(batch, List.of(1L, 4L), ErasedWords.WORDS)).isInstanceOf(Append.Done.class);
        assertThat(rows.of(scene.id)).isEqualTo(Projection.of(batch.after()));
        assertThat(rows.of(scene.id).toString()).doesNotContain("Good.", "Ada");
    }

    /** As docs/decisions/0001-log-and-fold.md says for a server of one's own. */
    @Test
    void a_role_with_no_more_than_the_documented_grants_can_append_and_not_change() throws SQLException {
        Scene scene = new Scene(person());
        PersonId shadow = person();
        try (Connection connection = database.dataSource().getConnection()) {
            var own = new SingleConnectionDataSource(connection, true);
            JdbcClient jdbc = JdbcClient.create(own);
            jdbc.sql("""
                            create role threeshift_app;
                            grant usage on schema public to threeshift_app;
                            grant select, insert on interview_event to threeshift_app;
                            grant select, insert, update on interview, self_rating to threeshift_app;
                            grant select, insert, update, delete on participant, sheet, rating, trap_judgement to threeshift_app;
                            grant select on counting_rating to threeshift_app;
                            grant execute on function append_to_interview(uuid, bigint, jsonb, jsonb) to threeshift_app;
                            grant execute on function erase_words(uuid, bigint, jsonb, jsonb, bigint[], text) to threeshift_app;
                            set role threeshift_app;
                            """).update();
            try {
                InterviewLog granted = new PostgresInterviewLog(jdbc);
                assertThat(granted.append(scene.happened(scene.next(
                                scene.scheduled(),
                                new InterviewEvent.SeatGiven(shadow, Seat.SHADOW),
                                new InterviewEvent.Started(),
                                new InterviewEvent.QuestionPosed("budget"),
                                new InterviewEvent.Rated("budget", Shift.STRATEGY, Level.TWO),
                                new InterviewEvent.TrapJudged("budget", "freeze", TrapJudgement.FELL)))))
                        .isEqualTo(new Append.Done(6));
                // Each of these deletes rows.
                assertThat(granted.append(scene.next(
                                new InterviewEvent.Undone(new Reversal.OfTrap("budget", "freeze", Optional.empty())),
                                new InterviewEvent.Undone(
                                        new Reversal.OfLevel("budget", Shift.STRATEGY, Optional.empty())),
                                new InterviewEvent.SeatWithdrawn(shadow))))
                        .isEqualTo(new Append.Done(9));
                assertThat(granted.read(scene.id, 0)).hasSize(9);
                scene.happened(scene.next(
                        new InterviewEvent.Undone(new Reversal.OfTrap("budget", "freeze", Optional.empty())),
                        new InterviewEvent.Undone(new Reversal.OfLevel("budget", Shift.STRATEGY, Optional.empty())),
                        new InterviewEvent.SeatWithdrawn(shadow)));
                assertThat(granted.erase(
                                scene.next(new InterviewEvent.WordsErased(scene.host, false)),
                                List.of(1L),
                                ErasedWords.WORDS))
                        .isEqualTo(new Append.Done(10));
                assertThat(jdbc.sql("select count(*) from counting_rating")
                                .query(Long.class)
                                .single())
                        .isNotNegative();
                for (String change : List.of(
                        "delete from interview_event",
                        "update interview_event set seq = seq",
                        "drop trigger interview_event_is_insert_only on interview_event")) {
                    assertThatThrownBy(() -> jdbc.sql(change).update())
                            .isInstanceOf(DataAccessException.class)
                            .rootCause()
                            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
                }
            } finally {
                jdbc.sql("reset role; drop owned by threeshift_app; drop role threeshift_app")
                        .update();
            }
        }
    }

    private void appended(Scene scene, InterviewEvent... events) {
        Batch batch = scene.happened(scene.next(events));
        assertThat(log.append(batch)).isInstanceOf(Append.Done.class);
        assertThat(rows.of(scene.id)).isEqualTo(Projection.of(batch.after()));
    }
}
