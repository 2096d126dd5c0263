package org.threeshift.core.interviewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threeshift.core.database.TestDatabase;
import org.threeshift.core.database.TestRows;
import org.threeshift.core.interview.model.InterviewId;
import org.threeshift.core.interview.model.Kind;
import org.threeshift.core.interviewing.Compared.Given;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.rubric.Level;
import org.threeshift.core.rubric.Shift;

/** Ada scored two published panels, one with Ben and one with Cy as a shadow; a third waits for her sheet. */
class PostgresInterviewingStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @AutoClose
    static final TestDatabase database = TestDatabase.fresh();

    private static final InterviewingStore store = new PostgresInterviewingStore(database.jdbcClient());
    private static final PersonId ada = TestRows.person(database);
    private static final PersonId ben = TestRows.person(database);
    private static InterviewId panel;

    @BeforeAll
    static void interviews() {
        PersonId cy = TestRows.person(database);
        PersonId maya = TestRows.person(database);
        panel = held("PANEL", "PUBLISHED", maya, Duration.ofDays(200));
        scored(panel, ada, "INTERVIEWER", true, 2, null);
        scored(panel, ben, "INTERVIEWER", true, 4, 3);
        InterviewId shadowed = held("PEER", "PUBLISHED", maya, Duration.ofDays(20));
        scored(shadowed, ada, "INTERVIEWER", true, 5, 5);
        scored(shadowed, cy, "SHADOW", true, 1, 1);
        InterviewId waiting = held("PEER", "DEBRIEFING", TestRows.person(database), Duration.ofDays(1));
        scored(waiting, ada, "INTERVIEWER", false, 1, 1);
        TestRows.seat(database, TestRows.interview(database, ada), ada, "INTERVIEWER");
    }

    private static InterviewId held(String kind, String phase, PersonId candidate, Duration ago) {
        InterviewId interview = TestRows.interview(database, ada);
        database.jdbcClient()
                .sql("""
                        update interview
                           set kind = :kind, phase = :phase, candidate = :candidate, started_at = cast(:at as timestamptz),
                               finished_at = cast(:at as timestamptz),
                               published_at = case when :phase = 'PUBLISHED' then cast(:at as timestamptz) end
                         where id = :id
                        """)
                .param("id", interview.value())
                .param("kind", kind)
                .param("phase", phase)
                .param("candidate", candidate.value())
                .param("at", NOW.minus(ago).toString())
                .update();
        return interview;
    }

    /** @param team null for not observed */
    private static void scored(
            InterviewId interview,
            PersonId person,
            String seat,
            boolean locked,
            int strategy,
            @org.jspecify.annotations.Nullable Integer team) {
        JdbcClient jdbc = database.jdbcClient();
        TestRows.seat(database, interview, person, seat);
        jdbc.sql("""
                        insert into sheet (interview_id, interviewer, locked_at, verdict, summary, amendments)
                        values (:interview, :person, case when :locked then now() end,
                                case when :locked then 'YES' end, case when :locked then 'Good.' end, 0)
                        """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("locked", locked)
                .update();
        jdbc.sql("""
                        insert into rating (interview_id, interviewer, question_id, shift, level)
                        values (:interview, :person, 'budget', 'STRATEGY', :strategy),
                               (:interview, :person, 'budget', 'TEAM', cast(:team as smallint))
                        """)
                .param("interview", interview.value())
                .param("person", person.value())
                .param("strategy", strategy)
                .param("team", team)
                .update();
    }

    @Test
    void interviews_that_took_place_are_counted() {
        Interviewing.Held held = store.held(ada, NOW.minus(Duration.ofDays(90)));
        assertThat(held.interviews()).isEqualTo(3);
        assertThat(held.recent()).isEqualTo(2);
        assertThat(held.candidates()).isEqualTo(2);
        assertThat(held.of(Kind.PEER)).isEqualTo(2);
        assertThat(held.of(Kind.PANEL)).isEqualTo(1);
        assertThat(held.of(Kind.COACH_LED)).isZero();
        assertThat(store.held(TestRows.person(database), NOW).interviews()).isZero();
    }

    @Test
    void levels_spread_over_locked_sheets_alone() {
        assertThat(store.spread(ada))
                .satisfiesExactly(
                        strategy -> {
                            assertThat(strategy.shift()).isEqualTo(Shift.STRATEGY);
                            assertThat(strategy.counts())
                                    .containsExactlyInAnyOrderEntriesOf(java.util.Map.of(Level.TWO, 1, Level.FIVE, 1));
                        },
                        accountability -> assertThat(accountability.counts()).isEmpty(),
                        team -> assertThat(team.counts())
                                .containsExactlyInAnyOrderEntriesOf(
                                        java.util.Map.of(Level.NOT_OBSERVED, 1, Level.FIVE, 1)));
    }

    /** A shadow's levels count for nobody, and an interview with a shadow alone is not shared. */
    @Test
    void levels_are_shared_with_interviewers_whose_sheets_count() {
        String id = panel.toString();
        assertThat(store.shared(ada, 100))
                .containsExactlyInAnyOrder(
                        new Given(id, "budget", Shift.STRATEGY, ada, 2),
                        new Given(id, "budget", Shift.STRATEGY, ben, 4),
                        new Given(id, "budget", Shift.TEAM, ben, 3));
        assertThat(store.shared(ada, 0)).isEmpty();
    }

    /** Whoever sees nothing but their own sheet does not work the others' levels out of a comparison. */
    @Test
    void nothing_is_compared_where_the_candidate_keeps_the_results() {
        PersonId dee = TestRows.person(database);
        InterviewId kept = held("PANEL", "PUBLISHED", TestRows.person(database), Duration.ofDays(300));
        scored(kept, dee, "INTERVIEWER", true, 3, 3);
        scored(kept, TestRows.person(database), "INTERVIEWER", true, 1, 2);
        assertThat(store.shared(dee, 100)).hasSize(4);

        database.jdbcClient()
                .sql("insert into results_kept (interview_id, at) values (:interview, now())")
                .param("interview", kept.value())
                .update();
        assertThat(store.shared(dee, 100)).isEmpty();
        assertThat(store.spread(dee).getFirst().levels()).isOne();
    }
}
